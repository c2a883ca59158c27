import MuseSource

/// Finds for every character of a scalar the place where it stands in the file.
///
/// YAML unfolds lines, strips indentation and replaces escapes. Rather than read YAML a second time, the value that Yams read is
/// laid along the raw lines: at every step it says which of the few possible readings was taken. Where the two do not meet, the
/// result is nil and the scalar is only placed as a whole.
struct ScalarAlignment {
  var pieces: [WrittenText.Piece] = []
  /// Behind the scalar, its closing quote included.
  private(set) var end: RawText.Cursor

  private let raw: RawText
  private let value: [Unicode.Scalar]
  private var cursor: RawText.Cursor
  private var offset = 0

  private init(of value: String, in raw: RawText, from start: RawText.Cursor) {
    self.raw = raw
    self.value = Array(value.unicodeScalars)
    self.cursor = start
    self.end = start
  }

  static func plain(_ value: String, in raw: RawText, from start: RawText.Cursor) -> ScalarAlignment? {
    var alignment = ScalarAlignment(of: value, in: raw, from: start)
    return alignment.alignPlain() ? alignment : nil
  }

  static func quoted(_ value: String, in raw: RawText, from start: RawText.Cursor) -> ScalarAlignment? {
    guard let quote = raw[start], quote == "\"" || quote == "'" else { return nil }
    var alignment = ScalarAlignment(of: value, in: raw, from: start)
    return alignment.alignQuoted(by: quote) ? alignment : nil
  }

  static func block(_ value: String, in raw: RawText, from start: RawText.Cursor) -> ScalarAlignment? {
    var alignment = ScalarAlignment(of: value, in: raw, from: start)
    return alignment.alignBlock() ? alignment : nil
  }

  /// Notes where the next `count` scalars of the value stand, and steps over `width` raw ones.
  private mutating func take(_ count: Int = 1, width: Int = 1) {
    let expected = pieces.last.map {
      SourcePosition(line: $0.position.line, column: $0.position.column + offset - $0.offset)
    }
    if expected != cursor.position { pieces.append(.init(offset: offset, position: cursor.position)) }
    offset += count
    cursor.column += width
  }

  private mutating func finish(at contentEnd: RawText.Cursor, end: RawText.Cursor) -> Bool {
    pieces.append(.init(offset: offset, position: contentEnd.position))
    self.end = end
    return offset == value.count
  }

  // MARK: Plain

  private mutating func alignPlain() -> Bool {
    while offset < value.count {
      if raw[cursor] == value[offset], cursor.column < raw.contentEnd(ofLine: cursor.line) {
        take()
      } else if !takeFold(from: cursor.column) {
        return false
      }
    }
    return finish(at: cursor, end: cursor)
  }

  /// A line end inside a plain or quoted scalar: one space, or a line end for each blank line that follows.
  private mutating func takeFold(from column: Int) -> Bool {
    guard column >= raw.contentEnd(ofLine: cursor.line), raw.lines.indices.contains(cursor.line + 1) else { return false }
    var next = cursor.line + 1
    while raw.isBlank(line: next), next + 1 < raw.lines.count { next += 1 }
    let blankLines = next - cursor.line - 1
    let expected: [Unicode.Scalar] = blankLines == 0 ? [" "] : Array(repeating: "\n", count: blankLines)
    guard value[offset...].starts(with: expected) else { return false }
    take(expected.count, width: 0)
    let start = raw.lines[next].firstIndex { !$0.isBlank } ?? raw.lines[next].count
    cursor = RawText.Cursor(line: next, column: start)
    return true
  }

  // MARK: Quoted

  private mutating func alignQuoted(by quote: Unicode.Scalar) -> Bool {
    cursor.column += 1
    while offset < value.count {
      guard takeQuoted(quote) else { return false }
    }
    let contentEnd = cursor
    skipFoldIntoNothing()
    guard raw[cursor] == quote else { return false }
    return finish(at: contentEnd, end: RawText.Cursor(line: cursor.line, column: cursor.column + 1))
  }

  private mutating func takeQuoted(_ quote: Unicode.Scalar) -> Bool {
    let scalar = raw[cursor]
    if quote == "\"", scalar == "\\" { return takeEscape() }
    if quote == "'", scalar == "'" {
      guard value[offset] == "'" else { return false }
      take(width: 2)
      return true
    }
    if let scalar, scalar == value[offset], !isTrailingBlank {
      take()
      return true
    }
    return takeFold(from: cursor.column)
  }

  /// Blanks before a line end inside quotes are not part of the value.
  private var isTrailingBlank: Bool { cursor.column >= raw.contentEnd(ofLine: cursor.line) }

  /// The number of hexadecimal digits behind `\x`, `\u` and `\U`.
  private static let escapeDigits: [Unicode.Scalar: Int] = ["x": 2, "u": 4, "U": 8]

  private mutating func takeEscape() -> Bool {
    let kind = raw[RawText.Cursor(line: cursor.line, column: cursor.column + 1)]
    guard let kind else {
      // An escaped line end: nothing of it is in the value.
      guard raw.lines.indices.contains(cursor.line + 1) else { return false }
      let start = raw.lines[cursor.line + 1].firstIndex { !$0.isBlank } ?? raw.lines[cursor.line + 1].count
      cursor = RawText.Cursor(line: cursor.line + 1, column: start)
      return true
    }
    take(width: 2 + (Self.escapeDigits[kind] ?? 0))
    return true
  }

  /// The closing quote may stand on a later line when the value ends with an escaped line end.
  private mutating func skipFoldIntoNothing() {
    while raw[cursor] == "\\", raw[RawText.Cursor(line: cursor.line, column: cursor.column + 1)] == nil,
      raw.lines.indices.contains(cursor.line + 1)
    {
      let start = raw.lines[cursor.line + 1].firstIndex { !$0.isBlank } ?? 0
      cursor = RawText.Cursor(line: cursor.line + 1, column: start)
    }
  }

  // MARK: Block

  private mutating func alignBlock() -> Bool {
    let header = cursor
    var line = header.line + 1
    while raw.isBlank(line: line), line + 1 < raw.lines.count { line += 1 }
    // Of a text that holds nothing there is only the header.
    guard raw.lines.indices.contains(line), !value.isEmpty else {
      return value.isEmpty && finish(at: header, end: raw.wordEnd(from: header))
    }
    let indentation = blockIndentation(firstLine: line, header: header)
    cursor = RawText.Cursor(line: header.line + 1, column: indentation)
    var contentEnd = header
    while offset < value.count {
      if raw[cursor] == value[offset] {
        take()
        contentEnd = cursor
      } else if !takeBlockLineEnd(indentation: indentation) {
        return false
      }
    }
    return finish(at: contentEnd, end: contentEnd)
  }

  /// The spaces that every line of the block begins with, beyond those that belong to the value.
  private func blockIndentation(firstLine: Int, header: RawText.Cursor) -> Int {
    let isExplicit = raw.lines[header.line][header.column...].prefix(3).contains { ("1"..."9").contains($0) }
    guard isExplicit else { return raw.indentation(ofLine: firstLine) }
    let leading = value.drop { $0 == "\n" }.prefix { $0 == " " }.count
    return max(0, raw.indentation(ofLine: firstLine) - leading)
  }

  private mutating func takeBlockLineEnd(indentation: Int) -> Bool {
    guard raw.lines.indices.contains(cursor.line) else { return false }
    guard value[offset] == " " || value[offset] == "\n" else { return false }
    guard cursor.column >= raw.lines[cursor.line].count else { return false }
    take(width: 0)
    cursor = RawText.Cursor(line: cursor.line + 1, column: indentation)
    if value[offset - 1] == "\n" { skipFoldedBlankLine(indentation: indentation) }
    return true
  }

  /// In a folded block the line end before blank lines is dropped: n blank lines are n line ends.
  private mutating func skipFoldedBlankLine(indentation: Int) {
    guard offset < value.count, value[offset] != "\n", raw.lines.indices.contains(cursor.line) else { return }
    while raw.lines[cursor.line].count <= indentation, raw.isBlank(line: cursor.line), cursor.line + 1 < raw.lines.count {
      cursor.line += 1
    }
  }
}
