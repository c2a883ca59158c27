import MuseDefinition
import MuseSource

extension ButtonDocument {
  private static let press = Expectation.either([.word, .map(.written)])

  fileprivate static let listed: [KeyForm] = [
    KeyForm("label", .spoken, .required, summary: "What stands on the button."),
    KeyForm(
      "press", press, .required,
      summary:
        "What a press means: 'agree', 'refuse', 'cancel', 'skip', 'repeat', 'help', 'start_over' or 'none', '{intent: …}', or a slot "
        + "with its value."),
  ]

  /// A map from labels to what a press means, or a list where a label has several locales.
  static let form = Expectation.either([.map(press), .list(.record(listed))])

  static func all(in node: YAMLNode?) -> [ButtonDocument] {
    if let items = node?.sequence { return items.compactMap(ButtonDocument.init(item:)) }
    return (node?.mapping ?? []).map { entry in
      ButtonDocument(
        label: .variants([entry.key], isList: false), press: Press(entry.value), location: entry.key.location)
    }
  }

  private init?(item: YAMLNode) {
    let fields = Fields(item, Self.listed)
    guard let label = fields.spoken("label"), let press = fields["press"] else { return nil }
    self.init(label: label, press: Press(press), location: press.location)
  }
}

extension ButtonDocument.Press {
  fileprivate init(_ node: YAMLNode) {
    if let word = node.scalar {
      self = .move(word)
    } else if let entries = node.mapping {
      guard entries.count == 1 else {
        self = .several
        return
      }
      self = entries[0].value.scalar.map { .named(entries[0].key, $0) } ?? .broken
    } else {
      self = .broken
    }
  }
}
