import MuseDefinition
import MuseSource

/// What is expected of the parts of a node: the same choices that the form checker makes.
extension Expectation {
  /// Without the layers that only say how much there may be.
  func resolved(for node: YAMLNode) -> Expectation {
    switch self {
    case .filled(let inner):
      return inner.resolved(for: node)
    case .oneOrMore(let item):
      return node.sequence == nil ? item.resolved(for: node) : .list(item)
    case .either(let choices):
      let fitting = choices.first { choice in
        switch choice.resolved(for: node) {
        case .list: node.sequence != nil
        case .map, .record: node.mapping != nil
        case .text, .template, .spoken, .question, .expression, .word, .type, .written, .integer, .boolean, .oneOf, .oneOrMore,
          .filled, .either, .node, .anything:
          node.sequence == nil && node.mapping == nil
        }
      }
      return fitting?.resolved(for: node) ?? .anything
    case .text, .template, .spoken, .question, .expression, .word, .type, .written, .integer, .boolean, .oneOf, .list, .map,
      .record,
      .node, .anything:
      return self
    }
  }

  /// Of the items of a list.
  var item: Expectation {
    switch self {
    case .list(let item), .oneOrMore(let item): item
    case .filled(let inner): inner.item
    case .spoken, .question: .template
    case .text, .template, .expression, .word, .type, .written, .integer, .boolean, .oneOf, .map, .record, .either, .node,
      .anything:
      .anything
    }
  }

  /// Of the value behind a key of a map.
  ///
  /// - Parameter keys: the keys of the language that the map may hold.
  func value(of key: String, among keys: [KeyForm]?) -> Expectation {
    if let keys {
      // What is misspelt is read as what was meant, here as everywhere.
      let meant = keys.contains { $0.name == key } ? key : nearestName(to: key, among: keys.map(\.name))
      return keys.first { $0.name == meant }?.expects ?? .anything
    }
    switch self {
    case .map(let value): return value
    case .spoken, .question: return .spoken
    case .text, .template, .expression, .word, .type, .written, .integer, .boolean, .oneOf, .list, .oneOrMore, .filled, .record,
      .either, .node, .anything:
      return .anything
    }
  }

  /// The keys of the language that a map may hold, in their order; nil where its keys are the author's.
  func keys(in entries: [YAMLEntry]) -> [KeyForm]? {
    switch self {
    case .record(let keys): return keys
    case .node:
      let keys = NodeVerb.find(in: entries).keys
      return keys.isEmpty ? nil : keys
    case .text, .template, .spoken, .question, .expression, .word, .type, .written, .integer, .boolean, .oneOf, .list, .oneOrMore,
      .filled, .map, .either, .anything:
      return nil
    }
  }

  /// Whether its maps are keyed by locale.
  var isKeyedByLocale: Bool {
    switch self {
    case .spoken, .question: true
    case .text, .template, .expression, .word, .type, .written, .integer, .boolean, .oneOf, .list, .oneOrMore, .filled, .map,
      .record, .either, .node, .anything:
      false
    }
  }
}
