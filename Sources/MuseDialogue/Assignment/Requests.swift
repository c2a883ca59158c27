import MuseDefinition

/// What a stretch of a message does with a request: whether it denies it, or makes it one more.
struct Requests {
  let message: Message
  let language: Language
  let canonical: CanonicalWords
  let carriers: CarrierTable

  private var grammar: GrammarWords { language.grammar }
  private var answers: AnswerWords { language.answers }

  /// "Don't book a meeting", "I do not want to book one", "buche keinen Termin".
  func denies(in range: Range<Int>) -> Bool {
    range.contains { index in
      guard answers.negations.contains(message.word(index)) else { return false }
      return opens(behind: index, in: range) || (grammar.negationFollowsVerb && opens(before: index, in: range))
    }
  }

  private func opens(behind negation: Int, in range: Range<Int>) -> Bool {
    var next = negation + 1
    while next < range.upperBound, next < negation + 6, answers.betweenNegation.contains(message.word(next)) { next += 1 }
    guard next < range.upperBound else { return false }
    return isOpener(next) || deniesThing(from: negation + 1, to: next, in: range)
  }

  /// "I do not need a meeting": what a request asks for, behind a wish that is denied.
  private func deniesThing(from start: Int, to next: Int, in range: Range<Int>) -> Bool {
    guard (start..<next).contains(where: { answers.wishes.contains(message.word($0)) }), next + 1 < range.upperBound,
      grammar.determiners.contains(message.word(next))
    else { return false }
    return canonical.after(next + 1, count: 1).first.map(carriers.commonWords.contains) ?? false
  }

  private func opens(before negation: Int, in range: Range<Int>) -> Bool {
    let isLast = (negation + 1..<max(negation + 1, range.upperBound)).allSatisfy {
      message.tokens[$0].kind == .sign || isOpener($0)
    }
    guard isLast || grammar.determiners.contains(message.word(negation)) else { return false }
    let start = max(range.lowerBound, negation - 4)
    guard let verb = (start..<negation).last(where: isOpener) else { return isLast && range.contains(where: isOpener) }
    return (verb + 1..<max(verb + 1, negation)).allSatisfy { grammar.isFunction(message.word($0)) }
  }

  private func isOpener(_ index: Int) -> Bool {
    canonical.after(index, count: 1).first.map(carriers.openers.contains) ?? false
  }

  /// "also book one", "another meeting": a verb that opens an example of the intent, and a word that says it is one more.
  func isOneMore(_ intent: IntentID, in range: Range<Int>) -> Bool {
    let openers = carriers.openersOfIntents[intent] ?? []
    let asks = range.contains { canonical.after($0, count: 1).first.map(openers.contains) ?? false }
    return asks && range.contains { answers.oneMore.match(in: message.tokens, at: $0, limit: range.upperBound) != nil }
  }
}
