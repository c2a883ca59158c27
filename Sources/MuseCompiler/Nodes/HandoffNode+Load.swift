import MuseDefinition
import MuseSource

extension HandoffNode {
  static let form = VerbForm(
    verb: .handoff, expects: .word,
    keys: [
      VerbForm.next,
      KeyForm("timeout", .written, summary: "How long somebody may take to come; ten minutes, if left out."),
    ],
    summary: "Hands the conversation over to a person of the named queue, and waits until it is given back.")
}

extension NodeDocument.Handoff {
  init?(_ fields: Fields) {
    guard let queue = fields.text("handoff") else { return nil }
    self.init(queue: queue)
    timeout = fields.text("timeout")
  }
}

extension GraphChecker {
  mutating func buildHandoff(_ handoff: NodeDocument.Handoff, into draft: inout NodeDraft) {
    draft.verb = .handoff
    draft.outcomes.ordinary = [.returned, .closed, .unstaffed, .timeout]
    let timeout = handoff.timeout.map { checkedDuration($0) } ?? HandoffNode.usualTimeout
    guard let timeout else { return }
    draft.kind = .handoff(HandoffNode(queue: handoff.queue.value, timeout: timeout))
  }
}
