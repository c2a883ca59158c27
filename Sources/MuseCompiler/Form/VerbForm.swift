package import MuseDefinition

/// The form of one verb: the word, what stands behind it, and the keys beside it.
package struct VerbForm: Sendable {
  package var verb: Verb
  package var expects: Expectation
  package var keys: [KeyForm]
  /// What nodes of this verb do, in one sentence for authors.
  package var summary = ""

  /// What every node may have, whatever its verb.
  package static let everywhere: [KeyForm] = [
    KeyForm("say", .spoken, summary: "What is spoken once when the node is entered, before anything else happens."),
    KeyForm("forget", .oneOrMore(.word), summary: "Slots that are unset when the node is entered, back to their default."),
    KeyForm("description", .text, summary: "A note for the people who read the graph; nobody hears it."),
  ]

  /// What waits may have besides.
  static let waiting: [KeyForm] = [
    KeyForm(
      "silence", SilenceStep.expectation, summary: "What happens when nobody answers here; instead of what the policy says.")
  ]

  static let next = KeyForm(
    "next", .either([.word, .map(.word)]), summary: "Where each outcome leads: one node, or a map from outcomes to nodes.")
  static let with = KeyForm(
    "with", .either([.list(.word), .map(.expression)]),
    summary: "What is handed over: names of slots and facts, or a map from parameters to expressions.")

  /// All thirteen, in the order of the language's description.
  package static let all: [VerbForm] = [
    SayNode.form, AskNode.form, ClassifyNode.form, ConfirmNode.form, LanguageModelNode.form, CallNode.form, SetNode.form,
    WhenNode.form, RunNode.form, EachNode.form, WaitNode.form, HandoffNode.form, EndNode.form,
  ]

  package static func of(_ verb: Verb) -> VerbForm? { all.first { $0.verb == verb } }

  /// Every key that may stand on this verb's nodes, in the order in which they are best written: the verb, what is spoken, the
  /// verb's own keys, and last where it goes on.
  package var allKeys: [KeyForm] {
    let spoken = Self.everywhere.filter { $0.name == "say" && verb != .say }
    let common = Self.everywhere.filter { $0.name != "say" }
    let own = keys.filter { !Self.exits.contains($0.name) }
    let exits = keys.filter { Self.exits.contains($0.name) }
    return [KeyForm(verb.rawValue, expects, .required, summary: summary)] + spoken + own + common + exits
  }

  private static let exits: Set<String> = ["next", "else"]
}
