import MuseDefinition

/// Requests beside what was asked: a second intent.
extension MoveReader {
  /// An intent that a stretch of the message is, beside the open question.
  struct Wish {
    var intent: IntentID
    var tokens: Range<Int>
    /// One more of what is going on ("also book one with Carol"): all that is said in it is its own.
    var isOneMore = false
  }

  var requests: Requests {
    Requests(message: message, language: language, canonical: canonical, carriers: tongue.carriers)
  }

  /// Intents that clauses of a message surely are, beside what was asked. One whose slots are all in the open question only says
  /// again what is going on; one whose words name a slot of the question is none ("change the title to X").
  func foreignIntents(beside told: [Told]) -> [Wish] {
    let named = Coverage(told.filter { $0.isNamed || $0.edit != .plain || isOpenChoice($0) }.map(\.tokens), in: message)
    return surelyForeign().filter { $0.isOneMore || (!named.overlaps($0.tokens) && !tellsOpenSlotsOnly($0.intent, $0.tokens)) }
  }

  /// "The open menu" where a menu may be chosen asks for nothing else, whatever else is "open".
  func isOpenChoice(_ told: Told) -> Bool {
    if case .choice? = graph.slot(told.slot)?.type.item { awaiting.open.contains(told.slot) } else { false }
  }

  /// "move it to 4pm" while the start of a new meeting is open changes that start.
  private func tellsOpenSlotsOnly(_ intent: IntentID, _ range: Range<Int>) -> Bool {
    guard let marked = graph.intent(intent)?.markedSlots, !marked.isSubset(of: awaiting.open) else { return false }
    let own = Set(teller(scope(of: [intent])).told(in: range).map(\.slot))
    return !own.isEmpty && own.isSubset(of: awaiting.open)
  }

  /// What was said for such an intent: it waits with it.
  func tellings(of wishes: [Wish]) -> [Told] {
    wishes.flatMap { wish in
      teller(scope(of: [wish.intent])).told(in: wish.tokens)
    }
  }

  private func surelyForeign() -> [Wish] {
    var result: [Wish] = []
    let clauses = Clauses.split(message, message.whole, language.grammar)
    for range in (clauses.count > 1 ? clauses : []) {
      guard let best = sureIntent(in: range), requests.isOneMore(best.intent, in: range) else { continue }
      return [Wish(intent: best.intent, tokens: range.lowerBound..<message.tokens.count, isOneMore: true)]
    }
    let answersFirst = clauses.contains { answers.onlyAnswer(in: $0) != nil }
    for range in (answersFirst ? [] : [message.whole]) + (clauses.count > 1 ? clauses : []) {
      guard let best = sureIntent(in: range) else { continue }
      let isOneMore = isGoingOn(best.intent) && requests.isOneMore(best.intent, in: range)
      guard isOneMore || !isGoingOn(best.intent) else { continue }
      if range == message.whole, clauses.count > 1, clauses.contains(where: { !surely($0, best.intent) && saysMore($0) }) {
        continue
      }
      if !result.contains(where: { $0.intent == best.intent || $0.tokens.overlaps(range) }) {
        result.append(Wish(intent: best.intent, tokens: withPoint(range), isOneMore: isOneMore))
      }
    }
    return result
  }

  /// With the signs that end it.
  private func withPoint(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end < message.tokens.count, ["?", "!", ".", "…"].contains(message.word(end)) { end += 1 }
    return range.lowerBound..<end
  }

  /// The intent that a stretch surely is, if it is no answer and no repair, and is not denied ("don't book one").
  private func sureIntent(in range: Range<Int>) -> IntentClassifier.Scored? {
    guard !isValues(range), answers.repair(in: range) == nil, let best = intents(in: range).first,
      best.margin >= IntentClassifier.sure, !requests.denies(in: range)
    else { return nil }
    return best
  }

  /// Values and what leads up to them are no wish.
  private func isValues(_ range: Range<Int>) -> Bool {
    range.allSatisfy { index in
      isRecognised(index) || answers.isFiller(index) || language.grammar.prepositions.contains(message.word(index))
        || language.grammar.beforePerson.contains(message.word(index))
    }
  }

  func surely(_ range: Range<Int>, _ intent: IntentID) -> Bool {
    intents(in: range).first.map { $0.intent == intent && $0.margin >= tongue.classifier.plausible } ?? false
  }

  private func saysMore(_ range: Range<Int>) -> Bool { !answers.areFillers(range) }

  func isGoingOn(_ intent: IntentID) -> Bool {
    let marked = graph.intent(intent)?.markedSlots ?? []
    guard !marked.isEmpty, marked.isSubset(of: awaiting.open) else { return false }
    return !graph.intents.contains { marked.isStrictSubset(of: $0.markedSlots) && $0.markedSlots.isSubset(of: awaiting.open) }
  }
}
