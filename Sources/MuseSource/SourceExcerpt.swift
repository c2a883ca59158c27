/// A line as a terminal shows it, and the marker to print below it.
///
/// The caret stands under the first character of the range as it is seen: tabs are spaces, wide characters take two cells,
/// combining ones none. Of a long line the part around the range is shown.
struct SourceExcerpt {
  /// The most cells of a line that are shown.
  static let width = 110
  private static let tabStop = 4
  /// What is left to see before the range when a line is cut.
  private static let lead = 30

  private(set) var text = ""
  private(set) var indentation = ""
  private(set) var marker = "^"

  init(line: Substring, range: SourceRange) {
    let cells = Self.cells(of: line)
    let start = Self.index(ofColumn: range.start.column, in: cells)
    let endColumn = range.end.line == range.start.line ? range.end.column : Int.max
    let end = max(start, Self.index(ofColumn: endColumn, in: cells))
    let isLong = cells.reduce(0) { $0 + $1.width } > Self.width
    let first = isLong ? Self.windowStart(before: start, in: cells) : 0
    var shown = first > 0 ? 1 : 0
    text = first > 0 ? "…" : ""
    var last = first
    while last < cells.count, !isLong || shown + cells[last].width < Self.width {
      text += cells[last].text
      shown += cells[last].width
      last += 1
    }
    if last < cells.count { text += "…" }
    let lead = cells[min(first, cells.count)..<min(start, cells.count)].reduce(first > 0 ? 1 : 0) { $0 + $1.width }
    let covered = cells[min(start, last)..<min(end, last)].reduce(0) { $0 + $1.width }
    indentation = String(repeating: " ", count: lead)
    marker = "^" + String(repeating: "~", count: max(0, covered - 1))
  }

  /// What a terminal shows as one character.
  private struct Cell {
    var text: String
    var width: Int
    /// The column of its first scalar, counted from 1.
    var column: Int
    /// In Unicode scalars of the line.
    var length: Int
  }

  private static func cells(of line: Substring) -> [Cell] {
    var cells: [Cell] = []
    var column = 1
    var position = 0
    for character in line {
      let width = character == "\t" ? tabStop - position % tabStop : DisplayWidth.of(character)
      let length = character.unicodeScalars.count
      cells.append(Cell(text: shown(character, width: width), width: width, column: column, length: length))
      column += length
      position += width
    }
    return cells
  }

  private static func shown(_ character: Character, width: Int) -> String {
    if character == "\t" { return String(repeating: " ", count: width) }
    let isControl = character.unicodeScalars.contains { $0.properties.generalCategory == .control }
    return isControl ? "\u{FFFD}" : String(character)
  }

  /// The cell that shows a column; behind the last one for columns past the end.
  private static func index(ofColumn column: Int, in cells: [Cell]) -> Int {
    let after = cells.firstIndex { $0.column > column } ?? cells.count
    if after == cells.count, let last = cells.last, column >= last.column + last.length { return cells.count }
    return max(0, after - 1)
  }

  private static func windowStart(before start: Int, in cells: [Cell]) -> Int {
    var first = min(start, cells.count)
    var lead = 0
    while first > 0, lead + cells[first - 1].width <= Self.lead {
      first -= 1
      lead += cells[first].width
    }
    return first
  }
}

/// How many cells of a terminal a character takes.
///
/// Source: Unicode Standard Annex #11 "East Asian Width" (W and F), with emoji; ambiguous width counts as narrow.
enum DisplayWidth {
  static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    // U+FE0F asks for the emoji form, which is wide.
    if scalars.contains("\u{FE0F}") { return 2 }
    return scalars.map(of).max() ?? 0
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide(scalar.value) || scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    wide.contains { $0.contains(value) }
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1B000...0x1B2FF, 0x20000...0x3FFFD,
  ]
}
