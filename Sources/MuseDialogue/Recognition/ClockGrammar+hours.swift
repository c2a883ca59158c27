import MuseExpression

extension ClockGrammar {
  /// "3pm", "three o'clock", "15 Uhr 30", and behind "at" also "3", "ten thirty", "1530".
  func hour(_ cursor: inout Cursor, _ lead: Lead?) -> ClockReading? {
    var trial = cursor
    guard let said = hourNumberOrPacked(&trial, isLed: lead != nil) else { return nil }
    var minute = said.minute
    if minute == nil, !said.isWord, lead == .firm, let digits = bareMinutes(&trial) { minute = digits }
    if minute == nil, said.isWord, let spoken = spokenMinutes(&trial, isLed: lead != nil) { minute = spoken }
    let isFull = trial.take(times.oclock) != nil
    if isFull, minute == nil { minute = minutesBehindMark(&trial) }
    let half = self.half(&trial)
    let isOn24 = half == nil && trial.isGlued && trial.take("h")
    let saysPart =
      half == nil && times.dayParts.match(in: trial.tokens, at: trial.index).map { $0.end > trial.index + 1 } ?? false
    let isLed = lead.map { mayEnd(trial, $0) } ?? (said.isWord && minute != nil && mayEnd(trial, .loose))
    guard half != nil || isFull || isOn24 || saysPart || isLed || isZoned(trial) else { return nil }
    guard let reading = self.reading(hour: said.hour, minute: minute ?? 0, second: 0, half: half, is24: isOn24) else {
      return nil
    }
    cursor = trial
    return reading
  }

  /// "15" of "at 3 15".
  private func bareMinutes(_ cursor: inout Cursor) -> Int? {
    var trial = cursor
    guard !trial.isGlued, let digits = trial.takeDigits(upTo: 2), digits.length == 2, digits.value < 60, mayEnd(trial, .loose)
    else {
      return nil
    }
    cursor = trial
    return digits.value
  }

  /// "30" of "15 Uhr 30"; not of "15 Uhr 30 Personen".
  private func minutesBehindMark(_ cursor: inout Cursor) -> Int? {
    var trial = cursor
    guard times.minutesFollowHour, let minute = numbers.whole(&trial), (1...59).contains(minute),
      times.units[trial.word] == nil, !(trial.isGlued && trial.word == ".")
    else { return nil }
    let isCounting = trial.token.map { $0.kind == .word && !context.language.grammar.isFunction($0.word) && !isDayWord($0.word) }
    guard isCounting != true else { return nil }
    cursor = trial
    return minute
  }

  /// "3 London time": the zone says that the number is an hour.
  private func isZoned(_ cursor: Cursor) -> Bool {
    times.zones.match(in: cursor.tokens, at: cursor.index).map { $0.end > cursor.index + 1 } ?? false
  }

  private func hourNumberOrPacked(_ cursor: inout Cursor, isLed: Bool) -> (hour: Int, minute: Int?, isWord: Bool)? {
    var trial = cursor
    let isWord = trial.token?.kind == .word
    guard let number = numbers.whole(&trial) ?? one(&trial) else { return nil }
    let length = trial.tokens[trial.index - 1].span.count
    if !isWord, length == 4 || length == 3, number / 100 < 24, number % 100 < 60, isLed || isMarked(trial) {
      cursor = trial
      return (number / 100, number % 100, false)
    }
    guard number <= 24, isWord || length <= 2 else { return nil }
    cursor = trial
    return (number, nil, isWord)
  }

  /// "ein Uhr".
  private func one(_ cursor: inout Cursor) -> Int? {
    var trial = cursor
    guard trial.take(context.language.numbers.one), times.oclock.mayBegin(trial.word) else { return nil }
    cursor = trial
    return 1
  }

  private func isMarked(_ cursor: Cursor) -> Bool {
    var trial = cursor
    return half(&trial) != nil || trial.take(times.oclock) != nil || times.units[trial.word] == .hour && trial.take(trial.word)
  }

  /// "thirty" of "ten thirty".
  private func spokenMinutes(_ cursor: inout Cursor, isLed: Bool) -> Int? {
    var trial = cursor
    if trial.word == "-", trial.isGlued { trial.index += 1 }
    guard trial.token?.kind == .word, let minute = numbers.spelled(&trial), (10...59).contains(minute) else { return nil }
    guard times.units[trial.word] == nil, isLed || minute % 5 == 0 else { return nil }
    cursor = trial
    return minute
  }

  /// "am" or "pm"; a single letter only when it is glued to its number.
  func half(_ cursor: inout Cursor) -> TimeWords.DayPart? {
    var trial = cursor
    let wasGlued = trial.isGlued
    let start = trial.index
    let part: TimeWords.DayPart? = trial.take(times.am) != nil ? .morning : trial.take(times.pm) != nil ? .afternoon : nil
    guard let part else { return nil }
    let isLetter = trial.index == start + 1 && trial.tokens[start].span.count == 1
    guard !isLetter || (wasGlued && !trial.isGlued) else { return nil }
    cursor = trial
    return part
  }

  private func isDayWord(_ word: String) -> Bool {
    times.weekdays[word] != nil || times.months[word] != nil || times.relativeDays.mayBegin(word) || times.directions[word] != nil
      || times.joinedDays[word] != nil || times.dayParts.mayBegin(word)
  }

  /// A bare number is no hour where it counts something ("at 3 minutes", "at 3 Main Street", "at 5%").
  private func mayEnd(_ cursor: Cursor, _ lead: Lead) -> Bool {
    guard let next = cursor.token else { return true }
    if next.kind == .sign {
      let endsMessage = cursor.index + 1 == cursor.tokens.count && next.word != "%"
      return !next.isGlued || !["/", "%", ":", "-", ".", "€", "$", "£"].contains(next.word) || endsMessage
    }
    if next.kind == .number || next.isGlued { return false }
    let isCounted = times.units[next.word] != nil || (next.isCapitalised && context.language.grammar.namesHaveCapitals)
    let isFunction = context.language.grammar.isFunction(next.word)
    return isDayWord(next.word) || (!isCounted && (lead == .firm || isFunction))
  }
}
