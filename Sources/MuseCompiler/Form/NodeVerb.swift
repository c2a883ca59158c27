import MuseDefinition
import MuseSource

/// Which of a node's keys is its verb.
enum NodeVerb {
  case none
  case one(Verb)
  case several([WrittenText])

  /// What may stand on the node; nothing where the verb is not known.
  var keys: [KeyForm] {
    if case .one(let verb) = self { VerbForm.of(verb)?.allKeys ?? [] } else { [] }
  }

  static func find(in entries: [YAMLEntry]) -> NodeVerb {
    let found = entries.compactMap { entry in Verb(rawValue: entry.key.value).map { (verb: $0, key: entry.key) } }
    let verbs = found.filter { candidate in !found.contains { $0.verb.keysOnIt.contains(candidate.verb) } }
    guard let first = verbs.first else { return .none }
    if verbs.count == 1 { return first.verb == .say && misspelt(in: entries) != nil ? .none : .one(first.verb) }
    return .several(verbs.map(\.key))
  }

  /// A key that is no key of any verb and was most likely meant to be one: `clasify`. `say` may stand beside all others, so that it
  /// is not the verb of such a node.
  static func misspelt(in entries: [YAMLEntry]) -> (key: WrittenText, verb: String)? {
    let known = Set(VerbForm.all.flatMap { $0.allKeys.map(\.name) })
    let verbs = Verb.allCases.map(\.rawValue)
    for entry in entries where !known.contains(entry.key.value) {
      if let verb = nearestName(to: entry.key.value, among: verbs), verb != Verb.say.rawValue { return (entry.key, verb) }
    }
    return nil
  }
}
