/// The keys of a scenario, in the order in which they are best written.
package enum ScenarioForm {
  /// A scenario in a file of its own.
  package static let file: [KeyForm] =
    [
      GraphForm.version.optional,
      KeyForm("scenario", .text, .required, summary: "What it shows, in a few words."),
      KeyForm(
        "graph", .word, summary: "The graph it is for, from the scenario's folder; else that of its folder or the one above."),
    ] + body

  /// One of a graph's `talks`: its lines, or a map with a clock and a calendar besides.
  package static let talk = Expectation.filled(.either([lines, .record(body)]))

  package static let body: [KeyForm] = [
    KeyForm("description", .text, summary: "More on it, for people who read it."),
    KeyForm(
      "now", .written, summary: "When it begins: a clock time of the graph's zone, or with an offset. Else a Monday at nine."),
    KeyForm("zone", .word, summary: "The time zone of the person, where it is another than the graph's."),
    KeyForm("locale", .word, summary: "The language of the person, where it is another than the graph's first."),
    KeyForm("seed", .integer(0...Int.max), summary: "Decides which variants of texts are spoken."),
    KeyForm("staffed", .boolean, summary: "Whether somebody is there for a 'handoff'; else only where a line has 'person'."),
    KeyForm("calendar", .list(.record(event)), summary: "What stands in the person's calendar before."),
    KeyForm("talk", .filled(lines), .required, summary: "The lines, in order."),
    KeyForm("calendar_after", .list(.record(event)), summary: "All that stands in the calendar when everything is said."),
  ]

  private static let lines = Expectation.list(.record(turn))

  /// What happens, what helps it along, and what must come of it.
  package static let turn: [KeyForm] = [
    KeyForm("later", .written, summary: "Before the line this much time passes, and what is due meanwhile happens."),
    KeyForm("user", .text, summary: "What the person says."),
    KeyForm("press", .text, summary: "The label of the button that the person presses."),
    KeyForm("event", call, summary: "What happens outside: the name of an event, or the name with its fields."),
    KeyForm("person", .text, summary: "What somebody says who was fetched by a 'handoff'."),
    KeyForm("person_does", .oneOf(["takes", "gives_back", "closes"]), summary: "What somebody does who was fetched."),
    KeyForm("delivered", .boolean, summary: "False where the reply does not reach the person."),
    KeyForm("tools", .filled(.map(script)), summary: "In this line, calls of these tools end so instead of being made."),
    KeyForm(
      "model", .filled(answers),
      summary: "What the language model answers: 'reply', 'out' or 'failed', one for each of its calls."),
    KeyForm("calls", .list(call), summary: "The tools that were called. Every write must be listed, reads may be."),
    KeyForm(
      "bot", .filled(.oneOrMore(.text)),
      summary: "The reply, with '*' for anything, or a regular expression between slashes."),
    KeyForm("buttons", .list(.text), summary: "The labels of the buttons beside the reply."),
    KeyForm("at", .word, summary: "The node that waits then."),
    KeyForm("waits_for", .filled(.oneOrMore(.word)), summary: "What is waited for: a slot, an event, or a word such as 'yes'."),
    KeyForm("slots", .filled(.map(.anything)), summary: "What slots and facts hold; 'unset' for nothing."),
    KeyForm("ends", .word, summary: "The name of the end that the run has come to."),
  ]

  package static let event: [KeyForm] = [
    KeyForm("title", .text, .required, summary: "What it is called."),
    KeyForm("start", .written, .required, summary: "When it starts."),
    KeyForm("length", .written, summary: "How long it takes; half an hour where nothing is said."),
    KeyForm("people", .oneOrMore(.written), summary: "Who comes: names or e-mail addresses."),
    KeyForm("place", .text, summary: "Where it is."),
  ]

  /// `calendar.create`, or `calendar.create: {title: "Sync"}`.
  private static let call = Expectation.filled(.either([.word, .map(.map(.anything))]))

  /// How calls end: an outcome, or an outcome with its fields; a list has one for each call, in order.
  private static let script = Expectation.filled(.either([.word, .list(call), .map(.map(.anything))]))

  /// What a language model answers: `failed`, or `reply` or `out` with what it gives.
  private static let answer = Expectation.filled(.either([.word, .map(.anything)]))
  private static let answers = Expectation.either([.word, .list(answer), .map(.anything)])
}

extension KeyForm {
  /// Where a file need not have it.
  var optional: KeyForm { KeyForm(name, expects, summary: summary) }
}
