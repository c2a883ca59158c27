package import MuseSource

/// A node of a YAML file, with the exact place where it stands. Our own tree: Yams is known to `YAMLReader` only.
package struct YAMLNode {
  indirect enum Content {
    case scalar(WrittenText)
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
    /// Something that was reported already (an alias, a complex key): nothing more is to be said about it.
    case broken
  }

  var content: Content
  package var location: SourceLocation
  /// A sequence in `[…]` or a mapping in `{…}`.
  package var isFlow = false
  /// The comment that begins right after a plain scalar, on its line.
  var comment: SourceLocation?

  /// What it is, for a sentence to the author.
  var kindName: String {
    switch content {
    case .scalar: isNull ? "nothing" : "a text"
    case .sequence: "a list"
    case .mapping: "a map"
    case .broken: "something else"
    }
  }

  /// A value that YAML takes for nothing: left out, `~` or `null`.
  package var isNull: Bool {
    guard case .scalar(let text) = content else { return false }
    return text.isPlain && Self.isNull(text.value)
  }

  static func isNull(_ plain: String) -> Bool { ["", "~", "null", "Null", "NULL"].contains(plain) }

  var isBroken: Bool {
    if case .broken = content { true } else { false }
  }

  package var scalar: WrittenText? {
    if case .scalar(let text) = content, !isNull { text } else { nil }
  }

  package var sequence: [YAMLNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  package var mapping: [YAMLEntry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }
}

/// One `key: value` of a mapping.
package struct YAMLEntry {
  package var key: WrittenText
  package var value: YAMLNode
}
