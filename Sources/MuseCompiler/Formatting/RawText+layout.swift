import MuseSource

extension RawText {
  /// Where the comment of a line begins that holds nothing else.
  func commentColumn(ofLine line: Int) -> Int? {
    guard lines.indices.contains(line), let start = lines[line].firstIndex(where: { !$0.isBlank }) else { return nil }
    return lines[line][start] == "#" ? start : nil
  }

  /// Where the comment of a line begins that holds a dash besides, for an item that follows below.
  func dashedCommentColumn(ofLine line: Int) -> Int? {
    guard let start = lines[line].firstIndex(where: { !$0.isBlank && $0 != "-" }), start > 0 else { return nil }
    return lines[line][start] == "#" && lines[line][start - 1].isBlank ? start : nil
  }

  func text(ofLine line: Int, from column: Int) -> String {
    String(String.UnicodeScalarView(lines[line][column..<max(column, contentEnd(ofLine: line))]))
  }

  /// The comment that follows on the same line, with nothing but blanks between.
  func comment(behind end: Cursor) -> (text: String, column: Int)? {
    var start = end
    while let scalar = self[start], scalar.isBlank { start.column += 1 }
    guard self[start] == "#" else { return nil }
    return (text(ofLine: start.line, from: start.column), start.column)
  }

  func isDocumentStart(line: Int) -> Bool {
    lines[line].prefix(contentEnd(ofLine: line)).elementsEqual("---".unicodeScalars)
  }

  /// A dash that opens an item: with nothing but blanks and other dashes before it, and a blank or nothing behind.
  func isDash(at place: Cursor) -> Bool {
    guard self[place] == "-" else { return false }
    let next = self[Cursor(line: place.line, column: place.column + 1)]
    return (next?.isBlank ?? true) && lines[place.line].prefix(place.column).allSatisfy { $0.isBlank || $0 == "-" }
  }
}

extension YAMLNode {
  var start: RawText.Cursor { RawText.Cursor(location.range.start) }
  var end: RawText.Cursor { RawText.Cursor(location.range.end) }

  /// A map or a list that is told by its indentation.
  var isBlock: Bool { (mapping != nil || sequence != nil) && !isFlow }

  /// A text behind `|` or `>`.
  func isBlockScalar(in raw: RawText) -> Bool {
    guard case .scalar(let text) = content, !text.isPlain else { return false }
    return raw[start] == "|" || raw[start] == ">"
  }
}

extension WrittenText {
  var start: RawText.Cursor { RawText.Cursor(location.range.start) }
  var end: RawText.Cursor { RawText.Cursor(location.range.end) }

  /// Whether its end is known exactly.
  var isPlaced: Bool { value.isEmpty || !pieces.isEmpty }
}

extension RawText.Cursor {
  init(_ position: SourcePosition) { self.init(line: position.line - 1, column: position.column - 1) }
}
