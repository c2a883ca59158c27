import MuseExpression

extension DateGrammar {
  /// "Friday 27 November", "Fri, Nov 27": the date says it, the weekday only repeats it.
  func weekdayWithDate(_ cursor: inout Cursor) -> DateReading? {
    var trial = cursor
    guard trial.take(times.weekdays) != nil else { return nil }
    _ = trial.take(",")
    _ = trial.take(".")
    _ = trial.take(times.article)
    guard let reading = monthFirst(&trial) ?? dayFirst(&trial) ?? numericDate(&trial) ?? ordinalDay(&trial) else { return nil }
    cursor = trial
    return reading
  }

  /// "Friday", "next Friday", "this Friday", "Friday week", "Friday next week", "next week on Friday".
  func weekday(_ cursor: inout Cursor) -> DateReading? {
    var trial = cursor
    _ = trial.take(times.article)
    if let reading = dayOfSaidWeek(&trial) {
      cursor = trial
      return reading
    }
    let direction = directions(&trial)
    let start = trial.index
    guard let weekday = trial.take(times.weekdays) else { return nil }
    if let weeks = weekBehind(&trial) {
      cursor = trial
      return DateReading(day(weekday, inWeek: weeks))
    }
    guard direction != nil || isCertain(start, in: trial) else { return nil }
    if direction == nil, times.units[trial.word] == .week {
      trial.index += 1
      cursor = trial
      return reading(weekday, nil).dates.first.map { DateReading($0.adding(days: 7)) }
    }
    cursor = trial
    return reading(weekday, direction)
  }

  /// "the first Monday in December", "the third Friday of January": of this year, or of the next where it is over.
  func weekdayOfMonth(_ cursor: inout Cursor) -> DateReading? {
    var trial = cursor
    _ = trial.take(times.article)
    guard let count = numbers.ordinal(&trial), (1...5).contains(count), let weekday = trial.take(times.weekdays),
      trial.take(times.ofMonth) || trial.take("in"), let month = trial.take(times.months)
    else { return nil }
    let dates = [today.year, today.year + 1].compactMap { nth(count, weekday, CivilDate(year: $0, month: month, day: 1)) }
    guard let date = dates.first(where: { $0 >= today }) else { return nil }
    cursor = trial
    return DateReading(date)
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
    var found: TimeWords.Direction?
    while let next = cursor.take(times.directions) { found = next }
    return found
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
    return isLed || tokens.count <= 2 || after?.kind == .number || times.beforeHour.contains(after?.word ?? "")
  }

  private func reading(_ weekday: Weekday, _ direction: TimeWords.Direction?) -> DateReading {
    let ahead = (weekday.rawValue - today.weekday.rawValue + 7) % 7
    switch direction {
    case .next: return DateReading(day(weekday, inWeek: 1))
    case .last: return DateReading(today.adding(days: ahead == 0 ? -7 : ahead - 7))
    case .this where ahead == 0: return DateReading(today)
    case .this, nil:
      var reading = DateReading(today.adding(days: ahead == 0 ? 7 : ahead))
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
