import MuseDefinition

/// What a message means at a `confirm`.
extension MoveReader {
  func consent() -> [Move] {
    if let repair = answers.repair(in: message.whole) { return [repairing(repair, message.whole)] }
    let (all, reopened) = changes()
    let said = answers.answers(in: message.whole).filter { !isRemoval($0, all) && !isWithin($0, all) }
    let foreign = foreignIntents(beside: all).filter { wish in
      !said.contains { $0.tokens == wish.tokens } && !reopened.contains { $0.tokens.overlaps(wish.tokens) }
    }
    let told = undenied(tellings(all, outside: foreign.map(\.tokens) + said.map(\.tokens)))
    let described = told.isEmpty && foreign.isEmpty && reopened.isEmpty ? otherThing(besides: said) : []
    let repairs = clauseRepairs(told)
    let isUnderstood = !told.isEmpty || isAnswer(said) || !described.isEmpty || !reopened.isEmpty
    let answer = repairs.contains { $0.kind == .cancel } && told.isEmpty ? clear(said) : consent(said, isUnderstood: isUnderstood)
    let counts = isUnqualified(said, told + described, foreign) && reopened.isEmpty
    let denial = answer.isEmpty && told.isEmpty && requests.denies(in: message.whole) ? [move(.refuse, message.whole)] : []
    return sorted(
      answer.filter { $0.kind != .agree || counts } + denial + foreign.map { move(.intent($0.intent), $0.tokens) }
        + (told + tellings(of: foreign) + described).map(move) + reopened.map(move) + repairs)
  }

  /// "Don't invite Bob" is no answer to the question.
  private func isRemoval(_ said: AnswerReader.Answer, _ told: [Told]) -> Bool {
    guard said.answer == .no else { return false }
    return Clauses.split(message, message.whole, language.grammar).contains { clause in
      clause.overlaps(said.tokens) && told.contains { $0.edit == .remove && clause.overlaps($0.tokens) }
    }
  }

  /// The "no" of "at 3, no, at 4" belongs to the value.
  private func isWithin(_ said: AnswerReader.Answer, _ told: [Told]) -> Bool {
    told.contains { $0.tokens.lowerBound < said.tokens.lowerBound && said.tokens.upperBound < $0.tokens.upperBound }
  }

  /// "Don't move it to 4pm" changes nothing; "do not invite Bob" does.
  private func undenied(_ told: [Told]) -> [Told] {
    let denied = Clauses.split(message, message.whole, language.grammar).filter(requests.denies)
    guard !denied.isEmpty else { return told }
    return told.filter { part in part.edit == .remove || !denied.contains { $0.overlaps(part.tokens) } }
  }

  /// Whether nothing but answers and fillers was said, and what is confirmed once more.
  private func isAnswer(_ said: [AnswerReader.Answer]) -> Bool {
    let again = Clauses.split(message, message.whole, language.grammar).filter(saysAgain)
    let covered = Coverage(said.map(\.tokens) + again, in: message)
    return message.whole.allSatisfy { covered.contains($0) || answers.isFiller($0) }
  }

  /// A yes counts only where nothing beside it was left unread, and nothing takes half of it back: "yes, but later", "yes if
  /// Carol can come", "yes?" are asked again. So it is beside a value, which may be the one that stands: "yes, 3pm once the boss has
  /// signed". Beside another wish it stands where that is a sentence of its own, or says that it is one more.
  private func isUnqualified(_ said: [AnswerReader.Answer], _ told: [Told], _ foreign: [Wish]) -> Bool {
    guard foreign.isEmpty || (said.allSatisfy(\.isStrong) && foreign.allSatisfy(standsApart)) else { return false }
    if !told.isEmpty { return isAllRead(said, told, foreign) }
    let again = Clauses.split(message, message.whole, language.grammar).filter(saysAgain)
    let covered = Coverage(said.map(\.tokens) + again + foreign.map(\.tokens), in: message)
    return message.whole.allSatisfy { index in
      covered.contains(index) || (answers.isFiller(index) && !language.answers.qualifiers.contains(message.word(index)))
    }
  }

  private func isAllRead(_ said: [AnswerReader.Answer], _ told: [Told], _ foreign: [Wish]) -> Bool {
    let covered = Coverage(said.map(\.tokens) + told.map(\.tokens) + foreign.map(\.tokens), in: message)
    return message.whole.allSatisfy { index in
      if covered.contains(index) { return true }
      let word = message.word(index)
      guard !language.answers.qualifiers.contains(word), !language.answers.conditions.contains(word) else { return false }
      return answers.isFiller(index) || language.answers.besideValue.contains(word)
    }
  }

  /// After a full stop, or one more of its kind.
  private func standsApart(_ wish: Wish) -> Bool {
    var start = wish.tokens.lowerBound
    while start > 0, language.grammar.clauseJoints.contains(message.word(start - 1)) { start -= 1 }
    return wish.isOneMore || (start > 0 && [".", "!", ";"].contains(message.word(start - 1)))
  }

  private func clear(_ said: [AnswerReader.Answer]) -> [Move] { consent(said.filter(\.isStrong), isUnderstood: true) }

  /// A yes and a no in one message are neither; a weak word counts only where all was understood.
  private func consent(_ said: [AnswerReader.Answer], isUnderstood: Bool) -> [Move] {
    let counting = said.filter { $0.isStrong || isUnderstood }
    guard let first = counting.first, counting.allSatisfy({ $0.answer == first.answer }) else { return [] }
    switch first.answer {
    case .yes: return [move(.agree, first.tokens)]
    case .no: return [move(.refuse, first.tokens)]
    }
  }

  // MARK: Another one than what was understood

  /// "No, the budget talk", "I meant the standup", "no, Carol": the thing that was looked up wrongly, or the person.
  private func otherThing(besides said: [AnswerReader.Answer]) -> [Told] {
    guard said.allSatisfy({ $0.answer == .no }) else { return [] }
    var rest = (said.map(\.tokens.upperBound).max() ?? 0)..<message.tokens.count
    func correction() -> PhraseTable<Bool>.Match? {
      rest.isEmpty ? nil : language.answers.corrections.match(in: message.tokens, at: rest.lowerBound)
    }
    while correction() == nil, let first = rest.first, answers.isFiller(first) { rest = first + 1..<rest.upperBound }
    let correction = correction()
    if let correction { rest = correction.end..<rest.upperBound }
    guard !rest.isEmpty, !said.isEmpty || correction != nil || isDefinite(rest) else { return [] }
    let things = awaiting.open.compactMap(graph.slot).filter { $0.lookup != nil }
    return things.lazy.compactMap { slot in
      slot.type.item == .person ? self.person(slot, rest) : self.thing(slot, rest)
    }.first.map { [$0] } ?? []
  }

  private func isDefinite(_ range: Range<Int>) -> Bool {
    language.grammar.determiners.contains(message.word(range.lowerBound))
      && !language.grammar.indefinite.contains(message.word(range.lowerBound))
  }

  private func thing(_ slot: Slot, _ range: Range<Int>) -> Told? {
    let words = range.filter { message.tokens[$0].kind != .sign && !language.grammar.isFunction(message.word($0)) }
    guard !words.isEmpty, words.count <= 8, isDefinite(range) || message.tokens[range.lowerBound].isCapitalised else {
      return nil
    }
    guard !words.contains(where: { language.answers.differents.mayBegin(message.word($0)) }) else { return nil }
    guard sureOpening(in: range) == nil else { return nil }
    return described(slot, in: range)
  }

  private func person(_ slot: Slot, _ range: Range<Int>) -> Told? {
    guard message.tokens[range.lowerBound].isCapitalised, let end = PersonNames(context).endOfName(from: range.lowerBound),
      answers.areFillers(end..<max(end, range.upperBound))
    else { return nil }
    return Told(slot: slot.id, telling: .words(message.text(range.lowerBound..<end)), tokens: range.lowerBound..<end)
  }

  private func sureOpening(in range: Range<Int>) -> IntentClassifier.Scored? {
    intents(in: range).first.flatMap { $0.margin >= IntentClassifier.sure ? $0 : nil }
  }
}

extension AnswerReader {
  /// Whether a stretch is nothing but yes and no.
  func areAnswers(_ range: Range<Int>) -> Bool { onlyAnswer(in: range) != nil }

  /// The one answer that a stretch is as a whole.
  func onlyAnswer(in range: Range<Int>) -> AnswerWords.Answer? {
    let said = answers(in: range)
    guard let first = said.first, said.allSatisfy({ $0.answer == first.answer }) else { return nil }
    let covered = Coverage(said.map(\.tokens), in: message)
    return range.allSatisfy { covered.contains($0) || isFiller($0) } ? first.answer : nil
  }
}
