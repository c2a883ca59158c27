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
    let reading =
      isoDate(&trial) ?? relativeDay(&trial) ?? weekdayOfMonth(&trial) ?? weekdayWithDate(&trial) ?? weekday(&trial)
      ?? monthFirst(&trial)
      ?? dayFirst(&trial) ?? numericDate(&trial) ?? dayOfMonth(&trial) ?? distance(&trial)
    guard let reading else { return nil }
    cursor = trial
    return reading
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

  /// "tomorrow", "the day after tomorrow".
  private func relativeDay(_ cursor: inout Cursor) -> DateReading? {
    cursor.take(times.relativeDays).map { DateReading(today.adding(days: $0)) }
  }

  /// "in two weeks", "three days from now", "2 days ago": whole days only.
  private func distance(_ cursor: inout Cursor) -> DateReading? {
    var trial = cursor
    let isAhead = trial.take(times.ahead) != nil
    guard let amount = DurationGrammar(context.language).amount(&trial), let unit = amount.smallest else { return nil }
    guard unit.seconds >= TimeWords.Unit.day.seconds, amount.seconds < 100 * 365 * 86_400 else { return nil }
    let isPast = !isAhead && trial.take(times.ago) != nil
    guard isPast || trial.take(times.fromNow) != nil || isAhead else { return nil }
    cursor = trial
    return DateReading(day(amount, times: isPast ? -1 : 1))
  }

  private func day(_ amount: DurationGrammar.Amount, times sign: Int) -> CivilDate {
    amount.parts.reduce(today) { date, part in
      let count = sign * Int(part.count)
      return switch part.unit {
      case .year: date.adding(months: 12 * count)
      case .month: date.adding(months: count)
      case .second, .minute, .hour, .day, .week: date.adding(days: sign * Int(part.count * Double(part.unit.seconds) / 86_400))
      }
    }
  }
}
