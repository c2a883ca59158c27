import MuseDefinition
import MuseSource

extension EndNode {
  static let form = VerbForm(
    verb: .end, expects: .word,
    keys: [
      KeyForm(
        "after_end", .oneOf(["again", "refuse"]),
        summary:
          "What the next message does: begin a new run (again, if left out) or hear that the conversation is over (refuse).")
    ],
    summary: "Ends the graph with a name, which is the outcome of the 'run' that called it.")
}

extension NodeDocument.End {
  init?(_ fields: Fields) {
    guard let name = fields.text("end") else { return nil }
    self.init(name: name)
    after = fields.text("after_end")
  }
}

extension GraphChecker {
  mutating func buildEnd(_ end: NodeDocument.End, into draft: inout NodeDraft) {
    draft.verb = .end
    if !NameForm.isID(end.name.value) {
      add(
        Rule.badID.finding(
          "'\(end.name.value)' is no name for an end.", at: end.name.location, advice: NameForm.Kind.outcome.advice))
    }
    let after = end.after.flatMap { EndNode.After(rawValue: $0.value) } ?? .again
    draft.kind = .end(EndNode(name: end.name.value, after: after))
  }
}
