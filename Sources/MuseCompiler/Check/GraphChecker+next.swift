import MuseDefinition
import MuseSource

extension GraphChecker {
  mutating func resolveTarget(_ text: WrittenText) -> NodeDraft.Exit.Target {
    if text.value == "back" { return .back }
    if let id = resolveNode(text) { return .node(id) }
    // Followed where it was probably meant to lead, so that what lies behind it is not unreachable, too.
    return nearMiss(to: text.value, among: scope.nodes.lazy.map(\.rawValue)).map { .guess(NodeID(rawValue: $0)) } ?? .unknown
  }

  /// Where the outcomes of a node lead: by its `next`, else by the graph's `otherwise`.
  mutating func checkNext(of draft: inout NodeDraft) {
    switch draft.verb {
    case .when, .end, .none: return
    case .say, .ask, .classify, .confirm, .llm, .call, .set, .run, .each, .wait, .handoff: break
    }
    let isResolved = draft.kind != nil || !draft.outcomes.all.isEmpty
    switch draft.document.next {
    case nil: break
    case .single(let target): addSingle(target, to: &draft)
    case .byOutcome(let exits, _) where exits.count == 1 && draft.outcomes.all == [.next] && exits[0].outcome.value != "next":
      addOnly(exits[0], to: &draft)
    case .byOutcome(let exits, _):
      for exit in exits { addExit(exit, to: &draft, isResolved: isResolved) }
    }
    addOtherwise(to: &draft)
    if isResolved { reportMissing(of: draft) }
  }

  /// `next: {done: a}` on a node that goes on in one way only.
  private mutating func addOnly(_ exit: NextDocument.Exit, to draft: inout NodeDraft) {
    reportUnknownOutcome(Outcome(rawValue: exit.outcome.value), of: draft, at: exit.outcome.location)
    draft.exits.append(.init(outcome: .next, target: resolveTarget(exit.target), location: exit.target.location))
  }

  private mutating func addSingle(_ target: WrittenText, to draft: inout NodeDraft) {
    let resolved = resolveTarget(target)
    guard draft.outcomes.ordinary.count <= 1 else {
      let names = draft.outcomes.ordinary.map { "'\($0)'" }.joined(separator: ", ")
      add(
        Rule.nextNeedsOutcomes.finding(
          "'\(draft.id)' has several outcomes: \(names).", at: target.location))
      draft.exits += draft.outcomes.ordinary.map { .init(outcome: $0, target: resolved, location: target.location) }
      return
    }
    let outcome = draft.outcomes.ordinary.first ?? .next
    draft.exits.append(.init(outcome: outcome, target: resolved, location: target.location))
  }

  private mutating func addExit(_ exit: NextDocument.Exit, to draft: inout NodeDraft, isResolved: Bool) {
    let outcome = Outcome(rawValue: exit.outcome.value)
    let target = resolveTarget(exit.target)
    if isResolved, !draft.outcomes.all.contains(outcome) {
      reportUnknownOutcome(outcome, of: draft, at: exit.outcome.location)
      // Taken for the outcome that was meant, so that one slip is one finding.
      let near = nearMiss(to: outcome.rawValue, among: draft.outcomes.all.map(\.rawValue))
      draft.exits.append(.init(outcome: Outcome(rawValue: near ?? ""), target: target, location: exit.target.location))
      return
    }
    draft.exits.append(.init(outcome: outcome, target: target, location: exit.target.location))
  }

  private mutating func addOtherwise(to draft: inout NodeDraft) {
    let named = Set(draft.exits.map(\.outcome))
    for exit in document.otherwise {
      let outcome = Outcome(rawValue: exit.outcome.value)
      guard draft.outcomes.all.contains(outcome), !named.contains(outcome) else { continue }
      let target: NodeDraft.Exit.Target =
        scope.nodes.contains(NodeID(rawValue: exit.target.value)) ? .node(NodeID(rawValue: exit.target.value)) : .unknown
      draft.exits.append(.init(outcome: outcome, target: target, location: exit.target.location, isInherited: true))
    }
  }

  private mutating func reportMissing(of draft: NodeDraft) {
    let named = Set(draft.exits.map(\.outcome))
    let missing = draft.outcomes.all.filter { !named.contains($0) }
    guard !missing.isEmpty else { return }
    let names = missing.map { "'\($0)'" }.joined(separator: ", ")
    let advice =
      draft.outcomes.all == [.next]
      ? "Write 'next: node'." : "Name a node for each in 'next', or for all nodes in the graph's 'otherwise'."
    add(
      Rule.missingOutcome.finding(
        "'\(draft.id)' does not say where \(names) \(missing.count == 1 ? "leads" : "lead").", at: draft.location, advice: advice)
    )
  }

  mutating func reportUnknownOutcome(_ outcome: Outcome, of draft: NodeDraft, at location: SourceLocation) {
    let names = draft.outcomes.all.map(\.rawValue)
    let near = nearMiss(to: outcome.rawValue, among: names)
    let list = names.map { "'\($0)'" }.joined(separator: ", ")
    let advice =
      draft.outcomes.all == [.next] ? "It goes on in one way only: write 'next: node'." : "It ends with one of \(list)."
    add(
      Rule.unknownOutcome.finding(
        "'\(draft.id)' never ends with '\(outcome)'.", at: location, advice: advice, nearMiss: near))
  }

  // MARK: The graph's otherwise

  mutating func checkOtherwise() {
    for exit in document.otherwise {
      if exit.target.value == "back" {
        add(Rule.backOutside.finding("'back' cannot stand in 'otherwise'.", at: exit.target.location))
      } else {
        _ = resolveNode(exit.target)
      }
    }
  }

  /// An outcome that no node has is a misspelt one, but for those that every graph may name in advance.
  mutating func checkOtherwiseNames(_ drafts: [NodeDraft]) {
    let inAdvance: Set<Outcome> = [
      .exhausted, .failed, .unsure, .other, .none, .changed, .refused, .cancelled, .some, .returned, .closed, .unstaffed,
      .timeout,
    ]
    let known = drafts.reduce(into: inAdvance) { $0.formUnion($1.outcomes.all) }
    for exit in document.otherwise where !known.contains(Outcome(rawValue: exit.outcome.value)) {
      if scope.isIncomplete { continue }
      add(
        Rule.unknownOutcome.finding(
          "No node ends with '\(exit.outcome.value)'.", at: exit.outcome.location,
          advice: "Take it out, or name an outcome of some node.",
          nearMiss: nearMiss(to: exit.outcome.value, among: known.map(\.rawValue))))
    }
  }
}
