import MuseDefinition
import MuseExpression

/// What a message means where an intent is wanted.
extension MoveReader {
  func opening() -> [Move] {
    let whole = intents(in: message.whole)
    if let repair = answers.repair(in: message.whole), (whole.first?.margin ?? -1) < IntentClassifier.sure {
      return [repairing(repair, message.whole)]
    }
    let wishes = self.wishes(whole).filter { !requests.denies(in: $0.tokens) }
    if wishes.count < 2, (whole.first?.margin ?? -1) < IntentClassifier.sure, let coded = coded() { return coded }
    if wishes.isEmpty { return requests.denies(in: message.whole) ? [move(.refuse, message.whole)] : bareValues() }
    return wishes.flatMap { wish in
      [move(.intent(wish.intent), wish.tokens)] + teller(scope(of: [wish.intent])).told(in: wish.tokens).map(move)
    }
  }

  /// The intents of the message: one for the whole, or several where clauses surely have their own.
  private func wishes(_ whole: [IntentClassifier.Scored]) -> [Wish] {
    let clauses = Clauses.split(message, message.whole, language.grammar)
    var parts: [Wish] = []
    if clauses.count > 1 {
      for clause in clauses {
        guard let best = declared(intents(in: clause), from: IntentClassifier.sure), best != parts.last?.intent else { continue }
        parts.append(Wish(intent: best, tokens: clause))
      }
    }
    if parts.count > 1 { return stretched(parts) }
    let best = declared(whole, from: tongue.classifier.plausible) ?? parts.first?.intent
    return best.map { [Wish(intent: $0, tokens: message.whole)] } ?? []
  }

  /// Each part reaches up to the next one, so that no clause between them is lost.
  private func stretched(_ parts: [Wish]) -> [Wish] {
    parts.indices.prefix(2).map { index in
      let start = index == 0 ? 0 : parts[index].tokens.lowerBound
      let end = index == 0 && parts.count > 1 ? parts[1].tokens.lowerBound : message.tokens.count
      return Wish(intent: parts[index].intent, tokens: start..<end)
    }
  }

  /// The best intent, if it is declared here (or digresses) and its margin is wide enough.
  private func declared(_ scored: [IntentClassifier.Scored], from limit: Float) -> IntentID? {
    guard let best = scored.first, best.margin >= limit else { return nil }
    return awaiting.intents.contains(best.intent) || awaiting.digressions.contains(best.intent) ? best.intent : nil
  }

  func scope(of intents: [IntentID]) -> Scope {
    let marked = intents.compactMap(graph.intent).map(\.markedSlots).reduce(Set()) { $0.union($1) }
    return Scope(focus: graph.slots.map(\.id).filter(marked.contains), intents: Set(intents))
  }

  /// Values and nothing else: they are an intent where exactly one declared intent marks a slot for each of them.
  private func bareValues() -> [Move] { values { covers($0, message.whole) } ?? [] }

  /// The only declared intent whose values fit, with them.
  private func values(where fits: ([Told]) -> Bool) -> [Move]? {
    let fitting = awaiting.intents.map { (intent: $0, told: teller(scope(of: [$0])).told(in: message.whole)) }
      .filter { !$0.told.isEmpty && fits($0.told) }
    guard fitting.count == 1 else { return nil }
    return [move(.intent(fitting[0].intent), message.whole)] + fitting[0].told.map(move)
  }

  private func coded() -> [Move]? {
    guard graph.slots.contains(where: { $0.pattern != nil }), !requests.denies(in: message.whole) else { return nil }
    return values { $0.contains(where: isCode) }
  }

  /// What fits a pattern says which wish it belongs to, whatever else was said ("…, the order is AB123456, can you look?").
  func isCode(_ told: Told) -> Bool {
    guard let pattern = graph.slot(told.slot)?.pattern, case .value(.string(let code)) = told.telling else { return false }
    return pattern.fits(code)
  }

  /// Whether all that a stretch says was told: what is left only leads up to it.
  func covers(_ told: [Told], _ range: Range<Int>) -> Bool {
    let covered = Coverage(
      told.map { min(lead(of: $0), ($0.naming ?? $0.tokens).lowerBound)..<$0.tokens.upperBound }, in: message)
    return range.allSatisfy {
      covered.contains($0) || answers.isFiller($0) || language.grammar.aroundValue.contains(message.word($0))
    }
  }
}
