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
    return language.timeOpenings.contains(token.word) || language.numbers.joined.value(of: token.word) != nil
  }
}

extension TimeWords {
  /// The words that what is made of these may begin with.
  var openings: Set<String> {
    var words = [beforeDay, beforeLength, past, atHour, beforeHour, vague, article, rangeFrom, weekend].reduce(Set()) {
      $0.union($1)
    }
    words.formUnion(months.keys)
    words.formUnion(weekdays.keys)
    words.formUnion(directions.keys)
    words.formUnion(clockFractions.keys)
    words.formUnion(joinedDays.keys)
    words.formUnion(joinedLengths.keys)
    words.formUnion(recurringDays.keys)
    words.formUnion(relativeDays.openings)
    words.formUnion(partsOfToday.openings)
    words.formUnion(namedTimes.openings)
    words.formUnion(ahead.openings)
    words.formUnion(agoBefore.openings)
    words.formUnion(holidays.openings)
    words.formUnion(dayParts.openings)
    words.formUnion(stretchParts.openings)
    words.formUnion(every.openings)
    words.formUnion(regularly.openings)
    return words
  }
}

extension NumberWords {
  /// The words that an amount may begin with, beside those that are written in one word.
  var openings: Set<String> {
    var words = one
    words.formUnion(units.keys)
    words.formUnion(tens.keys)
    words.formUnion(ordinals.keys)
    words.formUnion(fractions.keys)
    words.formUnion(vague.keys)
    words.formUnion(scales.keys)
    words.formUnion(mixed.keys)
    return words
  }
}
