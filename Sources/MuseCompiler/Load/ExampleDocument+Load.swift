import MuseDefinition
import MuseSource

extension ExampleDocument {
  /// The examples of a tool: one by itself, or several in the order in which they are tried.
  static func all(in node: YAMLNode?) -> [ExampleDocument] {
    guard let node else { return [] }
    return (node.sequence ?? [node]).compactMap(ExampleDocument.init)
  }

  /// `sent`, `{found: {name: "Ann"}}` or `{if: "words == 'ann'", found: {name: "Ann"}}`.
  private init?(_ node: YAMLNode) {
    if let outcome = node.scalar {
      self.init(location: node.location, condition: nil, endings: [Ending(outcome: outcome, fields: [])])
    } else if let entries = node.mapping {
      let endings = entries.filter { $0.key.value != "if" }.map { entry in
        Ending(outcome: entry.key, fields: ValueDocument.fields(of: entry.value))
      }
      let condition = entries.first { $0.key.value == "if" }?.value.scalar
      self.init(location: node.location, condition: condition, endings: endings)
    } else {
      return nil
    }
  }
}

extension ValueDocument {
  /// Nil where nothing is written, which was reported.
  init?(_ node: YAMLNode) {
    if let text = node.scalar {
      self = .scalar(text)
    } else if let items = node.sequence {
      self = .list(items.compactMap(ValueDocument.init), node.location)
    } else if node.mapping != nil {
      self = .map(Self.fields(of: node), node.location)
    } else {
      return nil
    }
  }

  static func fields(of node: YAMLNode) -> [Field] {
    (node.mapping ?? []).compactMap { entry in
      ValueDocument(entry.value).map { Field(name: entry.key, value: $0) }
    }
  }
}
