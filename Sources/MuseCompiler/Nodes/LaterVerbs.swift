import MuseDefinition

/// The verbs that load, are checked in form, and no graph can be run with yet.
extension VerbForm {
  static let llm = VerbForm(
    verb: .llm, expects: .word,
    keys: [
      next,
      KeyForm("reply", .boolean, summary: "Whether what the language model writes is said to the person."),
      KeyForm("out", .either([.type, .map(.type)]), summary: "The type of the answer, or the types of its fields."),
      KeyForm("prompt", .spoken, summary: "What the language model is told."),
      KeyForm("history", .anything, summary: "How much of the conversation the language model is shown."),
      KeyForm("tools", .list(.word), summary: "The tools that the language model may call; all of them read only."),
      KeyForm("without", .word, summary: "The node that is taken where no language model is configured."),
      KeyForm("set", .map(.word), summary: "Slots and facts that take the answer or its fields."),
    ], standing: .later, summary: "Asks a language model, named by its role, for a reply or for a typed answer.")

  static let run = VerbForm(
    verb: .run, expects: .word,
    keys: [
      next, with, KeyForm("set", .map(.word), summary: "Slots and facts that take values of the graph that was run."),
    ], standing: .later, summary: "Runs another graph and goes on by the name of its end.")

  static let each = VerbForm(
    verb: .each, expects: .expression,
    keys: [
      next, with,
      KeyForm("as", .word, summary: "What the item is called in 'with'."),
      KeyForm("at_once", .integer(1...100), summary: "How many may run at the same time."),
      KeyForm("call", .word, summary: "The tool that is called for each item."),
      KeyForm("llm", .word, summary: "The role of the language model that is asked for each item."),
      KeyForm("run", .word, summary: "The graph, without waits, that runs for each item."),
      KeyForm("set", .map(.word), summary: "Slots and facts that take the results, in the order of the list."),
    ], standing: .later, summary: "Does one thing for every item of a list.")

  static let wait = VerbForm(
    verb: .wait,
    expects: .record([
      KeyForm("for", .written, summary: "How long it waits."),
      KeyForm("until", .expression, summary: "The instant until which it waits."),
      KeyForm("event", .oneOrMore(.word), summary: "The event from outside that it waits for."),
      KeyForm("where", .expression, summary: "Which event counts, as a condition on its fields."),
      KeyForm("message", .boolean, summary: "Whether a message of the person ends the wait."),
    ]),
    keys: [next], standing: .later,
    summary: "Waits for a time, an event or a message, whichever of those it names comes first.")
}
