import MuseDefinition
import MuseExpression
import MuseSource

extension GraphChecker {
  mutating func checkPolicy() -> Policy {
    let written = document.policy
    var policy = Policy()
    policy.cancel = written.cancel.flatMap { resolveNode($0) }
    for digression in written.digressions {
      guard let intent = resolveIntent(digression.intent), let node = resolveNode(digression.target) else { continue }
      policy.digress[intent] = node
    }
    policy.silence = buildPolicySilence()
    policy.onBusy = written.onBusy.flatMap { Policy.OnBusy(rawValue: $0.value) } ?? .queue
    policy.gather = written.gather.flatMap { checkedDuration($0) }
    policy.limits = .init(
      stepsPerTurn: written.stepsPerTurn?.value ?? Policy.Limits().stepsPerTurn,
      modelCallsPerTurn: written.modelCallsPerTurn?.value ?? Policy.Limits().modelCallsPerTurn)
    policy.keep = .init(
      days: written.days?.value ?? Policy.Keep().days, checkpoints: written.checkpoints?.value ?? Policy.Keep().checkpoints)
    return policy
  }

  /// Properties are proved by a later version; the names in them are resolved now, so that they do not rot until then.
  mutating func checkProperties(_ drafts: [NodeDraft]) {
    let drafts = Dictionary(drafts.map { ($0.id, $0) }) { first, _ in first }
    let events = ["event", "only_after", "since", "never_after", "until", "per", "then", "before", "from", "can_reach"]
    for property in document.properties {
      for key in events {
        for event in property.words[key] ?? [] { checkEvent(event, drafts: drafts) }
      }
      for slot in property.words["since_change_of"] ?? [] { _ = resolveSlot(slot) }
      for node in property.words["at"] ?? [] { _ = resolveNode(node) }
      if let condition = property.words["holds"]?.first {
        _ = checkExpression(condition, expecting: .bool, in: scope.environment)
      }
    }
  }

  private mutating func checkEvent(_ event: WrittenText, drafts: [NodeID: NodeDraft]) {
    let text = event.value
    if text == "wait" || text == "turn" || text == "end" || text == "anywhere" || text.hasPrefix("end.") { return }
    for (prefix, isSlot) in [("changed(", true), ("heard(", false)] where text.hasPrefix(prefix) && text.hasSuffix(")") {
      let name = String(text.dropFirst(prefix.count).dropLast())
      let inner = WrittenText(
        name, at: event.location(of: prefix.count..<(prefix.count + name.unicodeScalars.count)))
      if isSlot { _ = resolveSlot(inner) } else { _ = resolveIntent(inner) }
      return
    }
    guard text.contains("."), !text.hasSuffix(".started"), !text.hasSuffix(".delivered") else {
      let name = text.split(separator: ".").first.map(String.init) ?? text
      _ = resolveNode(WrittenText(name, at: event.location(of: 0..<name.unicodeScalars.count)))
      return
    }
    checkOutcomePath(event, drafts: drafts)
  }
}
