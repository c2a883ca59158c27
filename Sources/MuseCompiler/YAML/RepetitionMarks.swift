/// Where repeated keys were made unlike: one private-use scalar each, inserted at places of the original file.
struct RepetitionMarks {
  private struct Mark {
    var column: Int
    var scalar: Unicode.Scalar
  }

  /// By line, sorted by column.
  private var marks: [Int: [Mark]] = [:]
  private(set) var count = 0

  /// False if there is a mark already: then marking does not help.
  mutating func insert(at place: RawText.Cursor) -> Bool {
    guard !contains(place), let scalar = Unicode.Scalar(0xE000 + UInt32(count)) else { return false }
    marks[place.line, default: []].append(Mark(column: place.column, scalar: scalar))
    marks[place.line]?.sort { $0.column < $1.column }
    count += 1
    return true
  }

  func contains(_ place: RawText.Cursor) -> Bool {
    marks[place.line]?.contains { $0.column == place.column } ?? false
  }

  /// The place in the author's file of a place in the marked text.
  func original(line: Int, column: Int) -> RawText.Cursor {
    let before = (marks[line] ?? []).enumerated().prefix { $0.element.column + $0.offset < column }
    return RawText.Cursor(line: line, column: column - before.count)
  }

  func apply(to raw: RawText) -> String {
    var text = String.UnicodeScalarView()
    for (number, line) in raw.lines.enumerated() {
      var line = line
      for mark in (marks[number] ?? []).reversed() {
        let isQuoted = line.indices.contains(mark.column) && (line[mark.column] == "\"" || line[mark.column] == "'")
        line.insert(mark.scalar, at: min(line.count, mark.column + (isQuoted ? 1 : 0)))
      }
      text.append(contentsOf: line)
      text.append("\n")
    }
    return String(text)
  }
}
