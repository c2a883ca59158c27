/// A line as it shall stand in the file.
struct FormattedLine {
  var text: String
  /// Behind the text, from its `#` on.
  var comment: String?
  /// Where the comment stood, counted from 0 in Unicode scalars.
  var column = 0

  /// A line that holds nothing, or only a comment.
  var isTrivia = false

  /// The blanks before a comment, at least.
  private static let gap = 2

  private var width: Int { text.unicodeScalars.count }

  /// Puts comments where most of them stand. One behind a longer text stays where it is.
  static func aligned(_ lines: [FormattedLine]) -> [String] {
    var lines = lines
    for index in lines.indices where lines[index].comment != nil {
      lines[index].column = max(lines[index].column, lines[index].width + gap)
    }
    if let column = favourite(of: lines.filter { $0.comment != nil }.map(\.column)) {
      for index in lines.indices where lines[index].width + gap <= column { lines[index].column = column }
    }
    return lines.map(\.whole)
  }

  /// The column of at least two; of several the leftmost.
  private static func favourite(of columns: [Int]) -> Int? {
    let counts = Dictionary(columns.map { ($0, 1) }, uniquingKeysWith: +).filter { $0.value > 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private var whole: String {
    guard let comment else { return text }
    return text + String(repeating: " ", count: max(0, column - width)) + comment
  }
}
