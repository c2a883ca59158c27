import MuseSource

/// Where something began that is never closed. YAML notices it only lines later, where nothing else fits any more.
struct OpeningSearch {
  /// Brackets and braces that nothing closes, the outermost first.
  private(set) var unclosed: [RawText.Cursor] = []
  /// The last quoted text that ended before the place of the trouble.
  private(set) var lastQuoted: (start: RawText.Cursor, end: RawText.Cursor)?

  private let raw: RawText
  private let trouble: RawText.Cursor
  private var quoteStart: RawText.Cursor?
  private var quote: Unicode.Scalar = "\""
  /// The indentation of the line whose block text is being stepped over.
  private var blockOwner: Int?
  private var last: Unicode.Scalar?

  /// - Parameter trouble: where YAML noticed that something is wrong.
  init(_ raw: RawText, before trouble: RawText.Cursor) {
    self.raw = raw
    self.trouble = trouble
    for number in raw.lines.indices { step(over: number) }
  }

  private mutating func step(over number: Int) {
    let line = raw.lines[number]
    if let owner = blockOwner, quoteStart == nil {
      if raw.isBlank(line: number) || raw.indentation(ofLine: number) > owner { return }
      blockOwner = nil
    }
    last = nil
    var column = 0
    while column < line.count {
      let place = RawText.Cursor(line: number, column: column)
      column += quoteStart == nil ? stepOutside(line[column], at: place) : stepInQuotes(line[column], at: place)
    }
  }

  /// How far it goes.
  private mutating func stepOutside(_ scalar: Unicode.Scalar, at place: RawText.Cursor) -> Int {
    let line = raw.lines[place.line]
    if scalar == "#", place.column == 0 || line[place.column - 1].isBlank { return line.count }
    if scalar.isBlank { return 1 }
    let opensValue = last.map { "[{,:-?".unicodeScalars.contains($0) } ?? true
    switch scalar {
    case "\"" where opensValue, "'" where opensValue:
      (quoteStart, quote) = (place, scalar)
    case "[" where opensValue || !unclosed.isEmpty, "{" where opensValue || !unclosed.isEmpty:
      unclosed.append(place)
    case "]", "}":
      if !unclosed.isEmpty { unclosed.removeLast() }
    case "|" where opensValue && unclosed.isEmpty, ">" where opensValue && unclosed.isEmpty:
      blockOwner = raw.indentation(ofLine: place.line)
      return line.count
    default: break
    }
    last = scalar
    return 1
  }

  private mutating func stepInQuotes(_ scalar: Unicode.Scalar, at place: RawText.Cursor) -> Int {
    if quote == "\"", scalar == "\\" { return 2 }
    guard scalar == quote else { return 1 }
    let next = RawText.Cursor(line: place.line, column: place.column + 1)
    if quote == "'", raw[next] == "'" { return 2 }
    if let start = quoteStart, next <= trouble { lastQuoted = (start, next) }
    quoteStart = nil
    last = scalar
    return 1
  }
}
