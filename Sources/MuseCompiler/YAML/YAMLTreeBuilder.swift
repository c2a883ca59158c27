import MuseSource
import Yams

/// Turns Yams' tree into ours: exact ranges, and findings for what YAML can do and the language does not want.
struct YAMLTreeBuilder {
  private static let deepest = 64
  private static let mostNodes = 100_000

  private let raw: RawText
  private let marks: RepetitionMarks
  private var diagnostics: [Diagnostic] = []
  /// Behind the last token that was read. Yams gives an alias the place of what it stands for, which lies before this.
  private var cursor = RawText.Cursor(line: 0, column: 0)
  private var nodeCount = 0
  /// How many brackets and braces are open.
  private var openBrackets = 0

  init(raw: RawText, marks: RepetitionMarks) {
    self.raw = raw
    self.marks = marks
  }

  mutating func build(_ root: Yams.Node) -> YAMLReader.Reading {
    let node = build(root, depth: 0)
    return YAMLReader.Reading(root: node, diagnostics: diagnostics)
  }

  private mutating func build(_ node: Yams.Node, depth: Int) -> YAMLNode {
    nodeCount += 1
    let mark = node.mark.map { marks.original(line: $0.line - 1, column: $0.column - 1) } ?? cursor
    if mark < cursor { return buildAlias() }
    guard depth < Self.deepest, nodeCount < Self.mostNodes else { return buildTooDeep(at: mark) }
    let start = skipProperties(from: mark)
    switch node {
    case .scalar(let scalar): return buildScalar(scalar, at: start, isMarked: marks.contains(mark))
    case .sequence(let sequence):
      moveCursor(to: start, from: mark)
      return buildSequence(sequence, at: start, depth: depth)
    case .mapping(let mapping):
      moveCursor(to: start, from: mark)
      return buildMapping(mapping, at: start, depth: depth)
    case .alias: return buildAlias()
    }
  }

  /// Steps over the properties of a collection. In `&a key: value` the anchor may be the key's: then its place is still to come.
  private mutating func moveCursor(to start: RawText.Cursor, from mark: RawText.Cursor) {
    if raw[start] == "[" || raw[start] == "{" {
      cursor = max(cursor, RawText.Cursor(line: start.line, column: start.column + 1))
    } else if start.line > mark.line {
      cursor = max(cursor, start)
    }
  }

  // MARK: Scalars

  private mutating func buildScalar(_ scalar: Yams.Node.Scalar, at start: RawText.Cursor, isMarked: Bool) -> YAMLNode {
    let value = isMarked ? String(scalar.string.unicodeScalars.dropFirst()) : scalar.string
    let alignment: ScalarAlignment? =
      switch scalar.style {
      case .singleQuoted, .doubleQuoted: .quoted(value, in: raw, from: start)
      case .literal, .folded: .block(value, in: raw, from: start)
      case .plain, .any: .plain(value, in: raw, from: start)
      }
    let end = alignment?.end ?? RawText.Cursor(line: start.line, column: raw.contentEnd(ofLine: start.line))
    cursor = max(cursor, alignment?.end ?? start)
    let location = raw.location(from: start, to: end)
    let isPlain = scalar.style == .plain || scalar.style == .any
    let text = WrittenText(value, at: location, pieces: alignment?.pieces ?? [], isPlain: isPlain)
    if isPlain, openBrackets > 0, value.contains("?") {
      diagnostics.append(
        Rule.yamlMeaning.finding(
          "Inside brackets and braces some versions of YAML read '?' as a sign of its own.", at: location))
    }
    return YAMLNode(content: .scalar(text), location: location, comment: isPlain && !value.isEmpty ? comment(behind: end) : nil)
  }

  private func comment(behind end: RawText.Cursor) -> SourceLocation? {
    var start = end
    while let scalar = raw[start], scalar.isBlank { start.column += 1 }
    guard raw[start] == "#", start > end else { return nil }
    return raw.location(from: start, to: .init(line: start.line, column: raw.lines[start.line].count))
  }

  // MARK: Collections

  private mutating func buildSequence(_ sequence: Yams.Node.Sequence, at start: RawText.Cursor, depth: Int) -> YAMLNode {
    let isFlow = raw[start] == "["
    openBrackets += isFlow ? 1 : 0
    defer { openBrackets -= isFlow ? 1 : 0 }
    let items = sequence.map { build($0, depth: depth + 1) }
    let end = isFlow ? flowEnd() : cursor
    return YAMLNode(content: .sequence(items), location: raw.location(from: start, to: end), isFlow: isFlow)
  }

  private mutating func buildMapping(_ mapping: Yams.Node.Mapping, at start: RawText.Cursor, depth: Int) -> YAMLNode {
    let isFlow = raw[start] == "{"
    openBrackets += isFlow ? 1 : 0
    defer { openBrackets -= isFlow ? 1 : 0 }
    var entries: [YAMLEntry] = []
    for (key, value) in mapping {
      let keyNode = build(key, depth: depth + 1)
      let valueNode = build(value, depth: depth + 1)
      if let text = checkedKey(keyNode) { entries.append(YAMLEntry(key: text, value: valueNode)) }
    }
    let end = isFlow ? flowEnd() : cursor
    let location = raw.location(from: start, to: end)
    return YAMLNode(content: .mapping(withoutRepetitions(entries)), location: location, isFlow: isFlow)
  }

  /// Steps behind the closing bracket.
  private mutating func flowEnd() -> RawText.Cursor {
    var next = raw.nextToken(from: cursor)
    while let place = next, raw[place] == "," || raw[place] == ":" {
      next = raw.nextToken(from: .init(line: place.line, column: place.column + 1))
    }
    guard let place = next, raw[place] == "]" || raw[place] == "}" else { return cursor }
    cursor = RawText.Cursor(line: place.line, column: place.column + 1)
    return cursor
  }

  // MARK: What the language does not want

  private mutating func checkedKey(_ node: YAMLNode) -> WrittenText? {
    switch node.content {
    case .broken:
      return nil
    case .sequence, .mapping:
      diagnostics.append(Rule.yamlKey.finding("A key is a word here, not \(node.kindName).", at: node.location))
      return nil
    case .scalar(let text):
      if text.isPlain, text.value == "<<" {
        diagnostics.append(Rule.yamlMerge.finding("'<<' merges maps in some versions of YAML only.", at: node.location))
        return nil
      }
      return text
    }
  }

  private mutating func withoutRepetitions(_ entries: [YAMLEntry]) -> [YAMLEntry] {
    let places = Dictionary(grouping: entries, by: \.key.value).filter { $1.count > 1 }
    for (name, repeated) in places {
      for (index, entry) in repeated.enumerated() {
        let others = repeated.enumerated().filter { $0.offset != index }.map(\.element.key.location)
        diagnostics.append(
          Rule.repeatedKey.finding(
            "'\(name)' is written \(repeated.count == 2 ? "twice" : "\(repeated.count) times") here.", at: entry.key.location,
            related: others.map { .init(message: "'\(name)' is also here.", location: $0) }))
      }
    }
    var seen: Set<String> = []
    return entries.filter { seen.insert($0.key.value).inserted }
  }

  private mutating func skipProperties(from mark: RawText.Cursor) -> RawText.Cursor {
    var start = mark
    while let scalar = raw[start], scalar == "&" || scalar == "!" {
      let end = raw.wordEnd(from: start)
      let location = raw.location(from: start, to: end)
      let word = String(String.UnicodeScalarView(raw.lines[start.line][start.column..<max(end.column, start.column)]))
      diagnostics.append(
        scalar == "&"
          ? Rule.yamlAnchor.finding("'\(word)' is a YAML anchor.", at: location)
          : Rule.yamlTag.finding("'\(word)' is a YAML tag and would not be part of the text.", at: location))
      guard end > start, let next = raw.nextToken(from: end) else { return end }
      start = next
    }
    return start
  }

  private mutating func buildAlias() -> YAMLNode {
    var start = raw.nextToken(from: cursor)
    while let place = start, let scalar = raw[place], ":-,?[{".unicodeScalars.contains(scalar) {
      start = raw.nextToken(from: .init(line: place.line, column: place.column + 1))
    }
    guard let start, raw[start] == "*" else { return broken(from: cursor, to: cursor) }
    let end = raw.wordEnd(from: start)
    cursor = end
    let node = broken(from: start, to: end)
    diagnostics.append(Rule.yamlAlias.finding("This is a YAML alias.", at: node.location))
    return node
  }

  private mutating func buildTooDeep(at mark: RawText.Cursor) -> YAMLNode {
    let node = broken(from: mark, to: mark)
    if !diagnostics.contains(where: { $0.id == Rule.tooDeep.id }) {
      diagnostics.append(Rule.tooDeep.finding("The file is nested too deeply or has too many parts.", at: node.location))
    }
    return node
  }

  private func broken(from start: RawText.Cursor, to end: RawText.Cursor) -> YAMLNode {
    YAMLNode(content: .broken, location: raw.location(from: start, to: end))
  }
}
