import MuseDefinition
import MuseSource

/// Reads a YAML map by key. Lenient: what the form checker has reported reads as absent.
struct Fields {
  private let entries: [YAMLEntry]

  /// - Parameter keys: what the map may hold. A misspelt key, which was reported, is read as the one that was meant, so that
  ///   one slip is one finding.
  init(_ node: YAMLNode?, _ keys: [KeyForm]) {
    let written = node?.mapping ?? []
    let free = keys.map(\.name).filter { name in !written.contains { $0.key.value == name } }
    entries = written.map { entry in
      guard !keys.contains(where: { $0.name == entry.key.value }), let meant = nearestName(to: entry.key.value, among: free)
      else {
        return entry
      }
      var entry = entry
      entry.key.value = meant
      return entry
    }
  }

  subscript(key: String) -> YAMLNode? { entries.first { $0.key.value == key }?.value }

  func text(_ key: String) -> WrittenText? { self[key]?.scalar }

  /// The words of a list, or the only one.
  func texts(_ key: String) -> [WrittenText] { self[key]?.texts ?? [] }

  func map(_ key: String) -> [YAMLEntry] { self[key]?.mapping ?? [] }

  func spoken(_ key: String) -> SpokenDocument? { self[key].flatMap(SpokenDocument.init) }

  func integer(_ key: String) -> Located<Int>? {
    text(key).flatMap { text in Int(text.value).map { Located($0, at: text.location) } }
  }

  func boolean(_ key: String) -> Located<Bool>? {
    text(key).flatMap { text in Bool(text.value).map { Located($0, at: text.location) } }
  }

  func located(_ key: String) -> Located<[WrittenText]>? {
    self[key].flatMap { node in
      if let entries = node.mapping { return Located(entries.map(\.key), at: node.location) }
      return node.sequence == nil ? nil : Located(node.texts, at: node.location)
    }
  }

  /// Options with the words for each; none where they are only listed.
  func wordings(_ key: String) -> [OptionWordsDocument] {
    map(key).compactMap { entry in SpokenDocument(entry.value).map { OptionWordsDocument(option: entry.key, words: $0) } }
  }

  /// Names and what is written behind them; a list of names stands for each name itself.
  func bindings(_ key: String) -> [BindingDocument] {
    guard let node = self[key] else { return [] }
    if node.sequence != nil { return node.texts.map { BindingDocument(name: $0, expression: $0) } }
    return map(key).compactMap { entry in
      entry.value.scalar.map { BindingDocument(name: entry.key, expression: $0) }
    }
  }

  /// What gets a value, and where it is to be found.
  func assignments(_ key: String) -> [NodeDocument.Call.Assignment] {
    bindings(key).map { NodeDocument.Call.Assignment(target: $0.name, source: $0.expression) }
  }

  func fields(_ key: String) -> [FieldDocument] {
    map(key).map { FieldDocument(name: $0.key, type: $0.value.scalar) }
  }
}

extension YAMLNode {
  var texts: [WrittenText] { sequence?.compactMap(\.scalar) ?? scalar.map { [$0] } ?? [] }
}

extension SpokenDocument {
  /// Nil for a wrong form, and for the empty map that stands for no text.
  init?(_ node: YAMLNode) {
    switch node.content {
    case .scalar:
      // Nothing behind the key was reported: a text is meant to stand there.
      self = .variants([node.scalar ?? WrittenText("", at: node.location)], isList: false)
    case .sequence:
      guard !node.texts.isEmpty else { return nil }
      self = .variants(node.texts, isList: true)
    case .mapping(let entries):
      let locales = entries.compactMap { entry in
        let texts = entry.value.texts
        return texts.isEmpty ? nil : (locale: entry.key, variants: texts, isList: entry.value.sequence != nil)
      }
      guard !locales.isEmpty else { return nil }
      self = .byLocale(locales)
    case .broken:
      return nil
    }
  }
}
