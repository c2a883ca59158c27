import MuseExpression

extension DateGrammar {
  /// "November 27", "Nov 27th, 2026".
  func monthFirst(_ cursor: inout Cursor) -> DateReading? {
    var trial = cursor
    guard let month = month(&trial) else { return nil }
    _ = trial.take(times.article)
    guard let day = dayNumber(&trial), !isClock(trial) else { return nil }
    return finish(&cursor, trial, day: day, month: month)
  }

  /// "27 November", "the 27th of November 2026", "3. Mai".
  func dayFirst(_ cursor: inout Cursor) -> DateReading? {
    var trial = cursor
    _ = trial.take(times.article)
    let isSpelled = trial.token?.kind == .word && numbers.isCardinal(trial)
    guard !isSpelled, let day = dayNumber(&trial) else { return nil }
    _ = trial.take(".") || trial.take("-") || trial.takeGlued("/")
    _ = trial.take(times.ofMonth)
    guard let month = month(&trial) else { return nil }
    return finish(&cursor, trial, day: day, month: month)
  }

  /// A month by name; behind a short one a dot.
  func month(_ cursor: inout Cursor) -> Int? {
    let length = cursor.token?.span.count ?? 0
    guard let month = cursor.take(times.months) else { return nil }
    if cursor.word == ".", cursor.isGlued, length <= 4, cursor.index + 1 < cursor.tokens.count { cursor.index += 1 }
    return month
  }

  /// "the 27th": of this month, or of the next month that has it.
  func dayOfMonth(_ cursor: inout Cursor) -> DateReading? {
    var trial = cursor
    let hasArticle = trial.take(times.article)
    let isLed = hasArticle || (cursor.index > 0 && times.beforeDay.contains(context.message.word(cursor.index - 1)))
    guard isLed || context.tokens.count == 2, let reading = ordinalDay(&trial) else { return nil }
    cursor = trial
    return reading
  }

  /// "the 20th of next month", "the first of the month".
  func dayOfSaidMonth(_ cursor: inout Cursor) -> DateReading? {
    var trial = cursor
    _ = trial.take(times.article)
    if let last = lastDay(&trial) {
      cursor = trial
      return last
    }
    guard let day = numbers.ordinal(&trial, dotted: true) ?? digitsDay(&trial), trial.take(times.ofMonth),
      times.months[trial.word] == nil, let first = saidMonths(&trial)?.first,
      let date = CivilDate(validYear: first.year, month: first.month, day: day)
    else { return nil }
    cursor = trial
    return DateReading(date)
  }

  /// "last day of October".
  private func lastDay(_ cursor: inout Cursor) -> DateReading? {
    var trial = cursor
    guard trial.take(times.directions) == .last, trial.take(times.units) == .day, trial.take(times.ofMonth),
      let months = saidMonths(&trial), let first = months.first(where: { $0.adding(months: 1) > today }) ?? months.first
    else { return nil }
    cursor = trial
    return DateReading(first.adding(months: 1).adding(days: -1))
  }

  private func digitsDay(_ cursor: inout Cursor) -> Int? { cursor.takeDigits(upTo: 2)?.value }

  /// "27th", digits only: "the second" is a choice. With a weekday the next one that falls on it, if there is one soon.
  func ordinalDay(_ cursor: inout Cursor, on weekday: Weekday? = nil) -> DateReading? {
    var trial = cursor
    guard trial.token?.kind == .number, let day = numbers.ordinal(&trial, dotted: isDotted(trial)), (1...31).contains(day) else {
      return nil
    }
    let dates = days(day).prefix(4).filter { $0 >= today }
    guard let date = dates.first(where: { weekday == nil || $0.weekday == weekday }) ?? dates.first else { return nil }
    cursor = trial
    return DateReading(date)
  }

  /// "am 3." at the end of a sentence is a day, "um 3." is not.
  private func isDotted(_ cursor: Cursor) -> Bool {
    guard cursor.index + 2 >= cursor.tokens.count else { return true }
    return cursor.index > 0 && !times.beforeHour.contains(cursor.tokens[cursor.index - 1].word)
      && !times.atHour.contains(cursor.tokens[cursor.index - 1].word)
  }

  /// That day of this month and of those to come, where they have it.
  func days(_ day: Int) -> [CivilDate] {
    let firstOfMonth = CivilDate(year: today.year, month: today.month, day: 1)
    return (0...12).map { firstOfMonth.adding(months: $0) }
      .compactMap { CivilDate(validYear: $0.year, month: $0.month, day: day) }
  }

  /// A day of a month as digits or words, 1 to 31.
  private func dayNumber(_ cursor: inout Cursor) -> Int? {
    var trial = cursor
    guard let day = numbers.ordinal(&trial, dotted: true) ?? numbers.whole(&trial), (1...31).contains(day) else { return nil }
    cursor = trial
    return day
  }

  /// "Nov 3pm", "Nov 3:30": the number was none of a day.
  func isClock(_ cursor: Cursor) -> Bool {
    var trial = cursor
    guard !trial.isGlued || trial.word != ":" || trial.index + 1 >= trial.tokens.count else { return true }
    return trial.take(times.am) != nil || trial.take(times.pm) != nil
  }

  private func finish(_ cursor: inout Cursor, _ trial: Cursor, day: Int, month: Int) -> DateReading? {
    var trial = trial
    let year = self.year(&trial) ?? yearByDirection(&trial)
    guard let date = self.date(day: day, month: month, year: year) else { return nil }
    cursor = trial
    return DateReading(date, earlier: year == nil ? earlier(day: day, month: month) : nil)
  }

  /// The last such day before today.
  private func earlier(day: Int, month: Int) -> CivilDate? {
    (0...8).lazy.compactMap { CivilDate(validYear: self.today.year - $0, month: month, day: day) }.first { $0 < today }
  }

  /// ", 2026" or "2026" or "of 2026" or "-2026".
  func year(_ cursor: inout Cursor) -> Int? {
    var trial = cursor
    _ = trial.take(",") || trial.takeGlued("-") || trial.takeGlued("/")
    _ = trial.take(times.ofMonth)
    guard let year = trial.takeDigits(upTo: 4), year.length == 4, (1900...2200).contains(year.value) else { return nil }
    guard !(trial.isGlued && (trial.word == ":" || trial.word == "-")) else { return nil }
    cursor = trial
    return year.value
  }

  /// Without a year the next such day, today included.
  func date(day: Int, month: Int, year: Int?) -> CivilDate? {
    if let year { return CivilDate(validYear: year, month: month, day: day) }
    return (0...8).lazy.compactMap { CivilDate(validYear: self.today.year + $0, month: month, day: day) }.first { $0 >= today }
  }

  /// "11/27", "27.11.2026", "27.11.", "3-4-2026": the locale says which number is the month; where it does not, both readings
  /// stand.
  func numericDate(_ cursor: inout Cursor) -> DateReading? {
    var trial = cursor
    guard let first = trial.takeDigits(upTo: 2), let sign = ["/", ".", "-"].first(where: { trial.takeGlued($0) }),
      let second = trial.takeDigits(upTo: 2)
    else { return nil }
    let year = numericYear(&trial, after: sign)
    let hasDot = sign == "." && year == nil && trial.word == "." && trial.isGlued
    if hasDot { trial.index += 1 }
    guard year != nil || sign == "/" || hasDot || (sign == "." && isLedByDay(cursor)) else { return nil }
    let orders: [NumericOrder] = sign == "." ? [.dayFirst] : NumericOrder.orders(context.locale)
    let readings = orders.compactMap { order -> DateReading? in
      switch order {
      case .dayFirst: numeric(day: first.value, month: second.value, year)
      case .monthFirst: numeric(day: second.value, month: first.value, year)
      }
    }
    guard let reading = readings.first else { return rescued(&cursor, trial, first.value, second.value, year) }
    cursor = trial
    guard readings.count > 1, readings[1].dates != reading.dates else { return reading }
    return DateReading(dates: readings.flatMap(\.dates), isOpen: true, earlier: readings.flatMap(\.earlier))
  }

  private func numeric(day: Int, month: Int, _ year: Int?) -> DateReading? {
    date(day: day, month: month, year: year).map {
      DateReading($0, earlier: year == nil ? earlier(day: day, month: month) : nil)
    }
  }

  /// "on 04.09".
  private func isLedByDay(_ cursor: Cursor) -> Bool {
    cursor.index > 0 && times.beforeDay.contains(cursor.tokens[cursor.index - 1].word)
  }

  /// The other order, where the locale's gives no day ("27/11" of an American).
  private func rescued(_ cursor: inout Cursor, _ trial: Cursor, _ first: Int, _ second: Int, _ year: Int?) -> DateReading? {
    let date = self.date(day: first, month: second, year: year) ?? self.date(day: second, month: first, year: year)
    guard let date else { return nil }
    cursor = trial
    return DateReading(date)
  }

  private func numericYear(_ cursor: inout Cursor, after sign: String) -> Int? {
    var trial = cursor
    guard trial.takeGlued(sign), let year = trial.takeDigits(upTo: 4), year.length == 2 || year.length == 4 else { return nil }
    cursor = trial
    return year.length == 2 ? 2000 + year.value : year.value
  }
}

/// Which of two numbers with a slash between them is the month.
enum NumericOrder: Hashable {
  case dayFirst, monthFirst

  /// By region; a language without one leaves it open (CLDR writes "en" as in the United States, speakers do not).
  static func orders(_ locale: LocaleID) -> [NumericOrder] {
    let tag = locale.rawValue
    if tag.hasSuffix("US") || tag.hasSuffix("PH") { return [.monthFirst] }
    return tag == "en" ? [.dayFirst, .monthFirst] : [.dayFirst]
  }
}
