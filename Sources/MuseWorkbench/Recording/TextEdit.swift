import MuseSource

/// A stretch of a file, and what shall stand there instead.
struct TextEdit {
  var range: SourceRange
  var text: String

  /// The text of the file with all edits made. They must not overlap; of two at one place the first comes first.
  static func apply(_ edits: [TextEdit], to file: SourceFile) -> String {
    let places = LineStarts(file)
    var scalars = Array(file.text.unicodeScalars)
    let ordered = edits.enumerated().sorted {
      ($0.element.range.start, $0.offset) > ($1.element.range.start, $1.offset)
    }
    for (_, edit) in ordered {
      let start = places.offset(of: edit.range.start)
      scalars.replaceSubrange(start..<max(start, places.offset(of: edit.range.end)), with: edit.text.unicodeScalars)
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}

/// Where the lines of a file start, in Unicode scalars.
private struct LineStarts {
  private var starts: [Int]
  private let end: Int

  init(_ file: SourceFile) {
    let hasMark = file.text.unicodeScalars.first == "\u{FEFF}"
    starts = [hasMark ? 1 : 0]
    var offset = 0
    for character in file.text {
      offset += character.unicodeScalars.count
      if character.isNewline { starts.append(offset) }
    }
    end = offset
  }

  func offset(of position: SourcePosition) -> Int {
    guard starts.indices.contains(position.line - 1) else { return end }
    return min(end, starts[position.line - 1] + position.column - 1)
  }
}
