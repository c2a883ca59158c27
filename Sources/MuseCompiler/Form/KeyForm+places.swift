import MuseDefinition

extension KeyForm {
  /// Where a key of this name may stand: "'ask' and 'confirm' nodes". Nil where the language has none.
  static func places(of name: String) -> String? {
    let verbs = VerbForm.all.filter { form in form.keys.contains { $0.name == name } }.map { "'\($0.verb.rawValue)'" }
    let maps = [
      (GraphForm.slot, "slots"), (GraphForm.fact, "facts"), (GraphForm.tool, "tools"), (GraphForm.policy, "'policy'"),
      (GraphForm.graph, "a graph's file"),
    ]
    let places = (verbs.isEmpty ? [] : [listed(verbs) + " nodes"]) + maps.filter { $0.0.contains { $0.name == name } }.map(\.1)
    return places.isEmpty ? nil : listed(places)
  }

  /// "a, b and c".
  private static func listed(_ words: [String]) -> String {
    words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "")
  }
}
