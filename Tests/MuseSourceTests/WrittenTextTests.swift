import MuseSource
import Testing

struct WrittenTextTests {
  private func position(_ line: Int, _ column: Int) -> SourcePosition { SourcePosition(line: line, column: column) }

  /// "ab" on line 1, a folded space, "cd" on line 2.
  private var text: WrittenText {
    WrittenText(
      "ab cd", at: SourceLocation(file: "f", range: SourceRange(start: position(1, 5), end: position(2, 5))),
      pieces: [
        .init(offset: 0, position: position(1, 6)), .init(offset: 3, position: position(2, 3)),
        .init(offset: 5, position: position(2, 5)),
      ])
  }

  @Test(
    "offsets lead to lines and columns",
    arguments: [
      (0..<2, 1, 6, 1, 8), (3..<5, 2, 3, 2, 5), (0..<5, 1, 6, 2, 5), (4..<4, 2, 4, 2, 4), (2..<3, 1, 8, 1, 8),
      // Beyond the text.
      (5..<9, 2, 5, 2, 6), (40..<50, 2, 5, 2, 6),
    ])
  func places(offsets: Range<Int>, line: Int, column: Int, endLine: Int, endColumn: Int) {
    let expected = SourceRange(start: position(line, column), end: position(endLine, endColumn))
    #expect(text.location(of: offsets).range == expected)
  }

  @Test("a text of unknown pieces is placed as a whole")
  func withoutPieces() {
    let whole = SourceLocation(file: "f", range: SourceRange(line: 3, column: 4, length: 5))
    #expect(WrittenText("hello", at: whole).location(of: 1..<2) == whole)
  }
}
