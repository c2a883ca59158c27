import MuseSource

extension LayoutWriter {
  // MARK: Values on one line or several

  /// Writes a scalar, or a collection in brackets, behind what its line begins with.
  ///
  /// - Parameter owner: the key or the dash that the value belongs to; further lines keep their distance to it.
  mutating func writeInline(
    _ node: YAMLNode, as expectation: Expectation, behind margin: String, owner: RawText.Cursor, indentation: Int = 0
  ) throws(Obstacle) {
    let blank = margin.isEmpty || node.start == node.end ? "" : " "
    if node.start.line == node.end.line, !node.isBlockScalar(in: raw) {
      return lines.append(line(margin + blank + (try text(of: node, as: expectation)), commentBehind: node.end))
    }
    let insertions = Insertions(of: node, as: expectation, in: raw)
    let shift = indentation - owner.column
    let end = node.isBlockScalar(in: raw) ? blockEnd(of: node) : node.end
    for number in node.start.line...end.line {
      let line = raw.lines[number]
      let first = number == node.start.line ? node.start.column : 0
      let last = number == end.line ? end.column : line.count
      var text = ""
      for column in first..<max(first, last) { text += insertions.text(before: number, column) + String(line[column]) }
      text += insertions.text(before: number, max(first, last))
      lines.append(FormattedLine(text: number == node.start.line ? margin + blank + text : shifted(text, by: shift)))
    }
    if let comment = raw.comment(behind: end), let last = lines.indices.last, !node.isBlockScalar(in: raw) {
      (lines[last].comment, lines[last].column) = comment
    }
  }

  /// The header of a block has its comment on the same line; the last line is taken whole.
  private func blockEnd(of node: YAMLNode) -> RawText.Cursor {
    RawText.Cursor(line: node.end.line, column: raw.lines[node.end.line].count)
  }

  private func shifted(_ text: String, by shift: Int) -> String {
    if text.isEmpty || shift == 0 { return text }
    if shift > 0 { return String(repeating: " ", count: shift) + text }
    return String(text.dropFirst(min(-shift, text.prefix { $0 == " " }.count)))
  }

  /// A value on one line.
  private func text(of node: YAMLNode, as expectation: Expectation) throws(Obstacle) -> String {
    let expectation = expectation.resolved(for: node)
    switch node.content {
    case .scalar(let text):
      guard text.isPlaced else { throw Obstacle(place: node.location) }
      return quoted(text, by: Quoting.quote(for: text, as: expectation))
    case .sequence(let items):
      let item = expectation.item
      let texts = try items.map { node throws(Obstacle) in try self.text(of: node, as: item) }
      return "[" + texts.joined(separator: ", ") + "]"
    case .mapping(let entries):
      let keys = expectation.keys(in: entries)
      let order = KeyOrder.places(of: entries, by: keys)
      let texts = try order.map { place throws(Obstacle) in try text(of: entries[place], among: keys, as: expectation) }
      let joined = texts.joined(separator: ", ")
      return raw[node.start] == "{" ? "{" + joined + "}" : joined
    case .broken:
      throw Obstacle(place: node.location)
    }
  }

  private func text(of entry: YAMLEntry, among keys: [KeyForm]?, as expectation: Expectation) throws(Obstacle) -> String {
    let quote = Quoting.quote(forKey: entry.key, isLocale: expectation.isKeyedByLocale)
    let value = try text(of: entry.value, as: expectation.value(of: entry.key.value, among: keys))
    return quoted(entry.key, by: quote) + (value.isEmpty ? ":" : ": ") + value
  }

  /// What stands in the file, in quotes where it gets some.
  func quoted(_ text: WrittenText, by quote: Unicode.Scalar?) -> String {
    var insertions = Insertions()
    if let quote { insertions.quote(text, by: quote, in: raw) }
    let line = raw.lines[text.start.line]
    var result = ""
    for column in text.start.column..<min(line.count, text.end.column) {
      result += insertions.text(before: text.start.line, column) + String(line[column])
    }
    return result + insertions.text(before: text.start.line, text.end.column)
  }

  // MARK: Between the values

  func line(_ text: String, commentBehind end: RawText.Cursor) -> FormattedLine {
    guard let comment = raw.comment(behind: end) else { return FormattedLine(text: text) }
    return FormattedLine(text: text, comment: comment.text, column: comment.column)
  }

  /// Blank lines and comments; a dash alone belongs to the item that follows.
  mutating func writeTrivia(_ range: Range<Int>, indentation: Int) throws(Obstacle) {
    for number in range where raw.lines.indices.contains(number) {
      let line = raw.lines[number]
      let margin = String(repeating: " ", count: indentation)
      if raw.isBlank(line: number) {
        lines.append(FormattedLine(text: "", isTrivia: true))
      } else if let column = raw.commentColumn(ofLine: number) ?? raw.dashedCommentColumn(ofLine: number) {
        lines.append(FormattedLine(text: margin + raw.text(ofLine: number, from: column), isTrivia: true))
      } else if raw.isDocumentStart(line: number) {
        lines.append(FormattedLine(text: "---", isTrivia: true))
      } else if !line.allSatisfy({ $0 == "-" || $0 == " " }) {
        throw Obstacle(place: raw.location(from: .init(line: number, column: 0), to: .init(line: number, column: line.count)))
      }
    }
  }
}

/// What is put into the text of a value, by place.
struct Insertions {
  private var texts: [Int: [Int: String]] = [:]

  init() {}

  /// The quotes that the scalars of a node get.
  init(of node: YAMLNode, as expectation: Expectation, in raw: RawText) {
    add(node, as: expectation.resolved(for: node), in: raw)
  }

  func text(before line: Int, _ column: Int) -> String { texts[line]?[column] ?? "" }

  mutating func quote(_ text: WrittenText, by quote: Unicode.Scalar, in raw: RawText) {
    insert(String(quote), before: text.start)
    for line in text.start.line...max(text.start.line, text.end.line) {
      let first = line == text.start.line ? text.start.column : 0
      let last = line == text.end.line ? text.end.column : raw.lines[line].count
      for column in first..<max(first, last) {
        if let escape = Quoting.escape(before: raw.lines[line][column], in: quote) {
          insert(escape, before: .init(line: line, column: column))
        }
      }
    }
    insert(String(quote), before: text.end)
  }

  private mutating func insert(_ text: String, before place: RawText.Cursor) {
    texts[place.line, default: [:]][place.column, default: ""] += text
  }

  private mutating func add(_ node: YAMLNode, as expectation: Expectation, in raw: RawText) {
    switch node.content {
    case .scalar(let text):
      if text.isPlaced, let quote = Quoting.quote(for: text, as: expectation) { self.quote(text, by: quote, in: raw) }
    case .sequence(let items):
      for item in items { add(item, as: expectation.item.resolved(for: item), in: raw) }
    case .mapping(let entries):
      let keys = expectation.keys(in: entries)
      for entry in entries {
        if let quote = Quoting.quote(forKey: entry.key, isLocale: expectation.isKeyedByLocale) {
          self.quote(entry.key, by: quote, in: raw)
        }
        add(entry.value, as: expectation.value(of: entry.key.value, among: keys).resolved(for: entry.value), in: raw)
      }
    case .broken: break
    }
  }
}
