import MuseCompiler

extension ReferencePage {
  static let keys = ReferencePage(
    "Keys", title: "Keys", abstract: "Every key of a graph above its nodes, what it expects, and what it says.",
    [
      """
      The keys of nodes stand with their verbs: <doc:Verbs>. Those of `check` are on <doc:Properties>. An unknown key is an error \
      that names the nearest known one.
      """,
      section("A graph's file", GraphForm.graph),
      section("A file of tools and types", GraphForm.shared, "What graphs `import`: `*.tools.yaml`."),
    ] + sections(below: [], GraphForm.graph, but: ["nodes", "check", "talks"]))

  static let properties = ReferencePage(
    "Properties", title: "Properties", abstract: "What can be demanded of every conversation that a graph allows, under `check`.",
    [
      """
      A property has a name and is one of six patterns. `musegraph validate` is to prove it; until the prover is part of musegraph, \
      properties are checked in form and noted as `not-yet`.
      """,
      "## Patterns", Markdown.table(["Pattern", "On every conversation"], patterns),
      "## Events", "A list of events means any of them.", Markdown.table(["Event", "Happens"], events),
      section("Keys", GraphForm.property),
    ])

  static let scenarios = ReferencePage(
    "ScenarioKeys", title: "Scenario keys", abstract: "Every key of a `*.scenario.yaml`, what it expects, and what it says.",
    [
      "What a scenario is for, and how to write one, is told in <doc:Scenarios>.",
      section("A scenario's file", ScenarioForm.file),
      section("talk", ScenarioForm.turn, "Each line of the talk."),
      section("calendar", ScenarioForm.event, "Each entry of `calendar` and `calendar_after`."),
    ])

  /// A section for each key behind which a map of the language's own keys stands, and for those in it.
  private static func sections(below path: [String], _ keys: [KeyForm], but left: Set<String> = []) -> [String] {
    keys.filter { !left.contains($0.name) }.flatMap { key -> [String] in
      guard let inner = key.expects.record else { return [] }
      let path = path + [key.name]
      return [section(path.joined(separator: ": "), inner, Markdown.prose(key.summary))] + sections(below: path, inner)
    }
  }

  static func section(_ heading: String, _ keys: [KeyForm], _ introduction: String? = nil) -> String {
    (["## \(heading)"] + [introduction, table(of: keys)].compactMap { $0 }).joined(separator: "\n\n")
  }

  static func table(of keys: [KeyForm]) -> String {
    Markdown.table(
      ["Key", "Expects", "Says"],
      keys.map { [Markdown.code($0.name), Markdown.prose($0.expects.description), remark(on: $0)] })
  }

  private static func remark(on key: KeyForm) -> String {
    let summary = Markdown.prose(key.summary)
    return switch key.standing {
    case .optional: summary
    case .required: "**Required.** " + summary
    case .later: summary + " *(not run yet)*"
    }
  }

  private static let patterns = [
    [
      "`{event: A, only_after: B, since: C, since_change_of: [s]}`",
      "Each A has an earlier B, with no C and no change of s between.",
    ],
    ["`{event: A, never_after: B, until: C}`", "No A after a B, unless a C lies between."],
    ["`{event: A, at_most: n, per: P}`", "At most n A between two P; in a run, if `per` is left out."],
    ["`{event: A, then: [B], before: C}`", "After each A a B comes before the next C."],
    ["`{at: node, holds: \"condition\"}`", "The condition is true at every entry of the node."],
    ["`{from: A, can_reach: B, turns: n}`", "From every wait after A the person can bring about B, whatever fails meanwhile."],
  ]

  private static let events = [
    ["`node`", "The node is entered."],
    ["`node.outcome`", "The node is left by this outcome."],
    ["`node.started`", "The write of the node begins; repetitions of one write count once."],
    ["`node.delivered`", "What the node said has reached the person."],
    ["`changed(slot)`", "The slot takes a different value."],
    ["`heard(intent)`", "The intent is understood."],
    ["`end`, `end.name`", "The run ends; ends with this name."],
    ["`wait`", "The conversation waits."],
    ["`turn`", "A turn begins."],
  ]
}
