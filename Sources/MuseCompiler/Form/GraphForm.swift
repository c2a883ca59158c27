import MuseDefinition

/// The keys of the language above the nodes: what each expects, and whether this version runs it.
///
/// This table is the form of the language: the loader reads by it, findings name what it holds, the reference and the JSON
/// Schema are written from it. Its order is the order in which `musegraph fmt` writes keys.
package enum GraphForm {
  static let count = Expectation.integer(1...1_000_000)

  /// A graph's own file.
  package static let graph: [KeyForm] = [
    version,
    KeyForm("name", .word, .required, summary: "What the graph is called: by 'run', by clients and in reports."),
    KeyForm("title", .text, summary: "What the conversation does, in a few words for people."),
    description,
    KeyForm("locales", .list(.word), summary: "The languages of its texts; the first one is spoken where nothing else is known."),
    KeyForm("timezone", .word, summary: "The IANA time zone in which times are meant, such as Europe/London."),
    imports, types, tools,
    KeyForm("slots", .map(.record(slot)), summary: "What a person may tell, by name."),
    KeyForm(
      "facts", .map(.either([.type, .record(fact)])),
      summary: "What only tools and the graph may set, by name, each with its type."),
    KeyForm(
      "intents", .map(.list(.text)),
      summary: "What a person may want, by name, each with examples of how it is said; '[words](slot)' marks a value."),
    KeyForm(
      "events", .map(.map(.type)),
      summary: "What may come from outside while a 'wait' waits for it, by name, each with its fields."),
    KeyForm(
      "takes", .oneOrMore(.word), summary: "Slots and facts that whoever runs this graph must give it in 'with'."),
    KeyForm("begin", .word, .required, summary: "The node where a conversation begins."),
    KeyForm("nodes", .map(.node), .required, summary: "The places of the conversation, by name; each has one verb."),
    KeyForm("otherwise", .map(.word), summary: "Where outcomes lead when a node names no place of its own for them."),
    KeyForm("policy", .record(policy), summary: "What holds everywhere in the conversation."),
    KeyForm("check", .map(.record(property)), .later, summary: "What must hold of every conversation; 'validate' proves it."),
    KeyForm("talks", .map(ScenarioForm.talk), summary: "Conversations that are tests, by name; 'test' plays them."),
  ]

  /// A file of tools and types, which graphs import.
  package static let shared: [KeyForm] = [version, description, imports, types, tools]

  static let version = KeyForm(
    "musegraph", .integer(1...1), .required, summary: "The version of the language that the file is written in.")
  private static let description = KeyForm("description", .text, summary: "A note for the people who read the file.")
  private static let imports = KeyForm(
    "import", .oneOrMore(.word), summary: "Files of tools and types that belong to this one, by their paths from its folder.")
  private static let types = KeyForm("types", .map(.record(object)), summary: "Types of objects, by name.")
  private static let tools = KeyForm("tools", .map(.record(tool)), summary: "What the graph may call, by name.")

  /// Values, or values with the words for each.
  private static let options = Expectation.either([.list(.text), .map(.spoken)])

  package static let slot: [KeyForm] = [
    KeyForm("type", .type, .required, summary: "What kind of value it is."),
    KeyForm("description", .text, summary: "A note for the people who read the graph, and for language models."),
    KeyForm(
      "of", options,
      summary: "The values of a choice, in the words a person says; or a map from each value to its words, by locale if need be."),
    KeyForm("lookup", .word, summary: "The tool that turns words into a value, such as a name into a person."),
    KeyForm("optional", .boolean, summary: "Whether the person may leave it out; it is asked once."),
    KeyForm("min", .written, summary: "The least value; of texts the least length, of lists the least number of items."),
    KeyForm("max", .written, summary: "The greatest value; of texts the greatest length, of lists the greatest number of items."),
    KeyForm("pattern", .text, summary: "A regular expression that a text has to match as a whole."),
    KeyForm("default", .written, summary: "The value that holds until the person names another."),
    KeyForm("ask", .spoken, summary: "The question; a slot without one is taken when said and never asked."),
    KeyForm("reask", .spoken, summary: "The question when it is asked again."),
    KeyForm("help", .spoken, summary: "What is said when the person asks for help with this slot."),
    KeyForm("label", .spoken, summary: "What the slot is called in lists and in questions about it."),
    KeyForm(
      "examples", .list(.text),
      summary: "How a value is said, with '[words](slot)' around the value; teaches the words beside it."),
    KeyForm("where", .expression, summary: "What must hold of a value when it is offered, and again when it is agreed to."),
    KeyForm("refuse", .spoken, summary: "What is said when a value is not taken; '{offered}' is that value."),
    KeyForm("needed", .expression, summary: "When it is asked at all; it is cleared when this stops to hold."),
    KeyForm("depends", .oneOrMore(.word), summary: "Slots whose change clears this one."),
    KeyForm("redo", .word, summary: "The node where the conversation goes on after the value was changed."),
    KeyForm("sensitive", .boolean, summary: "Whether the value is kept out of logs and reports."),
  ]

  package static let fact: [KeyForm] = [
    KeyForm("type", .type, .required, summary: "What kind of value it is."),
    KeyForm("description", .text, summary: "A note for the people who read the graph."),
    KeyForm("of", options, summary: "The values of a choice; or a map from each value to the words for it."),
  ]

  package static let object: [KeyForm] = [
    KeyForm("description", .text, summary: "A note for the people who read the file."),
    KeyForm("fields", .map(.type), .required, summary: "The fields, each with its type."),
    KeyForm("show", .template, summary: "How an object is spoken of; '{…}' holds its fields."),
  ]

  package static let tool: [KeyForm] = [
    KeyForm("description", .text, summary: "What the tool does, for people and for language models."),
    KeyForm(
      "effect", .oneOf(["reads", "writes"]), .required,
      summary: "Whether it only reads, or writes; a write needs a person's yes."),
    KeyForm(
      "repeat", .oneOf(["same_key", "harmless", "never"]),
      summary: "What may be done after a crash: repeat under the same key, repeat without harm, or never repeat."),
    KeyForm("takes", .map(.type), summary: "The parameters, each with its type; 'optional<…>' may be left out."),
    KeyForm(
      "outcomes", .filled(.map(.map(.type))), .required, summary: "The ways in which it ends, each with the fields of its result."
    ),
    KeyForm("undo", .record(undo), summary: "The tool that takes a write back, when a person cancels after it."),
    KeyForm("example", example, summary: "Results that stand for the tool in 'chat' and 'test' when nothing runs it."),
  ]

  /// An outcome, or an outcome with its fields and `if`; or a list of these.
  private static let example = Expectation.either([
    .word, .list(.either([.word, .map(.anything)])), .map(.anything),
  ])

  package static let undo: [KeyForm] = [
    KeyForm("call", .word, .required, summary: "The tool that takes the write back: one that writes, too."),
    KeyForm(
      "with", .map(.word),
      summary: "What it is called with: fields of an outcome ('outcome.field'), or parameters of the write that is taken back."),
  ]

  package static let policy: [KeyForm] = [
    KeyForm("cancel", .word, summary: "The node where 'cancel' leads, wherever the conversation is."),
    KeyForm(
      "digress", .map(.word), summary: "Intents that may be asked beside, each with the node that answers; 'next: back' returns."),
    KeyForm("silence", SilenceStep.expectation, summary: "What happens when nobody answers a question."),
    KeyForm("on_busy", .oneOf(["queue", "reject", "interrupt"]), summary: "What happens to a message that comes during a turn."),
    KeyForm(
      "gather", .written,
      summary: "How long to wait for further messages before a turn begins, to hear them as one, where the client can bear it."),
    KeyForm("limits", .record(limits), summary: "How much may happen in one turn."),
    KeyForm("keep", .record(keep), summary: "How long conversations are kept."),
  ]

  package static let limits = [
    KeyForm("steps_per_turn", count, summary: "How many nodes one turn may pass."),
    KeyForm("model_calls_per_turn", count, summary: "How often one turn may ask a language model."),
  ]

  package static let keep = [
    KeyForm("days", count, summary: "How many days a conversation is kept after its last message: 30."),
    KeyForm("checkpoints", count, summary: "How many checkpoints of a conversation are kept."),
  ]

  package static let property: [KeyForm] = [
    KeyForm(
      "event", .oneOrMore(.word), summary: "The event that the property is about: a node, an outcome, an end; a list means any."),
    KeyForm("only_after", .oneOrMore(.word), summary: "Each 'event' has one of these before it."),
    KeyForm("since", .oneOrMore(.word), summary: "None of these may lie between the two."),
    KeyForm("since_change_of", .oneOrMore(.word), summary: "Slots that may not take a different value between the two."),
    KeyForm("never_after", .oneOrMore(.word), summary: "No 'event' comes after one of these."),
    KeyForm("until", .oneOrMore(.word), summary: "What lifts 'never_after' again."),
    KeyForm("at_most", .integer(0...1_000_000), summary: "How often 'event' may happen."),
    KeyForm("per", .oneOrMore(.word), summary: "Between which events 'at_most' counts; a run, if left out."),
    KeyForm("then", .oneOrMore(.word), summary: "After each 'event' one of these comes."),
    KeyForm("before", .oneOrMore(.word), summary: "What may not come before 'then'."),
    KeyForm("at", .word, summary: "The node at whose every entry 'holds' is true."),
    KeyForm("holds", .expression, summary: "The condition that is true at every entry of 'at'."),
    KeyForm("from", .oneOrMore(.word), summary: "After which events 'can_reach' can be brought about; 'anywhere' is every wait."),
    KeyForm("can_reach", .oneOrMore(.word), summary: "What the person can bring about, whatever else happens."),
    KeyForm("turns", count, summary: "In how many turns at most."),
  ]
}
