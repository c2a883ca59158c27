import MuseSource

/// Finds what stands between the parts of a file and is not read alike everywhere: tabs, and comments without a blank before.
struct GapSearch {
  private static let most = 20

  private struct Stretch {
    var columns: Range<Int>
    var isPlain: Bool
  }

  /// For each line the columns that scalars cover.
  private var covered: [Int: [Stretch]] = [:]
  private let raw: RawText

  static func findings(in root: YAMLNode, of raw: RawText) -> [Diagnostic] {
    let lines = raw.lines.indices.filter { line in raw.lines[line].contains { $0 == "\t" || $0 == "#" } }
    guard !lines.isEmpty else { return [] }
    var search = GapSearch(raw: raw)
    search.cover(root)
    return Array(lines.lazy.flatMap { search.findings(inLine: $0) }.prefix(most))
  }

  private init(raw: RawText) { self.raw = raw }

  // MARK: What is covered

  private mutating func cover(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let text): node.isBlockScalar(in: raw) ? coverBlock(text) : cover(text)
    case .sequence(let items): for item in items { cover(item) }
    case .mapping(let entries):
      for entry in entries {
        cover(entry.key)
        cover(entry.value)
      }
    case .broken: break
    }
  }

  private mutating func cover(_ text: WrittenText) {
    for line in text.start.line...max(text.start.line, text.end.line) where raw.lines.indices.contains(line) {
      let first = line == text.start.line ? text.start.column : 0
      let last = line == text.end.line ? text.end.column : raw.lines[line].count
      covered[line, default: []].append(Stretch(columns: first..<max(first, last), isPlain: text.isPlain))
    }
  }

  /// Of the header only the signs; below it everything that is indented as the text is, blank lines included.
  private mutating func coverBlock(_ text: WrittenText) {
    let header = text.start
    let signs = raw.lines[header.line][header.column...].prefix { "|>+-123456789".unicodeScalars.contains($0) }
    covered[header.line, default: []].append(Stretch(columns: signs.indices, isPlain: false))
    var line = header.line + 1
    while raw.lines.indices.contains(line), line <= text.end.line || raw.isBlank(line: line) {
      covered[line, default: []].append(Stretch(columns: 0..<raw.lines[line].count, isPlain: false))
      line += 1
    }
  }

  // MARK: What is not

  private func findings(inLine number: Int) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var column = 0
    // In the order of their columns, as the tree is.
    var stretches = (covered[number] ?? [])[...]
    let line = raw.lines[number]
    while column < line.count {
      while let first = stretches.first, first.columns.upperBound <= column { stretches.removeFirst() }
      let stretch = stretches.first.flatMap { $0.columns.contains(column) ? $0 : nil }
      if let stretch, !stretch.isPlain {
        column = stretch.columns.upperBound
        continue
      }
      let place = raw.location(from: .init(line: number, column: column), to: .init(line: number, column: column + 1))
      if line[column] == "#", stretch == nil {
        if column == 0 || line[column - 1].isBlank { break }
        found.append(
          Rule.yamlSyntax.finding("A blank is missing before '#'.", at: place, advice: "Write ' #' where a comment begins."))
        break
      }
      if line[column] == "\t" { found.append(Rule.yamlTab.finding("A tab stands here.", at: place)) }
      column += 1
    }
    return found
  }
}
