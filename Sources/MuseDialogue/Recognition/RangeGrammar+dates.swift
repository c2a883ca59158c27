import MuseExpression

extension RangeGrammar {
  /// "from Monday to Wednesday", "Aug 10 - Nov 12, 2011": the last day is part of it.
  func dateRange(_ cursor: inout Cursor) -> Reading? {
    let isLed = cursor.take(context.times.rangeFrom)
    guard let first = dates.date(&cursor), var start = first.dates.first else { return nil }
    guard connects(&cursor, isLed: isLed), let second = dates.date(&cursor), var end = second.dates.first else { return nil }
    if end < start, let sameYear = CivilDate(validYear: end.year, month: start.month, day: start.day), sameYear <= end,
      start.dayNumber - end.dayNumber > 7
    {
      start = sameYear
    }
    while end < start, start.dayNumber - end.dayNumber < 7 { end = end.adding(days: 7) }
    guard end >= start else { return nil }
    return .dateRange(DateRange(start: start, end: end.adding(days: 1)))
  }

  /// "Nov 3-5", "3-5 November", "3 to 5 November", "3rd to 5th of May", "vom 3. bis 5. Mai".
  func monthDays(_ cursor: inout Cursor) -> Reading? {
    let isLed = cursor.take(context.times.rangeFrom)
    let month = dates.month(&cursor)
    guard let first = dayNumber(&cursor), connects(&cursor, isLed: isLed), let last = dayNumber(&cursor) else { return nil }
    _ = cursor.take(context.times.ofMonth)
    guard let month = month ?? dates.month(&cursor) else { return nil }
    let year = dates.year(&cursor)
    guard let end = dates.date(day: last, month: month, year: year),
      let start = CivilDate(validYear: end.year, month: month, day: first), start <= end
    else { return nil }
    return .dateRange(DateRange(start: start, end: end.adding(days: 1)))
  }

  /// "3", "3rd", "the 3rd", "seventeenth".
  private func dayNumber(_ cursor: inout Cursor) -> Int? {
    var trial = cursor
    _ = trial.take(context.times.article)
    guard let day = dates.numbers.ordinal(&trial, dotted: true) ?? trial.takeDigits(upTo: 2)?.value, (1...31).contains(day) else {
      return nil
    }
    cursor = trial
    return day
  }

  /// "15.10 - 16.10": two days of one form.
  func dottedDays(_ cursor: inout Cursor) -> Reading? {
    guard let start = dottedDay(&cursor), connects(&cursor, isLed: false), let end = dottedDay(&cursor), start <= end else {
      return nil
    }
    return .dateRange(DateRange(start: start, end: end.adding(days: 1)))
  }

  /// "14-15.11.2017", "vom 3. bis 5.10."
  func dayToDotted(_ cursor: inout Cursor) -> Reading? {
    let isLed = cursor.take(context.times.rangeFrom)
    guard let first = dayNumber(&cursor), connects(&cursor, isLed: isLed), let end = dates.numericDate(&cursor)?.dates.first,
      let start = CivilDate(validYear: end.year, month: end.month, day: first), start <= end
    else { return nil }
    return .dateRange(DateRange(start: start, end: end.adding(days: 1)))
  }

  private func dottedDay(_ cursor: inout Cursor) -> CivilDate? {
    guard let day = cursor.takeDigits(upTo: 2), cursor.takeGlued("."), let month = cursor.takeDigits(upTo: 2) else { return nil }
    return dates.date(day: day.value, month: month.value, year: nil)
  }

  // MARK: Named stretches

  /// "next week", "this month", "the weekend", "the end of May", "the next three days".
  func namedStretch(_ cursor: inout Cursor) -> Reading? {
    let hasPreposition = cursor.take(context.times.beforeDay)
    let isLed = cursor.take(context.times.article) || hasPreposition
    if let part = cursor.take(context.times.stretchParts) {
      _ = cursor.take(context.times.article)
      return wholeStretch(&cursor, isLed: true, isWhole: false).map { .dateRange($0.limited(to: part)) }
    }
    return wholeStretch(&cursor, isLed: isLed).map(Reading.dateRange)
  }

  private func wholeStretch(_ cursor: inout Cursor, isLed: Bool, isWhole: Bool = true) -> DateRange? {
    let direction = cursor.take(context.times.directions)
    if cursor.take(context.times.weekend), direction != nil || isLed { return weekend(direction ?? .this) }
    if let year = yearAlone(&cursor) { return year }
    if let month = monthAlone(&cursor, direction, isLed: isLed) { return month }
    if let direction, let several = several(&cursor, direction) { return several }
    if let unit = cursor.take(context.times.units), direction != nil || !isWhole { return stretch(of: unit, direction ?? .this) }
    return nil
  }

  private func stretch(of unit: TimeWords.Unit, _ direction: TimeWords.Direction) -> DateRange? {
    switch unit {
    case .week:
      let monday = dates.day(.monday, inWeek: direction.weeks)
      return DateRange(start: monday, end: monday.adding(days: 7))
    case .month: return months(from: thisMonth.adding(months: direction.weeks), count: 1)
    case .quarter:
      let first = CivilDate(year: context.today.year, month: (context.today.month - 1) / 3 * 3 + 1, day: 1)
      return months(from: first.adding(months: 3 * direction.weeks), count: 3)
    case .year: return months(from: CivilDate(year: context.today.year + direction.weeks, month: 1, day: 1), count: 12)
    case .second, .minute, .hour, .day: return nil
    }
  }

  /// "next three days", "last 2 weeks": whole ones, this one not among them.
  private func several(_ cursor: inout Cursor, _ direction: TimeWords.Direction) -> DateRange? {
    var trial = cursor
    guard direction != .this, let count = dates.numbers.number(&trial).flatMap({ Int(exactly: $0) }), (1...1000).contains(count),
      let unit = trial.take(context.times.units)
    else { return nil }
    let isNext = direction == .next
    let range: DateRange? =
      switch unit {
      case .day: days(from: isNext ? context.today.adding(days: 1) : context.today.adding(days: -count), count: count)
      case .week: days(from: dates.day(.monday, inWeek: isNext ? 1 : -count), count: 7 * count)
      case .month: months(from: thisMonth.adding(months: isNext ? 1 : -count), count: count)
      case .quarter: nil
      case .year: months(from: CivilDate(year: context.today.year + (isNext ? 1 : -count), month: 1, day: 1), count: 12 * count)
      case .second, .minute, .hour: nil
      }
    guard let range else { return nil }
    cursor = trial
    return range
  }

  /// "in May", "next March", "May 2027"; alone only where it is all that was said.
  private func monthAlone(_ cursor: inout Cursor, _ direction: TimeWords.Direction?, isLed: Bool) -> DateRange? {
    var trial = cursor
    guard let name = cursor.token, let month = dates.month(&trial) else { return nil }
    let isPlain = !context.times.doubtfulMonths.contains(name.word)
    let year = dates.year(&trial) ?? dates.yearByDirection(&trial)
    let before = cursor.index > 0 ? context.tokens[cursor.index - 1].word : ""
    let isSaid =
      direction != nil || year != nil || (isLed && isPlain) || (isPlain && context.times.ofMonth.contains(before))
      || context.times.ahead.mayBegin(before) || context.tokens.count == 1
    guard isSaid, dates.numbers.whole(&trial) == nil else { return nil }
    let today = context.today
    let next = month >= today.month ? today.year : today.year + 1
    let named =
      direction == .last
      ? (month < today.month ? today.year : today.year - 1) : direction == .next && month == today.month ? next + 1 : next
    cursor = trial
    return months(from: CivilDate(year: year ?? named, month: month, day: 1), count: 1)
  }

  /// "in 2027", "since 2014"; alone only where it is all that was said.
  private func yearAlone(_ cursor: inout Cursor) -> DateRange? {
    let before = cursor.index > 0 ? context.tokens[cursor.index - 1].word : ""
    let isSaid =
      context.times.ahead.mayBegin(before) || context.times.bounds.mayBegin(before) || context.times.units[before] == .year
      || context.times.ofMonth.contains(before) || context.tokens.count == 1
    var trial = cursor
    guard isSaid, let digits = trial.takeDigits(upTo: 4), digits.length == 4, (1900...2100).contains(digits.value),
      !trial.isGlued,
      trial.isAtEnd || trial.token?.kind == .sign || context.language.grammar.isFunction(trial.word)
    else { return nil }
    cursor = trial
    return months(from: CivilDate(year: digits.value, month: 1, day: 1), count: 12)
  }

  private var thisMonth: CivilDate { CivilDate(year: context.today.year, month: context.today.month, day: 1) }

  private func weekend(_ direction: TimeWords.Direction) -> DateRange {
    days(from: dates.day(.saturday, inWeek: direction.weeks), count: 2)
  }

  private func days(from first: CivilDate, count: Int) -> DateRange { DateRange(start: first, end: first.adding(days: count)) }

  private func months(from first: CivilDate, count: Int) -> DateRange {
    DateRange(start: first, end: first.adding(months: count))
  }
}

extension DateRange {
  /// A week's beginning and end are three days long, a month's ten, a longer one's a third.
  func limited(to part: TimeWords.StretchPart) -> DateRange {
    guard let start, let end else { return self }
    let length = end.dayNumber - start.dayNumber
    let third = length <= 7 ? 3 : length <= 31 ? 10 : length / 3
    switch part {
    case .beginning: return DateRange(start: start, end: start.adding(days: third))
    case .middle:
      return DateRange(start: start.adding(days: length <= 7 ? 2 : third), end: start.adding(days: length <= 7 ? 4 : 2 * third))
    case .end: return DateRange(start: (28...31).contains(length) ? start.adding(days: 20) : end.adding(days: -third), end: end)
    }
  }
}
