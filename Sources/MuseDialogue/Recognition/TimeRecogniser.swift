import MuseExpression

/// Days, clock times, both together, ranges and durations: the longest of them that begins at a token.
struct TimeRecogniser: Recogniser {
  func finding(at index: Int, in context: RecognitionContext) -> Finding? {
    guard TimeRecogniser.mayBegin(context.tokens[index], in: context.language) else { return nil }
    let ranges = RangeGrammar(context)
    let durations = DurationGrammar(context.language)
    var best: Finding?
    // In the order of precedence among readings of the same length.
    consider(&best, index, context) { cursor in RecurrenceGrammar(context).recurrence(&cursor).map(Reading.recurring) }
    consider(&best, index, context) { ranges.range(&$0) }
    consider(&best, index, context) { cursor in ranges.moments.moment(&cursor).map(Reading.moment) }
    consider(&best, index, context) { cursor in ranges.moments.day(&cursor).map(Reading.date) }
    consider(&best, index, context) { duration(&$0, durations) }
    consider(&best, index, context) { cursor in ranges.clocks.clock(&cursor).map(Reading.clock) }
    consider(&best, index, context) { cursor in dayPart(&cursor, context) }
    return best
  }

  private func consider(_ best: inout Finding?, _ index: Int, _ context: RecognitionContext, _ read: (inout Cursor) -> Reading?) {
    var cursor = Cursor(tokens: context.tokens, index: index)
    guard let reading = read(&cursor), cursor.index - index > best?.tokens.count ?? 0 else { return }
    best = Finding(tokens: index..<cursor.index, reading: reading)
  }

  /// A duration with the word before it ("for").
  private func duration(_ cursor: inout Cursor, _ grammar: DurationGrammar) -> Reading? {
    var trial = cursor
    let times = grammar.language.times
    _ = trial.take(times.beforeLength)
    _ = trial.take(times.vague)
    guard let amount = grammar.amount(&trial) else { return nil }
    _ = trial.take(times.behindLength)
    cursor = trial
    return .duration(amount.duration)
  }

  /// "in the morning": more words than one, since "morning" alone is a greeting as well.
  private func dayPart(_ cursor: inout Cursor, _ context: RecognitionContext) -> Reading? {
    guard let match = context.times.dayParts.match(in: context.tokens, at: cursor.index),
      match.end > cursor.index + 1 || context.tokens.count == 1
    else { return nil }
    cursor.index = match.end
    return .dayPart(match.meaning)
  }

  /// A cheap test that spares the grammars most words.
  private static func mayBegin(_ token: Token, in language: Language) -> Bool {
    if token.kind == .number { return true }
    let (times, numbers, word) = (language.times, language.numbers, token.word)
    let isLead =
      times.beforeDay.contains(word) || times.beforeLength.contains(word) || times.past.contains(word)
      || times.atHour.contains(word) || times.beforeHour.contains(word)
      || times.vague.contains(word) || times.article.contains(word) || times.rangeFrom.contains(word)
      || numbers.one.contains(word)
    return isLead || times.weekend.contains(word) || times.months[word] != nil || times.weekdays[word] != nil
      || times.directions[word] != nil || times.clockFractions[word] != nil || numbers.units[word] != nil
      || numbers.tens[word] != nil || numbers.ordinals[word] != nil || numbers.fractions[word] != nil
      || numbers.vague[word] != nil
      || times.relativeDays.mayBegin(word) || times.partsOfToday.mayBegin(word) || times.namedTimes.mayBegin(word)
      || times.ahead.mayBegin(word) || numbers.scales[word] != nil || numbers.mixed[word] != nil
      || times.joinedDays[word] != nil || times.joinedLengths[word] != nil || times.agoBefore.mayBegin(word)
      || times.holidays.mayBegin(word) || times.dayParts.mayBegin(word) || times.stretchParts.mayBegin(word)
      || numbers.joined.value(of: word) != nil || times.every.mayBegin(word) || times.regularly.mayBegin(word)
      || times.recurringDays[word] != nil
  }
}
