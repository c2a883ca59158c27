import MuseSource

/// The raw lines of a file as Unicode scalars, to find out what stands where. Lines and columns count from 0 here.
struct RawText {
  /// A place between two scalars.
  struct Cursor: Comparable {
    var line: Int
    var column: Int

    static func < (left: Cursor, right: Cursor) -> Bool { (left.line, left.column) < (right.line, right.column) }

    var position: SourcePosition { SourcePosition(line: line + 1, column: column + 1) }
  }

  let file: String
  let lines: [[Unicode.Scalar]]
  /// For each line the column behind its last scalar that is no blank.
  private let contentEnds: [Int]

  init(_ source: SourceFile) {
    file = source.path
    lines = source.lines.map { Array($0.unicodeScalars) }
    contentEnds = lines.map { line in (line.lastIndex { !$0.isBlank } ?? -1) + 1 }
  }

  subscript(cursor: Cursor) -> Unicode.Scalar? {
    guard lines.indices.contains(cursor.line), lines[cursor.line].indices.contains(cursor.column) else { return nil }
    return lines[cursor.line][cursor.column]
  }

  func location(from start: Cursor, to end: Cursor) -> SourceLocation {
    SourceLocation(file: file, range: SourceRange(start: start.position, end: max(start, end).position))
  }

  /// The number of leading spaces.
  func indentation(ofLine line: Int) -> Int {
    lines.indices.contains(line) ? lines[line].prefix { $0 == " " }.count : 0
  }

  func isBlank(line: Int) -> Bool { lines.indices.contains(line) && contentEnds[line] == 0 }

  /// The column behind the last scalar of the line that is no blank.
  func contentEnd(ofLine line: Int) -> Int { contentEnds.indices.contains(line) ? contentEnds[line] : 0 }

  /// Steps over blanks, comments and line ends to where the next token begins; nil at the end of the file.
  func nextToken(from start: Cursor) -> Cursor? {
    var cursor = start
    while lines.indices.contains(cursor.line) {
      let line = lines[cursor.line]
      while cursor.column < line.count, line[cursor.column].isBlank { cursor.column += 1 }
      if cursor.column < line.count, line[cursor.column] != "#" { return cursor }
      cursor = Cursor(line: cursor.line + 1, column: 0)
    }
    return nil
  }

  /// Where the word ends that begins at `start`: at a blank, or at an indicator of flow collections.
  func wordEnd(from start: Cursor) -> Cursor {
    var end = start
    while let scalar = self[end], !scalar.isBlank, !"[]{},".unicodeScalars.contains(scalar) { end.column += 1 }
    return end
  }
}

extension Unicode.Scalar {
  var isBlank: Bool { self == " " || self == "\t" }
}
