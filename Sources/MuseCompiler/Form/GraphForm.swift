/// The keys of the language above the nodes: what each expects, and whether this version runs it.
///
/// This table is the form of the language: the loader reads by it, and findings name what it holds.
enum GraphForm {
  static let count = Expectation.integer(1...1_000_000)

  /// A graph's own file.
  static let graph: [KeyForm] =
    shared + [
      KeyForm("name", .word, .required),
      KeyForm("title", .text),
      KeyForm("locales", .list(.word)),
      KeyForm("timezone", .word),
      KeyForm("slots", .map(.record(slot))),
      KeyForm("facts", .map(.either([.type, .record(fact)]))),
      KeyForm("intents", .map(.list(.text))),
      KeyForm("begin", .word, .required),
      KeyForm("nodes", .map(.node), .required),
      KeyForm("otherwise", .map(.word)),
      KeyForm("policy", .record(policy)),
      KeyForm("check", .map(.record(property)), .later),
    ]

  /// A file of tools and types, and what a graph's own file has besides.
  static let shared: [KeyForm] = [
    KeyForm("musegraph", .integer(1...1), .required),
    KeyForm("description", .text),
    KeyForm("import", .oneOrMore(.text)),
    KeyForm("types", .map(.record(object))),
    KeyForm("tools", .map(.record(tool))),
  ]

  static let slot: [KeyForm] = [
    KeyForm("type", .type, .required),
    KeyForm("ask", .spoken),
    KeyForm("reask", .spoken),
    KeyForm("help", .spoken),
    KeyForm("label", .spoken),
    KeyForm("description", .text),
    KeyForm("examples", .list(.text)),
    KeyForm("default", .written),
    KeyForm("optional", .boolean),
    KeyForm("min", .written),
    KeyForm("max", .written),
    KeyForm("of", .list(.text)),
    KeyForm("where", .expression),
    KeyForm("refuse", .spoken),
    KeyForm("lookup", .word),
    KeyForm("pattern", .text, .later),
    KeyForm("needed", .expression, .later),
    KeyForm("depends", .oneOrMore(.word), .later),
    KeyForm("redo", .word, .later),
    KeyForm("sensitive", .boolean, .later),
  ]

  static let fact: [KeyForm] = [
    KeyForm("type", .type, .required),
    KeyForm("description", .text),
    KeyForm("of", .list(.text)),
  ]

  static let object: [KeyForm] = [
    KeyForm("fields", .map(.type), .required),
    KeyForm("show", .template),
    KeyForm("description", .text),
  ]

  static let tool: [KeyForm] = [
    KeyForm("effect", .oneOf(["reads", "writes"]), .required),
    KeyForm("takes", .map(.type)),
    KeyForm("outcomes", .filled(.map(.map(.type))), .required),
    KeyForm("repeat", .oneOf(["same_key", "harmless", "never"])),
    KeyForm("description", .text),
    KeyForm("undo", .anything, .later),
    KeyForm("example", .anything, .later),
  ]

  static let policy: [KeyForm] = [
    KeyForm("cancel", .word),
    KeyForm("digress", .map(.word)),
    KeyForm("limits", .record(limits)),
    KeyForm("keep", .record(keep)),
    KeyForm("on_busy", .oneOf(["queue"], later: ["reject", "interrupt"])),
    KeyForm("gather", .written, .later),
    KeyForm("silence", .record(silence), .later),
  ]

  static let limits = [KeyForm("steps_per_turn", count), KeyForm("model_calls_per_turn", count, .later)]
  static let keep = [KeyForm("days", count, .later), KeyForm("checkpoints", count)]

  static let silence: [KeyForm] = [
    KeyForm("after", .written, .required),
    KeyForm("say", .spoken),
    KeyForm("to", .word),
    KeyForm("then", .record([KeyForm("after", .written, .required), KeyForm("say", .spoken), KeyForm("to", .word)])),
  ]

  static let property: [KeyForm] = [
    KeyForm("event", .oneOrMore(.word)),
    KeyForm("only_after", .oneOrMore(.word)),
    KeyForm("since", .oneOrMore(.word)),
    KeyForm("since_change_of", .oneOrMore(.word)),
    KeyForm("never_after", .oneOrMore(.word)),
    KeyForm("until", .oneOrMore(.word)),
    KeyForm("at_most", .integer(0...1_000_000)),
    KeyForm("per", .oneOrMore(.word)),
    KeyForm("then", .oneOrMore(.word)),
    KeyForm("before", .oneOrMore(.word)),
    KeyForm("at", .word),
    KeyForm("holds", .expression),
    KeyForm("from", .oneOrMore(.word)),
    KeyForm("can_reach", .oneOrMore(.word)),
    KeyForm("turns", count),
  ]
}
