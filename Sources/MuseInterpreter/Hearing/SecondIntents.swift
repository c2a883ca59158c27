import MuseDefinition

/// Second intents: kept, told, and heard by the next `classify` that declares them (LANGUAGE, "Moves").
extension TurnMachine {
  /// An intent that is left over and that some `classify` of the graph may yet hear.
  var keepsIntent: Bool { !leftIntents.isEmpty }

  private var leftIntents: [(intent: IntentID, span: Range<Int>?)] {
    turn.parts.compactMap { move in
      guard case .intent(let intent) = move.kind, graph.policy.digress[intent] == nil else { return nil }
      return (intent, move.span)
    }
  }

  /// What is left of a message is dropped, but for a second intent, which the next `classify` that declares it will hear.
  mutating func keepSecondIntent() {
    defer { turn.parts = [] }
    guard case .waiting(let wait) = state.place else { return }
    if case .classify? = graph.nodes[wait.node]?.kind { return }
    keepLeftIntent()
  }

  mutating func keepLeftIntent() {
    guard let left = leftIntents.first else { return }
    state.kept = KeptIntent(
      intent: left.intent, words: words(in: left.span), tellings: turn.parts.filter { $0.tellingSlot != nil })
    turn.said.insert(phrases.laterThat, at: 0)
  }

  /// The values that wait with a second intent: they were said in its words ("yes. Also book one with Carol"), or it marks their
  /// slots and the open question does not ask for them.
  func laterTellings(openSlots: [SlotID]) -> Set<Move> {
    let left = turn.parts.filter { move in
      guard case .intent(let intent) = move.kind else { return false }
      return graph.policy.digress[intent] == nil
    }
    guard !left.isEmpty else { return [] }
    let marked = leftIntents.reduce(into: Set<SlotID>()) { $0.formUnion(graph.intent($1.intent)?.markedSlots ?? []) }
    return Set(
      turn.parts.filter { move in
        guard let slot = move.tellingSlot else { return false }
        return left.contains(where: move.lies) || (marked.contains(slot) && !openSlots.contains(slot))
      })
  }

  private func words(in span: Range<Int>?) -> String {
    let scalars = Array(turn.text.unicodeScalars)
    guard let span, span.lowerBound >= 0, span.upperBound <= scalars.count else { return turn.text }
    var words = String.UnicodeScalarView()
    words.append(contentsOf: scalars[span])
    return String(words)
  }
}
