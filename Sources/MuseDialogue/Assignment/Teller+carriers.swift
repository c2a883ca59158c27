import MuseDefinition
import MuseExpression

extension Teller {
  /// In tokens: what runs on for longer is a sentence, not a name.
  private static let longestText = 24

  /// Words that a carrier names as the value of a text or of a lookup ("call it X", "cancel X").
  func carried(in range: Range<Int>, between findings: [Finding]) -> [Told] {
    let inside = Set(findings.flatMap { $0.tokens.dropFirst() })
    let matches = wordMatches(in: range)
      .filter { !inside.contains($0.opening) && !inside.contains($0.start) && isShown($0) }
      .sorted {
        ($0.carrier.right.count, $0.carrier.left.count, $1.start) > ($1.carrier.right.count, $1.carrier.left.count, $0.start)
      }
    let openings = matches.filter { isFirm($0.carrier) }.map(\.opening)
    let stops = Set(findings.map(\.tokens.lowerBound) + openings)
    let firmStops = Set(findings.filter { !mayBelongToTitle($0) }.map(\.tokens.lowerBound) + openings)
    var result: [Told] = []
    for match in matches {
      guard !result.contains(where: { $0.slot == match.carrier.slot }),
        let tokens = value(of: match, in: range, stops: introducesTitle(match.carrier) ? firmStops : stops, findings),
        !result.contains(where: { $0.tokens.overlaps(tokens) }), let slot = graph.slot(match.carrier.slot)
      else { continue }
      let named = slot.lookup == nil ? tokens : withoutTimes(tokens)
      result.append(
        Told(
          slot: slot.id, telling: words(named, for: slot), tokens: named, isNamed: !match.carrier.opensMessage,
          naming: match.carrier.intent == nil ? min(match.opening, named.lowerBound)..<named.upperBound : nil))
    }
    return result
  }

  /// Behind a slot's bare name only quotes show a value.
  private func isShown(_ match: CarrierMatch) -> Bool {
    !match.carrier.isName || Quotation.tokens(in: message, at: match.start, grammar) != nil
  }

  /// "called", "call it": what follows is a name, whatever it is made of.
  private func introducesTitle(_ carrier: Carrier) -> Bool {
    carrier.isLeftTelling && !carrier.opensMessage && carrier.right.isEmpty && graph.slot(carrier.slot)?.type.item == .text
  }

  /// Parts of a name that look like a value: whom one meets in "Meet Carol", the day of "Plan for Friday". Who is asked "with
  /// Bob" or told "on Friday" hears a value, and a day with its hour is one as well.
  private func mayBelongToTitle(_ finding: Finding) -> Bool {
    let before = message.word(finding.tokens.lowerBound - 1)
    switch finding.reading {
    case .person: return grammar.personVerbs.contains(before) && message.tokens[finding.tokens.lowerBound - 1].isCapitalised
    case .date:
      let lead = message.tokens[finding.tokens.lowerBound]
      return context.times.titleDays.contains(lead.word) && finding.tokens.contains { message.tokens[$0].isCapitalised }
    case .dateRange: return context.times.titleDays.contains(message.word(finding.tokens.lowerBound))
    case .number, .ordinal, .clock, .moment, .duration, .clockRange, .momentRange, .dayPart, .email, .phone, .url,
      .recurring, .either:
      return false
    }
  }

  struct CarrierMatch {
    var carrier: Carrier
    /// Where the words before the value begin.
    var opening: Int
    /// Where the value begins.
    var start: Int
  }

  /// A carrier of another kind of value never takes plain words.
  private func isWordCarrier(_ carrier: Carrier) -> Bool {
    guard let slot = graph.slot(carrier.slot), slot.takesWords, !carrier.left.isEmpty else { return false }
    let isFocus = scope.focus.contains(slot.id)
    if let intent = carrier.intent, carrier.opensMessage {
      let isUnderstood =
        scope.intents.contains(intent) || scope.intents.contains { graph.intent($0)?.markedSlots.contains(slot.id) ?? false }
      return isFocus && (isUnderstood || (scope.asked == slot.id && slot.type.item != .text))
    }
    return isFocus || (scope.others.contains(slot.id) && carrier.intent == nil && carrier.isLeftTelling)
  }

  /// In the order of the table, then of the message. What stands in the message is looked for first: few carriers do.
  private func wordMatches(in range: Range<Int>) -> [CarrierMatch] {
    let found = range.dropFirst().flatMap { start in
      carriers.indices(endingWith: canonical.word(before: start)).map { (index: $0, start: start) }
    }
    return found.sorted { ($0.index, $0.start) < ($1.index, $1.start) }.compactMap { index, start in
      let carrier = carriers.carriers[index]
      return match(of: carrier, at: start, in: range).flatMap { isWordCarrier(carrier) ? $0 : nil }
    }
  }

  private func match(of carrier: Carrier, at start: Int, in range: Range<Int>) -> CarrierMatch? {
    guard start > range.lowerBound, canonical.ends(carrier.left, before: start) else { return nil }
    let opening = canonical.start(ofLast: carrier.left.count, before: start)
    guard opening >= range.lowerBound, opening < start else { return nil }
    return CarrierMatch(carrier: carrier, opening: opening, start: start)
  }

  /// Whether a carrier ends the value before it: a word of meaning or a preposition does, an article does not.
  private func isFirm(_ carrier: Carrier) -> Bool {
    guard let last = carrier.left.last else { return false }
    return carrier.right.isEmpty && !carrier.opensMessage && !grammar.determiners.contains(last)
  }

  private func value(of match: CarrierMatch, in range: Range<Int>, stops: Set<Int>, _ findings: [Finding]) -> Range<Int>? {
    if let quoted = Quotation.tokens(in: message, at: match.start, grammar) { return quoted }
    var end = match.start
    let limit = min(range.upperBound, match.start + Teller.longestText + 1)
    while end < limit, !isStop(end, stops, match, findings), !endsSentence(end) { end += 1 }
    if !match.carrier.right.isEmpty {
      guard
        let right = (match.start + 1..<max(match.start + 1, end)).first(where: { canonical.begins(match.carrier.right, at: $0) })
      else {
        return !match.carrier.isLeftTelling ? nil : accepted(match.start..<end, match)
      }
      end = right
    }
    return accepted(match.start..<end, match)
  }

  /// A recognised part ends a text, but for one at its very start that more words follow ("called Friday review").
  private func isStop(_ index: Int, _ stops: Set<Int>, _ match: CarrierMatch, _ findings: [Finding]) -> Bool {
    guard stops.contains(index) else { return false }
    guard index == match.start, match.carrier.isTelling, let first = findings.first(where: { $0.tokens.lowerBound == index })
    else {
      return true
    }
    let next = first.tokens.upperBound
    return next >= message.tokens.count || message.tokens[next].kind != .word || grammar.isFunction(message.word(next))
      || stops.contains(next) || match.carrier.opensMessage && !saysMore(next)
  }

  func endsSentence(_ index: Int) -> Bool {
    let token = message.tokens[index]
    guard token.kind == .sign, [".", "!", "?", ";"].contains(token.word) else { return false }
    return index + 1 == message.tokens.count || !message.tokens[index + 1].isGlued
  }

  /// "My name is not Bob" says what it is not.
  func deniesText(for slot: Slot) -> Bool {
    carriers.carriers.contains { carrier in
      carrier.slot == slot.id && !carrier.isName && isWordCarrier(carrier)
        && message.whole.contains { isDenial($0) && match(of: carrier, at: $0, in: message.whole) != nil }
    }
  }

  private func isDenial(_ index: Int) -> Bool {
    context.language.answers.negations.contains(message.word(index)) && index + 1 < message.tokens.count
  }

  /// Trimmed; nil where the words are no name: "book a meeting", "plan something".
  private func accepted(_ range: Range<Int>, _ match: CarrierMatch) -> Range<Int>? {
    var tokens = Trimming(message: message, language: context.language).trimmed(range)
    guard !tokens.isEmpty, tokens.count <= Teller.longestText, !isDenial(tokens.lowerBound) else { return nil }
    let isLookedUp = graph.slot(match.carrier.slot)?.lookup != nil
    guard !isLookedUp || !grammar.pronouns.contains(message.word(tokens.lowerBound)) else { return nil }
    let isPlace = !match.carrier.isLeftTelling
    guard match.carrier.opensMessage || isPlace || !match.carrier.right.isEmpty else { return tokens }
    let content = tokens.filter { !grammar.isFunction(message.word($0)) && message.tokens[$0].kind != .sign }
    let telling = content.filter(saysMore)
    let isIndefinite = grammar.indefinite.contains(message.word(tokens.lowerBound))
    guard telling.count >= (isIndefinite && match.carrier.opensMessage ? 2 : 1) else { return nil }
    if isIndefinite { tokens = tokens.lowerBound + 1..<tokens.upperBound }
    return tokens
  }

  /// Whether a word says more than the requests themselves do ("meeting", "time").
  private func saysMore(_ index: Int) -> Bool {
    let word = message.word(index)
    let isCommonClass = canonical.after(index, count: 1).first.map(carriers.commonWords.contains) ?? false
    return !carriers.commonWords.contains(word) && !isCommonClass && !grammar.aroundValue.contains(word)
  }

  /// What is looked up, without the day or time said beside it ("the standup tomorrow", "tomorrow's standup").
  private func withoutTimes(_ tokens: Range<Int>) -> Range<Int> {
    var range = tokens
    for finding in findings where finding.reading.isTime && range.overlaps(finding.tokens) {
      let before = range.lowerBound..<max(range.lowerBound, finding.tokens.lowerBound)
      if before.contains(where: names) {
        range = Trimming(message: message, language: context.language).trimmed(before)
        break
      }
      var rest = finding.tokens.upperBound
      if rest < range.upperBound, message.tokens[rest].isClitic { rest += 1 }
      if (rest..<max(rest, range.upperBound)).contains(where: names) { range = rest..<range.upperBound }
    }
    return range
  }

  private func names(_ index: Int) -> Bool {
    !grammar.isFunction(message.word(index)) && message.tokens[index].kind == .word && saysMore(index)
  }

  /// What words mean for a slot: themselves, or something to look up, without its article.
  func words(_ tokens: Range<Int>, for slot: Slot) -> Move.Telling {
    let trimming = Trimming(message: message, language: context.language)
    if slot.lookup != nil { return .words(message.text(trimming.withoutArticle(trimming.withoutLead(tokens)))) }
    return .value(.string(message.text(trimming.withoutQuotes(tokens))))
  }
}

extension Slot {
  /// A slot whose value is plain words: a text, or an object that a lookup finds by words.
  var takesWords: Bool {
    switch type.item {
    case .text: true
    case .object: lookup != nil
    case .number, .integer, .boolean, .choice, .date, .time, .datetime, .duration, .daterange, .timerange, .email, .phone, .url,
      .person,
      .list, .optional:
      false
    }
  }
}
