import MuseExpression

/// Days, clock times, both together, ranges and durations: the longest of them that begins at a token.
struct TimeRecogniser: Recogniser {
  func finding(at index: Int, in context: RecognitionContext) -> Finding? {
    guard TimeRecogniser.mayBegin(context.tokens[index], in: context.language) else { return nil }
    let start = Cursor(tokens: context.tokens, index: index)
    var best: Finding?
    for read in readings(in: context) {
      var cursor = start
      guard let reading = read(&cursor), cursor.index - index > best?.tokens.count ?? 0 else { continue }
      best = Finding(tokens: index..<cursor.index, reading: reading)
    }
    return best
  }

  /// In the order of precedence among readings of the same length.
  private func readings(in context: RecognitionContext) -> [(inout Cursor) -> Reading?] {
    let ranges = RangeGrammar(context)
    let moments = ranges.moments
    let durations = DurationGrammar(context.language)
    return [
      { ranges.range(&$0) },
      { moments.moment(&$0).map(Reading.moment) },
      { moments.day(&$0).map(Reading.date) },
      { duration(&$0, durations) },
      { ranges.clocks.clock(&$0).map(Reading.clock) },
    ]
  }

  /// A duration with the word before it ("for").
  private func duration(_ cursor: inout Cursor, _ grammar: DurationGrammar) -> Reading? {
    var trial = cursor
    _ = trial.take("for")
    guard let amount = grammar.amount(&trial) else { return nil }
    if trial.word == "long" { trial.index += 1 }
    cursor = trial
    return .duration(amount.duration)
  }

  /// A cheap test that spares the grammars most words.
  private static func mayBegin(_ token: Token, in language: Language) -> Bool {
    if token.kind == .number { return true }
    let (times, numbers, word) = (language.times, language.numbers, token.word)
    let sets = [
      times.beforeDay, times.atHour, times.beforeHour, times.vague, times.article, times.rangeFrom, times.weekend, numbers.one,
    ]
    return sets.contains { $0.contains(word) } || times.months[word] != nil || times.weekdays[word] != nil
      || times.directions[word] != nil || times.clockFractions[word] != nil || numbers.units[word] != nil
      || numbers.tens[word] != nil || numbers.ordinals[word] != nil || numbers.fractions[word] != nil || numbers.vague[word] != nil
      || times.relativeDays.mayBegin(word) || times.partsOfToday.mayBegin(word) || times.namedTimes.mayBegin(word)
      || times.ahead.mayBegin(word) || numbers.scales[word] != nil
  }
}
