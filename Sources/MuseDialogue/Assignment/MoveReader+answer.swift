import MuseDefinition
import MuseExpression

/// What a message means at an `ask`.
extension MoveReader {
  func answer() -> [Move] {
    if let repair = answers.repair(in: message.whole) { return [repairing(repair, message.whole)] }
    let (all, reopened) = changes()
    if let chosen = chosen(all) { return chosen }
    if asksAboutAnswer(all) { return [move(.help, message.whole)] }
    if asked?.type.item == .text { return text(all) }
    if let bare = bareAnswer(all) { return bare }
    let foreign = foreignIntents(beside: all).filter { wish in !reopened.contains { $0.tokens.overlaps(wish.tokens) } }
    let told = tellings(all, outside: foreign.map(\.tokens))
    let isOwn = told.isEmpty && foreign.isEmpty && reopened.isEmpty
    if isOwn, requests.denies(in: message.whole), ownAnswer().isEmpty { return [move(.cancel, message.whole)] }
    let extra = isOwn ? ownAnswer() : unclaimedWords(told, foreign.map(\.tokens))
    let repairs = told.isEmpty ? [] : clauseRepairs(told)
    return sorted(
      foreign.map { move(.intent($0.intent), $0.tokens) } + (told + tellings(of: foreign)).map(move) + extra + reopened.map(move)
        + repairs)
  }

  /// The slots of the open question first, the one just asked at the head, then all others.
  var openScope: Scope {
    let focus = (awaiting.asked.map { [$0] } ?? []) + awaiting.open.filter { $0 != awaiting.asked }
    return Scope(focus: focus, others: awaiting.slots.map(\.id).filter { !focus.contains($0) }, asked: awaiting.asked)
  }

  func tellings(_ told: [Told], outside taken: [Range<Int>]) -> [Told] {
    let covered = Coverage(taken, in: message)
    let told = told.filter { !covered.overlaps($0.tokens) }
    guard asked?.takesWords ?? false, asked?.type.item != .text else { return told }
    // At a lookup's own question a value that no slot of the question takes is part of the description.
    return told.filter { openScope.focus.contains($0.slot) || $0.isNamed }
  }

  /// Repairs that are clauses of their own beside values ("cancel, I am busy on Friday").
  func clauseRepairs(_ told: [Told]) -> [Move] {
    let covered = Coverage(told.map(\.tokens), in: message)
    return Clauses.split(message, message.whole, language.grammar).compactMap { clause in
      guard !covered.overlaps(clause), !saysAgain(clause) else { return nil }
      return answers.repair(in: clause).map { repairing($0, clause) }
    }
  }

  /// "yes, cancel it" where calling off is what is confirmed.
  func saysAgain(_ clause: Range<Int>) -> Bool {
    guard let best = intents(in: clause).first, best.margin >= IntentClassifier.sure else { return false }
    return isGoingOn(best.intent)
  }

  /// "What is an open menu?" where that may be chosen, "what is a policy number?" where that is asked: a question, and no answer.
  private func asksAboutAnswer(_ told: [Told]) -> Bool {
    guard let asked, answers.asksAbout(message.whole) else { return false }
    if case .choice = asked.type.item { return told.allSatisfy { $0.slot == asked.id } && !told.isEmpty }
    return asked.pattern != nil && !told.contains { $0.slot == asked.id && isCode($0) }
  }

  /// "8" where a time is asked is an hour, though another slot holds numbers; not "we are 8".
  private func bareAnswer(_ told: [Told]) -> [Move]? {
    guard let asked, !told.isEmpty, told.allSatisfy(isPlainNumber) else { return nil }
    switch asked.type.item {
    case .time, .datetime, .duration: return bareNumber(asked)
    case .text, .number, .integer, .boolean, .choice, .date, .daterange, .timerange, .email, .phone, .url, .person, .list,
      .optional, .object:
      return nil
    }
  }

  private func isPlainNumber(_ told: Told) -> Bool {
    guard !told.isNamed, isNumberInPassing(told), let finding = findings.first(where: { $0.tokens == told.tokens }) else {
      return false
    }
    return !tongue.carriers.carriers.contains {
      $0.slot == told.slot && teller(openScope).isAround(finding, $0)
    }
  }

  // MARK: A list on offer

  private func chosen(_ told: [Told]) -> [Move]? {
    guard !awaiting.options.isEmpty else { return nil }
    let reader = ChoiceReader(message: message, language: language, zone: context.zone, options: awaiting.options)
    if answers.isNone(in: message.whole) { return [move(.none, message.whole)] }
    if let place = reader.place() { return [move(.choose(place.number), place.tokens)] }
    if told.count == 1, told[0].slot == awaiting.optionsFill, let place = reader.place(of: told[0].telling, at: told[0].tokens) {
      return [move(.choose(place), told[0].tokens)]
    }
    if told.allSatisfy(isPlainNumber), let asked, case .tell(_, let telling, _)? = bareNumber(asked)?.first?.kind,
      let place = reader.place(of: telling, at: message.whole) ?? reader.place(of: telling.otherHalf, at: message.whole)
    {
      return [move(.choose(place), message.whole)]
    }
    if told.isEmpty, let place = reader.placeByOrder() { return [move(.choose(place), message.whole)] }
    guard told.isEmpty, let place = reader.placeByLabel() else { return nil }
    return [move(.choose(place), message.whole)]
  }

  // MARK: Free words

  /// At a text's own question: words are the text, unless what is told covers the message or a carrier names the text.
  private func text(_ told: [Told]) -> [Move] {
    guard let asked else { return [] }
    if let fitting = fitting(asked) { return fitting }
    if asked.pattern != nil {
      if told.contains(where: { $0.slot == asked.id }) { return told.map(move) }
      let foreign = foreignIntents(beside: told)
      if !foreign.isEmpty { return sorted(foreign.map { move(.intent($0.intent), $0.tokens) } + tellings(of: foreign).map(move)) }
    }
    // A bare number may be meant for what has a pattern, and be mistyped.
    let told = told.filter { !isNumberInPassing($0) || isLed($0) || asked.pattern == nil && isUnset($0) }
    if !told.isEmpty, covers(told, message.whole) || told.contains(where: { $0.slot == asked.id && $0.isNamed }) {
      return told.map(move)
    }
    let named = told.filter { !isNumberInPassing($0) || isLed($0) }
    if named.isEmpty, teller(openScope).deniesText(for: asked) { return [] }
    if answers.areAnswers(message.whole) || !declined(asked).isEmpty { return declined(asked) }
    if answers.isNoAnswer(message.whole) || answers.isNothing(in: message.whole) { return [] }
    let parts = named.filter(isUnset)
    guard let words = longestGap(between: parts.map { lead(of: $0)..<$0.tokens.upperBound }) else { return parts.map(move) }
    return sorted(parts.map(move) + items(words, of: asked))
  }

  /// What fits the asked slot's pattern as a whole is what it asks for, whatever else its parts might be.
  private func fitting(_ slot: Slot) -> [Move]? {
    guard let pattern = slot.pattern else { return nil }
    let words = sentence(message.whole)
    let parts = slot.type.isList ? split(words) : [words]
    guard !parts.isEmpty, parts.allSatisfy({ pattern.fits(message.text($0)) }) else { return nil }
    return parts.map { move(.tell(slot.id, teller(openScope).words($0, for: slot), .plain), $0) }
  }

  private func isUnset(_ told: Told) -> Bool { graph.slot(told.slot).map { teller(openScope).isUnset($0) } ?? false }

  private func isLed(_ told: Told) -> Bool { lead(of: told) < told.tokens.lowerBound }

  /// Where the words begin that name a value's slot ("the name is" of "the name is Lee").
  func lead(of told: Told) -> Int {
    let start = told.tokens.lowerBound
    return tongue.carriers.carriers.lazy.filter { carrier in
      carrier.slot == told.slot && carrier.isLeftTelling && !carrier.opensMessage && canonical.ends(carrier.left, before: start)
    }.map { canonical.start(ofLast: $0.left.count, before: start) }.min() ?? start
  }

  /// A number among free words that no word ties to its slot: "Top 5 risks" is a title, "B-AB 123" a plate.
  private func isNumberInPassing(_ told: Told) -> Bool {
    guard !told.isNamed, told.naming == nil else { return false }
    switch graph.slot(told.slot)?.type.item {
    case .number, .integer: return true
    case .text, .boolean, .choice, .date, .time, .datetime, .duration, .daterange, .timerange, .email, .phone, .url, .person,
      .list,
      .optional, .object, nil:
      return false
    }
  }

  /// The words as one text, or as the items of a list of texts.
  private func items(_ words: Range<Int>, of slot: Slot) -> [Move] {
    let parts =
      slot.type.isList && !Trimming(message: message, language: language).isQuote(words.lowerBound) ? split(words) : [words]
    return parts.map { move(.tell(slot.id, teller(openScope).words($0, for: slot), .plain), $0) }
  }

  /// The first stretch of free words beside what was recognised; words that only lead up to a value do not count.
  private func longestGap(between taken: [Range<Int>]) -> Range<Int>? {
    let trimming = Trimming(message: message, language: language)
    var gaps: [Range<Int>] = []
    var start = 0
    for range in taken.sorted(by: { $0.lowerBound < $1.lowerBound }) + [message.tokens.count..<message.tokens.count] {
      if start < range.lowerBound {
        let gap = start..<range.lowerBound
        gaps.append(taken.isEmpty ? sentence(gap) : trimming.trimmed(range.isEmpty ? gap : withoutLeadUp(gap)))
      }
      start = max(start, range.upperBound)
    }
    return gaps.first { gap in !gap.isEmpty && (taken.isEmpty || gap.contains { !language.grammar.isFunction(message.word($0)) })
    }
  }

  /// Without a clause at the end that only leads up to the value behind it ("Review, and make it an hour").
  private func withoutLeadUp(_ range: Range<Int>) -> Range<Int> {
    let grammar = language.grammar
    guard let joint = range.last(where: { message.word($0) == "," || grammar.clauseJoints.contains(message.word($0)) }),
      (joint + 1..<max(joint + 1, range.upperBound)).allSatisfy({ grammar.aroundValue.contains(message.word($0)) })
    else { return range }
    return range.lowerBound..<joint
  }

  /// Without words that only lead up to a name ("it is Bob"): what follows must look like one.
  private func withoutLead(_ range: Range<Int>) -> Range<Int> {
    guard let lead = language.answers.beforeText.match(in: message.tokens, at: range.lowerBound), range.contains(lead.end),
      message.tokens[lead.end].isCapitalised || message.tokens[lead.end].kind == .sign
    else { return range }
    return lead.end..<range.upperBound
  }

  /// A whole message as a text: without the full stop and ", please" at its end.
  private func sentence(_ range: Range<Int>) -> Range<Int> {
    var range = withoutLead(range)
    if range.count > 2, language.answers.behindText.contains(message.word(range.upperBound - 1)),
      message.word(range.upperBound - 2) == ","
    {
      range = range.lowerBound..<range.upperBound - 2
    }
    while range.count > 1, let last = range.last, [".", "!", ","].contains(message.word(last)) { range = range.lowerBound..<last }
    return range
  }
}

extension Move.Telling {
  /// The same place on the dial of twelve hours: "8" among evening hours is the evening's.
  fileprivate var otherHalf: Move.Telling {
    switch self {
    case .timePart(let time): .timePart(TimeOfDay(secondOfDay: (time.secondOfDay + 43_200) % 86_400))
    case .value, .datePart, .ambiguousTimePart, .ambiguous, .words, .manyDays: self
    }
  }
}
