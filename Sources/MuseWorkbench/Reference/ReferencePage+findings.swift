import MuseSource

extension ReferencePage {
  static let findings = ReferencePage(
    "Findings", title: "Findings",
    abstract: "Everything that `musegraph validate` can find in a graph, and `musegraph test` in a scenario.",
    [
      "`musegraph explain ID` tells the same in the terminal. An error keeps a graph from being run; a warning and a note do not.",
      Markdown.table(
        ["Finding", "", "Why it is one"],
        Explanation.findings.map { [Markdown.code($0.id), $0.kind.name, Markdown.prose($0.meaning)] }),
    ] + Explanation.findings.map { part(of: $0) })

  static func errors(_ codes: [Explanation], _ refusals: [Explanation], _ statuses: [Explanation]) -> ReferencePage {
    ReferencePage(
      "Errors", title: "Error codes", abstract: "What clients of the server and callers of the command are told.",
      ["`musegraph explain CODE` tells the same in the terminal."]
        + section(
          "On the wire",
          "A message that gets no reply gets an `error` with an `error_code`. The connection lives on unless it says otherwise.",
          codes)
        + section(
          "Over HTTP",
          """
          A request that is refused gets a JSON body with an `error_code` and a `message`; so does a request for a WebSocket. Where \
          it was to begin a turn, the codes above can stand there, too.
          """, refusals)
        + section("Exit statuses", "How the command `musegraph` ends.", statuses))
  }

  private static func section(_ heading: String, _ lead: String, _ explanations: [Explanation]) -> [String] {
    ["## " + heading, lead] + explanations.map { part(of: $0, level: 3) }
  }

  private static func part(of explanation: Explanation, level: Int = 2) -> String {
    var parts = [String(repeating: "#", count: level) + " " + explanation.id, Markdown.prose(explanation.meaning)]
    parts += examples("Wrong:", explanation.wrong) + examples("Right:", explanation.right)
    parts.append("**What to do:** " + Markdown.prose(explanation.advice))
    return parts.joined(separator: "\n\n")
  }

  private static func examples(_ heading: String, _ examples: [String]) -> [String] {
    examples.isEmpty ? [] : [heading] + examples.map { Markdown.block($0) }
  }
}
