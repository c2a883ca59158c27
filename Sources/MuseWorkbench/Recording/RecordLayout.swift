import MuseCompiler
import MuseSource

/// Puts values behind the keys of a YAML map, in the manner in which the map is written.
struct RecordLayout {
  private let entries: [YAMLEntry]
  private let isFlow: Bool
  /// The keys in the order in which they are best written.
  private let order: [String]
  private let file: SourceFile

  init(_ map: YAMLNode, order: [String], in file: SourceFile) {
    entries = map.mapping ?? []
    isFlow = map.isFlow
    self.order = order
    self.file = file
  }

  /// Those that belong to keys not yet written come behind one another.
  func edits(setting values: [(key: String, value: RecordedValue)]) -> [TextEdit] {
    values.sorted { rank($0.key) < rank($1.key) }.compactMap { key, value in
      entries.firstIndex { $0.key.value == key }.map { replace($0, with: value) } ?? insert(key, value)
    }
  }

  private func rank(_ key: String) -> Int { order.firstIndex(of: key) ?? order.count }

  private func replace(_ index: Int, with value: RecordedValue) -> TextEdit? {
    let entry = entries[index]
    if case .nothing = value { return index == 0 ? removeFirst() : remove(index) }
    let written = entry.value.location.range
    let isBlock = !isFlow && entry.value.sequence != nil && !entry.value.isFlow
    if case .items(let items) = value, isBlock, !items.isEmpty {
      return TextEdit(range: written, text: value.text(itemsAt: written.start.column))
    }
    // What stood below its key comes beside it.
    let start = written.start.line == entry.key.location.range.end.line ? written.start : colonEnd(of: entry)
    let space = start == written.start ? "" : " "
    return TextEdit(range: SourceRange(start: start, end: written.end), text: space + value.text(itemsAt: nil))
  }

  private func colonEnd(of entry: YAMLEntry) -> SourcePosition {
    let end = entry.key.location.range.end
    return SourcePosition(line: end.line, column: end.column + 1)
  }

  /// What comes next takes its place; nil where nothing does.
  private func removeFirst() -> TextEdit? {
    guard entries.count > 1 else { return nil }
    let range = SourceRange(start: entries[0].key.location.range.start, end: entries[1].key.location.range.start)
    return TextEdit(range: range, text: "")
  }

  private func remove(_ index: Int) -> TextEdit {
    let end = entries[index].value.location.range.end
    let before = entries[index - 1].value.location.range.end
    if isFlow { return TextEdit(range: SourceRange(start: before, end: end), text: "") }
    let first = entries[index].key.location.range.start.line
    return TextEdit(range: SourceRange(start: lineEnd(first - 1), end: lineEnd(end.line)), text: "")
  }

  private func insert(_ key: String, _ value: RecordedValue) -> TextEdit? {
    if case .nothing = value { return nil }
    guard let first = entries.first else { return nil }
    let anchor = entries.last { rank($0.key.value) < rank(key) } ?? first
    let end = anchor.value.location.range.end
    if isFlow { return TextEdit(range: SourceRange(start: end, end: end), text: ", \(key): \(value.text(itemsAt: nil))") }
    let column = first.key.location.range.start.column
    let indentation = "\n" + String(repeating: " ", count: column - 1)
    let place = lineEnd(end.line)
    if case .items(let items) = value, !items.isEmpty {
      let list = indentation + "  " + value.text(itemsAt: column + 2)
      return TextEdit(range: SourceRange(start: place, end: place), text: "\(indentation)\(key):\(list)")
    }
    return TextEdit(range: SourceRange(start: place, end: place), text: "\(indentation)\(key): \(value.text(itemsAt: nil))")
  }

  private func lineEnd(_ line: Int) -> SourcePosition {
    SourcePosition(line: line, column: (file.line(line)?.unicodeScalars.count ?? 0) + 1)
  }
}
