/// Reads "call it [Design review](title)" into its text and its marks. Offsets count Unicode scalars.
enum MarkParser {
  struct Mark {
    /// In the text without marks.
    var span: Range<Int>
    var slot: String
    /// Of the slot's name, in the text as written.
    var slotOffsets: Range<Int>
  }

  struct Problem: Error {
    var message: String
    var offsets: Range<Int>
  }

  static func parse(_ source: String) -> Result<(text: String, marks: [Mark]), Problem> {
    let scalars = Array(source.unicodeScalars)
    var text = String.UnicodeScalarView()
    var marks: [Mark] = []
    var index = 0
    while index < scalars.count {
      switch scalars[index] {
      case "[":
        switch mark(in: scalars, from: index, textLength: text.count) {
        case .failure(let problem): return .failure(problem)
        case .success(let found):
          text.append(contentsOf: found.words)
          marks.append(found.mark)
          index = found.end
        }
      case "]":
        return .failure(Problem(message: "']' closes no mark.", offsets: index..<index + 1))
      default:
        text.append(scalars[index])
        index += 1
      }
    }
    return .success((String(text), marks))
  }

  private typealias Found = (mark: Mark, words: ArraySlice<Unicode.Scalar>, end: Int)

  private static func mark(in scalars: [Unicode.Scalar], from start: Int, textLength: Int) -> Result<Found, Problem> {
    guard let close = scalars[start...].firstIndex(of: "]") else {
      return .failure(Problem(message: "'[' opens a mark that is not closed.", offsets: start..<start + 1))
    }
    let words = scalars[(start + 1)..<close]
    if words.isEmpty || words.contains("[") {
      return .failure(Problem(message: "A mark holds the words of one slot.", offsets: start..<close + 1))
    }
    guard scalars.indices.contains(close + 1), scalars[close + 1] == "(", let end = scalars[close...].firstIndex(of: ")") else {
      return .failure(Problem(message: "A mark is not followed by its slot in parentheses.", offsets: start..<close + 1))
    }
    let slotOffsets = (close + 2)..<end
    let slot = String(String.UnicodeScalarView(scalars[slotOffsets]))
    let mark = Mark(span: textLength..<(textLength + words.count), slot: slot, slotOffsets: slotOffsets)
    return .success((mark, words, end + 1))
  }
}
