import MuseExpression

extension DateGrammar {
  /// "Friday 27 November", "Fri, Nov 27": the date says it, the weekday repeats it. Where it does not, both days stand.
  func weekdayWithDate(_ cursor: inout Cursor) -> DateReading? {
    var trial = cursor
    guard let weekday = trial.take(times.weekdays) else { return nil }
    _ = trial.take(",")
    _ = trial.take(".")
    _ = trial.take(",")
    _ = trial.take(times.beforeDay)
    _ = trial.take(times.article)
    let reading =
      monthFirst(&trial) ?? dayFirst(&trial) ?? numericDate(&trial) ?? isoAfterWeekday(&trial) ?? ordinalDay(&trial, on: weekday)
      ?? bareDay(&trial, on: weekday)
    guard let reading else { return nil }
    cursor = trial
    return contradicting(reading, weekday)
  }

  private func isoAfterWeekday(_ cursor: inout Cursor) -> DateReading? {
    guard cursor.token?.kind == .number, cursor.token?.span.count == 4 else { return nil }
    return date(&cursor)
  }

  /// "friday 23": the next 23rd that is a Friday; no hour may stand there instead.
  private func bareDay(_ cursor: inout Cursor, on weekday: Weekday) -> DateReading? {
    var trial = cursor
    guard let day = trial.takeDigits(upTo: 2), (1...31).contains(day.value), !isClock(trial), !isCounting(trial),
      let date = days(day.value).prefix(4).first(where: { $0.weekday == weekday && $0 >= today })
    else { return nil }
    cursor = trial
    return DateReading(date)
  }

  private func isCounting(_ cursor: Cursor) -> Bool {
    times.units[cursor.word] != nil || times.oclock.mayBegin(cursor.word)
      || (cursor.isGlued && ["/", ".", "-", "h"].contains(cursor.word) && cursor.index + 1 < cursor.tokens.count)
  }

  /// "Tuesday 25 November" when that is a Wednesday: the date, or the Tuesday beside it; to be asked back.
  private func contradicting(_ reading: DateReading, _ weekday: Weekday) -> DateReading {
    let fitting = reading.dates.filter { $0.weekday == weekday }
    if let first = fitting.first { return fitting.count == 1 ? DateReading(first) : DateReading(dates: fitting, isOpen: true) }
    guard let date = reading.dates.first else { return reading }
    let ahead = (weekday.rawValue - date.weekday.rawValue + 7) % 7
    let near = ahead > 3 ? ahead - 7 : ahead
    let neighbour = date.adding(days: near)
    return DateReading(dates: [date, neighbour < today && date >= today ? date.adding(days: ahead) : neighbour], isOpen: true)
  }

  /// "Friday", "next Friday", "this Friday", "Friday week", "Friday next week", "next week on Friday", "Freitagabend".
  func weekday(_ cursor: inout Cursor) -> DateReading? {
    var trial = cursor
    _ = trial.take(times.article)
    if let reading = dayOfSaidWeek(&trial) {
      cursor = trial
      return reading
    }
    let direction = directions(&trial)
    if let joined = trial.take(times.joinedDays) {
      cursor = trial
      var reading = self.reading(joined.weekday, direction)
      reading.part = joined.part
      return reading
    }
    let start = trial.index
    guard let weekday = trial.take(times.weekdays) else { return nil }
    if trial.word == ".", trial.isGlued, trial.tokens[start].span.count < 4, trial.index + 1 < trial.tokens.count {
      trial.index += 1
    }
    if let weeks = weekBehind(&trial) {
      cursor = trial
      return DateReading(day(weekday, inWeek: weeks))
    }
    guard direction != nil || isCertain(start, in: trial) else { return nil }
    let weeks = direction == nil ? weeksBehind(&trial) : 0
    cursor = trial
    return weeks == 0
      ? reading(weekday, direction) : reading(weekday, nil).dates.first.map { DateReading($0.adding(days: 7 * weeks)) }
  }

  /// "the first Monday in December", "the last Friday of January": of this year, or of the next where it is over.
  func weekdayOfMonth(_ cursor: inout Cursor) -> DateReading? {
    var trial = cursor
    _ = trial.take(times.article)
    let isLast = times.directions[trial.word] == .last
    if isLast { trial.index += 1 }
    guard let count = isLast ? 0 : numbers.ordinal(&trial, dotted: true), isLast || (1...5).contains(count),
      let weekday = trial.take(times.weekdays), trial.take(times.ofMonth), let months = saidMonths(&trial)
    else { return nil }
    let dates = months.compactMap { isLast ? Holiday.last(weekday, month: $0.month).date(in: $0.year) : nth(count, weekday, $0) }
    guard let date = dates.first(where: { $0 >= today }) ?? (months.count == 1 ? dates.first : nil) else { return nil }
    cursor = trial
    return DateReading(date)
  }

  /// The first days of the months that "December", "next month", "the month" may mean.
  func saidMonths(_ cursor: inout Cursor) -> [CivilDate]? {
    var trial = cursor
    _ = trial.take(times.article)
    let first = CivilDate(year: today.year, month: today.month, day: 1)
    if let month = trial.take(times.months) {
      let said = year(&trial) ?? yearByDirection(&trial)
      cursor = trial
      return (said.map { [$0] } ?? [today.year, today.year + 1]).map { CivilDate(year: $0, month: month, day: 1) }
    }
    let direction = trial.take(times.directions) ?? .this
    guard trial.take(times.units) == .month else { return nil }
    cursor = trial
    return [first.adding(months: direction.weeks)]
  }

  private func nth(_ count: Int, _ weekday: Weekday, _ first: CivilDate) -> CivilDate? {
    let ahead = (weekday.rawValue - first.weekday.rawValue + 7) % 7
    let date = first.adding(days: ahead + 7 * (count - 1))
    return date.month == first.month ? date : nil
  }

  /// "next week Friday", "next week on Friday".
  private func dayOfSaidWeek(_ cursor: inout Cursor) -> DateReading? {
    var trial = cursor
    guard let direction = trial.take(times.directions), times.units[trial.word] == .week else { return nil }
    trial.index += 1
    _ = trial.take(",")
    _ = trial.take(times.beforeDay)
    guard let weekday = trial.take(times.weekdays) else { return nil }
    cursor = trial
    return DateReading(day(weekday, inWeek: direction.weeks))
  }

  /// "this coming Friday" has two words of direction; the last one counts.
  private func directions(_ cursor: inout Cursor) -> TimeWords.Direction? {
    guard let first = cursor.take(times.directions) else { return nil }
    return cursor.take(times.directions) ?? first
  }

  /// "of next week", "next week" behind a weekday.
  private func weekBehind(_ cursor: inout Cursor) -> Int? {
    var trial = cursor
    _ = trial.take(times.ofMonth)
    guard let direction = trial.take(times.directions), times.units[trial.word] == .week else { return nil }
    trial.index += 1
    cursor = trial
    return direction.weeks
  }

  /// A short name that is also another word counts as a day only where something around it says so.
  private func isCertain(_ index: Int, in cursor: Cursor) -> Bool {
    let tokens = context.tokens
    guard times.doubtfulWeekdays.contains(tokens[index].word) else { return true }
    let before = index > 0 ? tokens[index - 1].word : ""
    let isLed = times.beforeDay.contains(before) || times.rangeFrom.contains(before) || times.rangeTo.contains(before)
    let after = cursor.token
    let isOther = context.language.grammar.isFunction(tokens[index].word) && !tokens[index].isCapitalised
    guard !isOther else { return false }
    return isLed || tokens.count <= 2 || after?.kind == .number || times.beforeHour.contains(after?.word ?? "")
  }

  private func reading(_ weekday: Weekday, _ direction: TimeWords.Direction?) -> DateReading {
    let ahead = (weekday.rawValue - today.weekday.rawValue + 7) % 7
    switch direction {
    case .next: return DateReading(day(weekday, inWeek: 1))
    case .last: return DateReading(today.adding(days: ahead == 0 ? -7 : ahead - 7))
    case .this where ahead == 0: return DateReading(today)
    case .this, nil:
      var reading = DateReading(today.adding(days: ahead == 0 ? 7 : ahead), earlier: today.adding(days: ahead - 7))
      if ahead == 0 { reading.todayIfAhead = today }
      return reading
    }
  }

  /// The day of the week that lies `weeks` weeks from this one; weeks begin on Monday (ISO 8601).
  func day(_ weekday: Weekday, inWeek weeks: Int) -> CivilDate {
    today.adding(days: weekday.rawValue - today.weekday.rawValue + 7 * weeks)
  }
}

extension TimeWords.Direction {
  var weeks: Int {
    switch self {
    case .this: 0
    case .next: 1
    case .last: -1
    }
  }
}
