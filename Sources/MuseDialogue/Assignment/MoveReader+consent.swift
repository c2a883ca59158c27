import MuseDefinition

/// What a message means at a `confirm`.
extension MoveReader {
  func consent() -> [Move] {
    if let repair = answers.repair(in: message.whole) { return [repairing(repair, message.whole)] }
    let said = answers.answers(in: message.whole)
    let all = teller(openScope).told(in: message.whole)
    let foreign = foreignIntents(beside: all).filter { wish in !said.contains { $0.tokens == wish.tokens } }
    let told = tellings(all, outside: foreign.map(\.tokens) + said.map(\.tokens))
    let repairs = clauseRepairs(told)
    let isUnderstood = !told.isEmpty || isAnswer(said)
    let answer = repairs.contains { $0.kind == .cancel } && told.isEmpty ? clear(said) : consent(said, isUnderstood: isUnderstood)
    let counts = isUnqualified(said, told, foreign.map(\.tokens))
    return sorted(
      answer.filter { $0.kind != .agree || counts } + foreign.map { move(.intent($0.intent), $0.tokens) }
        + (told + tellings(of: foreign)).map(move) + repairs)
  }

  /// Whether nothing but answers and fillers was said, and what is confirmed once more.
  private func isAnswer(_ said: [AnswerReader.Answer]) -> Bool {
    let again = Clauses.split(message, message.whole, language.grammar).filter(saysAgain)
    let covered = Coverage(said.map(\.tokens) + again, in: message)
    return message.whole.allSatisfy { covered.contains($0) || answers.isFiller($0) }
  }

  /// A yes counts only where nothing beside it was left unread, and nothing takes half of it back: "yes, but later", "yes if Carol
  /// can come", "yes?" are asked again. Beside a value it may stand without a condition: a change beats it.
  private func isUnqualified(_ said: [AnswerReader.Answer], _ told: [Told], _ foreign: [Range<Int>]) -> Bool {
    guard told.isEmpty else { return !message.whole.contains { language.answers.conditions.contains(message.word($0)) } }
    guard foreign.isEmpty else { return false }
    let again = Clauses.split(message, message.whole, language.grammar).filter(saysAgain)
    let covered = Coverage(said.map(\.tokens) + again, in: message)
    return message.whole.allSatisfy { index in
      covered.contains(index) || (answers.isFiller(index) && !language.answers.qualifiers.contains(message.word(index)))
    }
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
