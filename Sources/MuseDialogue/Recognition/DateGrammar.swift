import MuseExpression

/// Days: by name, by number, by distance from today.
struct DateGrammar {
  let context: RecognitionContext
  let numbers: NumberGrammar

  init(_ context: RecognitionContext) {
    self.context = context
    numbers = NumberGrammar(language: context.language)
  }

  var times: TimeWords { context.times }
  var today: CivilDate { context.today }

  /// A day, with the word before it ("on").
  func date(_ cursor: inout Cursor) -> DateReading? {
    var trial = cursor
    _ = trial.take(times.beforeDay)
    guard let reading = isoDate(&trial) ?? named(&trial) ?? numbered(&trial) ?? distance(&trial) else { return nil }
    cursor = trial
    return reading
  }

  private func named(_ cursor: inout Cursor) -> DateReading? {
    if let reading = relativeDay(&cursor) ?? holiday(&cursor) { return reading }
    return weekdayOfMonth(&cursor) ?? weekdayWithDate(&cursor) ?? weekday(&cursor)
  }

  private func numbered(_ cursor: inout Cursor) -> DateReading? {
    if let reading = monthFirst(&cursor) ?? dayFirst(&cursor) ?? numericDate(&cursor) { return reading }
    return dayOfSaidMonth(&cursor) ?? dayOfMonth(&cursor)
  }

  /// "2026-11-27".
  private func isoDate(_ cursor: inout Cursor) -> DateReading? {
    var trial = cursor
    guard let year = trial.takeDigits(upTo: 4), year.length == 4, trial.takeGlued("-") || trial.takeGlued("/"),
      let month = trial.takeDigits(upTo: 2), trial.takeGlued("-") || trial.takeGlued("/"), let day = trial.takeDigits(upTo: 2),
      let date = CivilDate(validYear: year.value, month: month.value, day: day.value)
    else { return nil }
    cursor = trial
    return DateReading(date)
  }

  /// "tomorrow", "the day after tomorrow", "today in a week".
  private func relativeDay(_ cursor: inout Cursor) -> DateReading? {
    guard let days = cursor.take(times.relativeDays) else { return nil }
    let weeks = weeksBehind(&cursor)
    return DateReading(today.adding(days: days + 7 * weeks))
  }

  /// "in a week" behind a day; a bare word ("week") only where the language has it so.
  func weeksBehind(_ cursor: inout Cursor) -> Int { cursor.take(times.weeksLater) ?? 0 }

  /// "Christmas Eve", "Easter 2027", "next Thanksgiving": the next one, unless it is said which.
  private func holiday(_ cursor: inout Cursor) -> DateReading? {
    var trial = cursor
    let direction = trial.take(times.directions)
    if direction == nil { _ = trial.take(times.article) }
    guard let holiday = trial.take(times.holidays) else { return nil }
    let isPast = direction == .last
    if let year = year(&trial) ?? yearByDirection(&trial) {
      guard let date = holiday.date(in: year) else { return nil }
      cursor = trial
      return DateReading(date)
    }
    let dates = (-1...2).compactMap { holiday.date(in: today.year + $0) }
    guard let date = isPast ? dates.last(where: { $0 < today }) : dates.first(where: { $0 >= today }) else { return nil }
    cursor = trial
    return DateReading(date)
  }

  /// "of last year", "next year".
  func yearByDirection(_ cursor: inout Cursor) -> Int? {
    var trial = cursor
    _ = trial.take(times.ofMonth)
    guard let direction = trial.take(times.directions), trial.take(times.units) == .year else { return nil }
    cursor = trial
    return today.year + direction.weeks
  }

  /// "in two weeks", "three days from now", "2 days ago", "vor drei Tagen", "two weeks from Monday": whole days only.
  private func distance(_ cursor: inout Cursor) -> DateReading? {
    var trial = cursor
    let isBefore = trial.take(times.agoBefore) != nil
    let isAhead = !isBefore && trial.take(times.ahead) != nil
    guard let amount = DurationGrammar(context.language).amount(&trial), let unit = amount.smallest else { return nil }
    guard unit.seconds >= TimeWords.Unit.day.seconds, amount.seconds < 100 * 365 * 86_400 else { return nil }
    let isPast = isBefore || (!isAhead && trial.take(times.ago) != nil)
    guard isPast || trial.take(times.fromNow) != nil || isAhead else { return nil }
    cursor = trial
    return DateReading(day(amount, times: isPast ? -1 : 1))
  }

  private func day(_ amount: DurationGrammar.Amount, times sign: Int) -> CivilDate {
    amount.parts.reduce(today) { date, part in
      let count = sign * Int(part.count)
      return switch part.unit {
      case .year: date.adding(months: 12 * count)
      case .quarter: date.adding(months: 3 * count)
      case .month: date.adding(months: count)
      case .second, .minute, .hour, .day, .week: date.adding(days: sign * Int(part.count * Double(part.unit.seconds) / 86_400))
      }
    }
  }
}
