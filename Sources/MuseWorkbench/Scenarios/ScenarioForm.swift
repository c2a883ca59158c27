import MuseCompiler

/// The keys of a scenario file, in the order in which they are best written.
enum ScenarioForm {
  static let file: [KeyForm] = [
    KeyForm("musegraph", .integer(1...1)),
    KeyForm("scenario", .text, .required),
    KeyForm("description", .text),
    KeyForm("graph", .text),
    KeyForm("now", .written, .required),
    KeyForm("zone", .word),
    KeyForm("calendar", .list(.record(event))),
    KeyForm("talk", .list(.record(turn)), .required),
    KeyForm("calendar_after", .list(.record(event))),
  ]

  static let turn: [KeyForm] = [
    KeyForm("later", .written),
    KeyForm("user", .text, .required),
    KeyForm("tools", .map(call)),
    KeyForm("calls", .list(call)),
    KeyForm("bot", .oneOrMore(.text)),
    KeyForm("at", .word),
    KeyForm("slots", .map(.anything)),
    KeyForm("ends", .word),
  ]

  static let event: [KeyForm] = [
    KeyForm("title", .text, .required),
    KeyForm("start", .written, .required),
    KeyForm("length", .written),
    KeyForm("people", .oneOrMore(.text)),
    KeyForm("place", .text),
  ]

  /// `calendar.create`, or `calendar.create: {title: "Sync"}`; under `tools` an outcome, or an outcome with its fields.
  private static let call = Expectation.either([.word, .map(.anything)])
}
