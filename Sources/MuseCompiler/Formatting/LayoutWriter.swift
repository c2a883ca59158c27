import MuseSource

/// Writes a file anew from its tree: blocks indented by two, keys in their order, texts in quotes. Every comment, every blank line
/// and every scalar is taken from the file as it stands.
struct LayoutWriter {
  /// Something that the tree does not tell apart; the file stays as it is.
  struct Obstacle: Error {
    var place: SourceLocation
  }

  let raw: RawText
  var lines: [FormattedLine] = []

  /// The lines of the whole file.
  static func lines(of root: YAMLNode, in raw: RawText, as form: [KeyForm]) throws(Obstacle) -> [FormattedLine] {
    var writer = LayoutWriter(raw: raw)
    try writer.writeFile(root, as: .record(form))
    return writer.lines
  }

  private mutating func writeFile(_ root: YAMLNode, as expectation: Expectation) throws(Obstacle) {
    let first = root.start.line
    if root.isBlock {
      try writeTrivia(0..<first, indentation: 0)
      try writeBlock(root, as: expectation, indentation: 0, from: first, to: raw.lines.count, isFile: true)
    } else {
      try writeTrivia(0..<first, indentation: 0)
      try writeInline(root, as: expectation, behind: "", owner: root.start)
      try writeTrivia((root.end.line + 1)..<max(root.end.line + 1, raw.lines.count), indentation: 0)
    }
    while let last = lines.last, last.text.isEmpty, last.comment == nil { lines.removeLast() }
  }

  // MARK: Blocks

  /// - Parameters:
  ///   - start: the first line that belongs to the block.
  ///   - end: the first line that does not.
  private mutating func writeBlock(
    _ node: YAMLNode, as expectation: Expectation, indentation: Int, from start: Int, to end: Int, isFile: Bool = false
  ) throws(Obstacle) {
    switch node.content {
    case .mapping(let entries):
      let parts = try entries.map { entry throws(Obstacle) in try part(entry) }
      try writeMap(parts, as: expectation, of: entries, indentation: indentation, territory: start..<end, isFile: isFile)
    case .sequence(let items):
      let parts = try items.map { item throws(Obstacle) in Part(key: nil, value: item, column: try dashColumn(before: item)) }
      try writeList(parts, as: expectation.item, indentation: indentation, territory: start..<end)
    case .scalar, .broken:
      throw Obstacle(place: node.location)
    }
  }

  /// An entry of a map or an item of a list.
  struct Part {
    var key: WrittenText?
    var value: YAMLNode
    /// Where its key or its dash stands.
    var column: Int
    /// The lines before it that belong to it.
    var lead = 0..<0
    /// The first line behind it that belongs to something else.
    var end = 0

    var firstLine: Int { key?.start.line ?? value.start.line }
    var lastLine: Int { max(value.end.line, firstLine) }
  }

  private func part(_ entry: YAMLEntry) throws(Obstacle) -> Part {
    guard entry.key.start.line == entry.key.end.line else { throw Obstacle(place: entry.key.location) }
    return Part(key: entry.key, value: entry.value, column: entry.key.start.column)
  }

  /// The dash of an item stands before it, on its line or above.
  private func dashColumn(before item: YAMLNode) throws(Obstacle) -> Int {
    var line = item.start.line
    var column = item.start.column
    while line >= 0 {
      let before = raw.lines[line].prefix(column).indices
      if let dash = before.last(where: { raw.isDash(at: .init(line: line, column: $0)) }) { return dash }
      line -= 1
      column = line >= 0 ? raw.lines[line].count : 0
    }
    throw Obstacle(place: item.location)
  }

  /// Divides the lines between the parts among them: a comment that is indented deeper than a part belongs to the one above it.
  private func divided(_ parts: [Part], _ territory: Range<Int>) throws(Obstacle) -> (parts: [Part], rest: Range<Int>) {
    var parts = parts
    var free = territory.lowerBound
    for index in parts.indices {
      let part = parts[index]
      guard part.firstLine >= free || part.key == nil else { throw Obstacle(place: part.value.location) }
      parts[index].lead = free..<max(free, part.firstLine)
      let limit = index + 1 < parts.count ? parts[index + 1].firstLine : territory.upperBound
      free = tail(of: part, before: limit)
      parts[index].end = free
    }
    return (parts, free..<max(free, territory.upperBound))
  }

  private func tail(of part: Part, before limit: Int) -> Int {
    var end = part.lastLine + 1
    var line = end
    while line < limit, raw.lines.indices.contains(line) {
      if !raw.isBlank(line: line) {
        guard let column = raw.commentColumn(ofLine: line), column > part.column else { break }
        end = line + 1
      }
      line += 1
    }
    return end
  }

  // MARK: Maps

  private mutating func writeMap(
    _ parts: [Part], as expectation: Expectation, of entries: [YAMLEntry], indentation: Int, territory: Range<Int>, isFile: Bool
  ) throws(Obstacle) {
    var (parts, rest) = try divided(parts, territory)
    let keys = expectation.keys(in: entries)
    let order = KeyOrder.places(of: entries, by: keys)
    if let first = order.first, first != 0 { try exchangeHeads(&parts, first: first, indentation: indentation, isFile: isFile) }
    let names = parts.map { part in
      part.key.map { quoted($0, by: Quoting.quote(forKey: $0, isLocale: expectation.isKeyedByLocale)) + ":" } ?? ""
    }
    let width = areAligned(parts) ? names.map(\.unicodeScalars.count).max() ?? 0 : 0
    for place in order {
      let part = parts[place]
      try writeTrivia(part.lead, indentation: indentation)
      let inner = expectation.value(of: part.key?.value ?? "", among: keys)
      try writeValue(part, as: inner, behind: names[place], width: width, indentation: indentation)
    }
    try writeTrivia(rest, indentation: indentation)
  }

  /// What stands above the first entry stays there when another comes first: the head of the file, and the blank lines.
  private mutating func exchangeHeads(_ parts: inout [Part], first: Int, indentation: Int, isFile: Bool) throws(Obstacle) {
    if isFile {
      try writeTrivia(parts[0].lead, indentation: indentation)
      parts[0].lead = parts[0].firstLine..<parts[0].firstLine
    }
    let lead = parts[first].lead
    let blanks = lead.prefix { raw.isBlank(line: $0) }
    guard parts[0].lead.isEmpty, !blanks.isEmpty else { return }
    parts[first].lead = (lead.lowerBound + blanks.count)..<lead.upperBound
    parts[0].lead = blanks
  }

  /// Whether the author has put the values of a map below each other.
  private func areAligned(_ parts: [Part]) -> Bool {
    let widths = parts.compactMap { part -> (key: Int, column: Int)? in
      guard let key = part.key, part.value.start < part.value.end, part.value.end.line == key.start.line else { return nil }
      return (key.end.column - key.start.column, part.value.start.column)
    }
    guard widths.count == parts.count else { return false }
    return Dictionary(grouping: widths, by: \.column).values.contains { Set($0.map(\.key)).count > 1 }
  }

  // MARK: Lists

  private mutating func writeList(
    _ parts: [Part], as item: Expectation, indentation: Int, territory: Range<Int>
  ) throws(Obstacle) {
    let (parts, rest) = try divided(parts, territory)
    for part in parts {
      try writeTrivia(part.lead, indentation: indentation)
      let start = lines.count
      let expectation = item.resolved(for: part.value)
      if part.value.isBlock {
        try writeBlock(part.value, as: expectation, indentation: indentation + 2, from: part.firstLine, to: part.end)
      } else {
        let margin = String(repeating: " ", count: indentation + 1)
        let owner = RawText.Cursor(line: part.value.start.line, column: part.column)
        try writeInline(part.value, as: expectation, behind: margin, owner: owner, indentation: indentation)
        try writeTrivia((part.lastLine + 1)..<part.end, indentation: indentation + 2)
      }
      writeDash(from: start, indentation: indentation)
    }
    try writeTrivia(rest, indentation: indentation)
  }

  /// Puts the dash before the first line of an item; comments that came before it stand above.
  private mutating func writeDash(from start: Int, indentation: Int) {
    let margin = String(repeating: " ", count: indentation)
    for index in start..<lines.count {
      guard lines[index].isTrivia else {
        lines[index].text = margin + "-" + lines[index].text.dropFirst(indentation + 1)
        return
      }
      if lines[index].comment == nil, !lines[index].text.isEmpty { lines[index].text.removeFirst(2) }
    }
  }

  // MARK: Values

  private mutating func writeValue(
    _ part: Part, as expectation: Expectation, behind name: String, width: Int, indentation: Int
  ) throws(Obstacle) {
    guard let key = part.key else { return }
    let margin = String(repeating: " ", count: indentation)
    let padding = String(repeating: " ", count: max(0, width - name.unicodeScalars.count))
    let expectation = expectation.resolved(for: part.value)
    if part.value.isBlock {
      lines.append(line(margin + name, commentBehind: try colonEnd(behind: key)))
      try writeBlock(part.value, as: expectation, indentation: indentation + 2, from: key.start.line + 1, to: part.end)
      return
    }
    if part.value.start.line == key.start.line {
      try writeInline(part.value, as: expectation, behind: margin + name + padding, owner: key.start, indentation: indentation)
    } else {
      lines.append(line(margin + name, commentBehind: try colonEnd(behind: key)))
      try writeTrivia((key.start.line + 1)..<part.value.start.line, indentation: indentation + 2)
      try writeInline(part.value, as: expectation, behind: margin + " ", owner: key.start, indentation: indentation)
    }
    try writeTrivia((part.lastLine + 1)..<part.end, indentation: indentation + 2)
  }

  private func colonEnd(behind key: WrittenText) throws(Obstacle) -> RawText.Cursor {
    guard let colon = raw.nextToken(from: key.end), colon.line == key.end.line, raw[colon] == ":" else {
      throw Obstacle(place: key.location)
    }
    return RawText.Cursor(line: colon.line, column: colon.column + 1)
  }
}
