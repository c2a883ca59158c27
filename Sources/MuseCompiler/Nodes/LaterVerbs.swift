import MuseDefinition

/// The verbs that load, are checked in form, and no graph can be run with yet.
extension VerbForm {
  static let llm = VerbForm(
    verb: .llm, expects: .word,
    keys: [
      next,
      KeyForm("reply", .boolean),
      KeyForm("out", .either([.type, .map(.type)])),
      KeyForm("prompt", .spoken),
      KeyForm("history", .anything),
      KeyForm("tools", .list(.word)),
      KeyForm("without", .word),
      KeyForm("set", .map(.word)),
    ], standing: .later)

  static let run = VerbForm(verb: .run, expects: .word, keys: [next, with, KeyForm("set", .map(.word))], standing: .later)

  static let each = VerbForm(
    verb: .each, expects: .expression,
    keys: [
      next, with,
      KeyForm("as", .word),
      KeyForm("at_once", .integer(1...100)),
      KeyForm("call", .word),
      KeyForm("llm", .word),
      KeyForm("run", .word),
      KeyForm("set", .map(.word)),
    ], standing: .later)

  static let wait = VerbForm(
    verb: .wait,
    expects: .record([
      KeyForm("for", .written),
      KeyForm("until", .expression),
      KeyForm("event", .oneOrMore(.word)),
      KeyForm("where", .expression),
      KeyForm("message", .boolean),
    ]),
    keys: [next], standing: .later)
}
