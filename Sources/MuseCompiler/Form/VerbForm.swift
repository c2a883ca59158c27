import MuseDefinition

/// The form of one verb: the word, what stands behind it, the keys beside it, and whether this version runs it.
struct VerbForm: Sendable {
  enum Standing: Sendable {
    case runs
    /// Loads and is checked in form; a graph that uses it cannot be run by this version.
    case later
    /// Runs in a lesser way, which is noted.
    case lesser(String)
  }

  var verb: Verb
  var expects: Expectation
  var keys: [KeyForm]
  var standing: Standing = .runs

  /// What every node may have, whatever its verb.
  static let everywhere: [KeyForm] = [
    KeyForm("say", .spoken),
    KeyForm("forget", .oneOrMore(.word)),
    KeyForm("description", .text),
  ]

  /// What waits may have besides.
  static let waiting: [KeyForm] = [KeyForm("silence", .record(GraphForm.silence), .later)]

  static let next = KeyForm("next", .either([.word, .map(.word)]))
  static let with = KeyForm("with", .either([.list(.word), .map(.expression)]))

  /// All thirteen, in the order of the language's description.
  static let all: [VerbForm] = [
    SayNode.form, AskNode.form, ClassifyNode.form, ConfirmNode.form, llm, CallNode.form, SetNode.form, WhenNode.form, run, each,
    wait, HandoffNode.form, EndNode.form,
  ]

  static func of(_ verb: Verb) -> VerbForm? { all.first { $0.verb == verb } }

  /// Every key that may stand on this verb's nodes, the verb itself among them.
  var allKeys: [KeyForm] {
    let common = verb == .say ? Self.everywhere.filter { $0.name != "say" } : Self.everywhere
    return [KeyForm(verb.rawValue, expects, .required)] + keys + common
  }
}
