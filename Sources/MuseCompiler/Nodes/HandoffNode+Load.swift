import MuseDefinition
import MuseSource

extension HandoffNode {
  static let form = VerbForm(
    verb: .handoff, expects: .word, keys: [VerbForm.next] + VerbForm.waiting,
    standing: .lesser("nobody is there, so it takes 'unstaffed' at once"),
    summary: "Hands the conversation over to a person of the named queue, and waits until it is given back.")
}

extension GraphChecker {
  mutating func buildHandoff(_ queue: WrittenText?, into draft: inout NodeDraft) {
    draft.verb = .handoff
    draft.outcomes.ordinary = ["returned", "closed", .unstaffed, "timeout"]
    if let queue { draft.kind = .handoff(HandoffNode(queue: queue.value)) }
  }
}
