/// A text as an author wrote it: its value, the place of the whole, and the place of every character in it.
///
/// Quotes, escapes, folded lines and the indentation of block texts make the value differ from what stands in the file. A finding
/// about a part of the value is placed through `location(of:)`.
public struct WrittenText: Hashable, Sendable {
  /// A stretch of the value whose characters stand next to each other on one line.
  public struct Piece: Hashable, Sendable {
    /// Where it starts, in Unicode scalars of the value.
    public var offset: Int
    public var position: SourcePosition

    public init(offset: Int, position: SourcePosition) {
      self.offset = offset
      self.position = position
    }
  }

  public var value: String
  /// The whole of it, quotes included.
  public var location: SourceLocation
  /// Sorted by offset; the last one marks the end of the value. Empty where nothing better than `location` is known.
  public var pieces: [Piece]
  /// Written without quotes and not as a block: YAML may have had its own idea of it.
  public var isPlain: Bool

  public init(_ value: String, at location: SourceLocation, pieces: [Piece] = [], isPlain: Bool = true) {
    self.value = value
    self.location = location
    self.pieces = pieces
    self.isPlain = isPlain
  }

  /// Where a part of the value stands; offsets count Unicode scalars. Never traps: offsets beyond the text are cut.
  public func location(of offsets: Range<Int>) -> SourceLocation {
    guard let start = position(at: offsets.lowerBound) else { return location }
    guard offsets.count > 0, let last = position(at: offsets.upperBound - 1) else {
      return SourceLocation(file: location.file, range: SourceRange(start: start, end: start))
    }
    let following = position(at: offsets.upperBound)
    // A blank that stands for the end of a line has no width there.
    let width = following.map { $0.line > last.line } == true && isBlank(at: offsets.upperBound - 1) ? 0 : 1
    let end =
      following.flatMap { $0.line == last.line && $0 > last ? $0 : nil }
      ?? SourcePosition(line: last.line, column: last.column + width)
    return SourceLocation(file: location.file, range: SourceRange(start: start, end: max(end, start)))
  }

  private func isBlank(at offset: Int) -> Bool {
    let scalar = value.unicodeScalars.dropFirst(offset).first
    return scalar == " " || scalar == "\n"
  }

  private func position(at offset: Int) -> SourcePosition? {
    guard let index = pieces.lastIndex(where: { $0.offset <= offset }) else { return nil }
    let piece = pieces[index]
    let length = index + 1 < pieces.count ? pieces[index + 1].offset - piece.offset : 0
    // Blank lines that were folded away stand for no column.
    let before = value.unicodeScalars.dropFirst(piece.offset).prefix(min(offset - piece.offset, length)).prefix { $0 != "\n" }
    return SourcePosition(line: piece.position.line, column: piece.position.column + before.count)
  }
}
