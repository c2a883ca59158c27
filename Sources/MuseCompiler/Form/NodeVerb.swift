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
    return verbs.count == 1 ? .one(first.verb) : .several(verbs.map(\.key))
  }
}
