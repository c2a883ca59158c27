import MuseExpression

extension RangeGrammar {
  /// "from Monday to Wednesday": the last day is part of it.
  func dateRange(_ cursor: inout Cursor) -> Reading? {
    let isLed = cursor.take(context.times.rangeFrom)
    guard let start = dates.date(&cursor)?.dates.first else { return nil }
    guard cursor.take(context.times.rangeTo) || (isLed && cursor.take(context.times.rangeAnd)) else { return nil }
    guard var end = dates.date(&cursor)?.dates.first else { return nil }
    while end < start, start.dayNumber - end.dayNumber < 7 { end = end.adding(days: 7) }
    guard end >= start else { return nil }
    return .dateRange(DateRange(start: start, end: end.adding(days: 1)))
  }

  /// "Nov 3-5", "3-5 November", "3 to 5 November".
  func monthDays(_ cursor: inout Cursor) -> Reading? {
    let isLed = cursor.take(context.times.rangeFrom)
    let month = cursor.take(context.times.months)
    guard let first = dayNumber(&cursor), cursor.take(context.times.rangeTo) || (isLed && cursor.take(context.times.rangeAnd)),
      let last = dayNumber(&cursor)
    else { return nil }
    _ = cursor.take(context.times.ofMonth)
    guard let month = month ?? cursor.take(context.times.months) else { return nil }
    guard let end = dates.date(day: last, month: month, year: nil),
      let start = CivilDate(validYear: end.year, month: month, day: first), start <= end
    else { return nil }
    return .dateRange(DateRange(start: start, end: end.adding(days: 1)))
  }

  /// "3", "3rd", "the 3rd".
  private func dayNumber(_ cursor: inout Cursor) -> Int? {
    _ = cursor.take(context.times.article)
    guard let day = cursor.takeDigits(upTo: 2)?.value else { return nil }
    _ = cursor.take(context.language.numbers.ordinalEndings)
    return day
  }

  /// "next week", "this month", "the weekend".
  func namedStretch(_ cursor: inout Cursor) -> Reading? {
    _ = cursor.take(context.times.beforeDay)
    let isLed = cursor.take(context.times.article)
    let direction = cursor.take(context.times.directions)
    if cursor.take(context.times.weekend), direction != nil || isLed { return weekend(direction ?? .this) }
    guard let direction, let unit = cursor.take(context.times.units) else { return nil }
    switch unit {
    case .week:
      let monday = dates.day(.monday, inWeek: direction.weeks)
      return .dateRange(DateRange(start: monday, end: monday.adding(days: 7)))
    case .month: return months(from: direction.weeks, count: 1, startsInJanuary: false)
    case .year: return months(from: direction.weeks * 12, count: 12, startsInJanuary: true)
    case .second, .minute, .hour, .day: return nil
    }
  }

  private func weekend(_ direction: TimeWords.Direction) -> Reading {
    let saturday = dates.day(.saturday, inWeek: direction.weeks)
    return .dateRange(DateRange(start: saturday, end: saturday.adding(days: 2)))
  }

  private func months(from offset: Int, count: Int, startsInJanuary: Bool) -> Reading {
    let today = context.today
    let first = CivilDate(year: today.year, month: startsInJanuary ? 1 : today.month, day: 1).adding(months: offset)
    return .dateRange(DateRange(start: first, end: first.adding(months: count)))
  }
}
