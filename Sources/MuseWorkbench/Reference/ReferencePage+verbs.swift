import MuseCompiler
import MuseDefinition

extension ReferencePage {
  static let verbs = ReferencePage(
    "Verbs", title: "Verbs", abstract: "What a node can do: each node has exactly one verb.",
    [
      """
      Only `ask`, `classify`, `confirm`, `wait` and `handoff` wait for something. All others go on in the same turn. Where a node goes \
      on stands under `next`: one node, or a map from outcomes to nodes. Outcomes that a node does not name lead where the graph's \
      `otherwise` says.
      """,
      section("Every node", VerbForm.everywhere, "Whatever its verb, a node may have these keys:"),
    ] + VerbForm.all.map(page))

  private static func page(of form: VerbForm) -> String {
    var parts = ["## \(form.verb.rawValue)", Markdown.prose(form.summary)]
    parts.append(Markdown.block(VerbExample.text(of: form.verb), language: "yaml"))
    let common = Set(VerbForm.everywhere.map(\.name)).subtracting([form.verb.rawValue])
    let own = form.allKeys.filter { !common.contains($0.name) }
    parts.append(table(of: own))
    parts += records(in: own)
    parts.append(outcomes(of: form.verb))
    return parts.joined(separator: "\n\n")
  }

  /// The keys of a map that stands behind a key of the verb.
  private static func records(in keys: [KeyForm]) -> [String] {
    keys.filter { $0.name != "silence" }.flatMap { key -> [String] in
      guard let inner = key.expects.record else { return [] }
      return ["In \(Markdown.code(key.name)):", table(of: inner)]
    }
  }

  private static func outcomes(of verb: Verb) -> String {
    guard !verb.outcomes.isEmpty else {
      return verb == .when ? "It has no outcomes: its cases say where it goes on." : "It has no outcomes: nothing comes after it."
    }
    return Markdown.table(
      ["Outcome", "Taken when"],
      verb.outcomes.map { outcome in
        switch outcome.name {
        case .word(let word): [Markdown.code(word), Markdown.prose(outcome.taken)]
        case .named(let source): ["*\(Markdown.prose(source))*", Markdown.prose(outcome.taken)]
        }
      })
  }
}
