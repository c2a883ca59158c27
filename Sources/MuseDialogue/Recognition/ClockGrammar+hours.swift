import MuseExpression

extension ClockGrammar {
  /// "3pm", "three o'clock", and behind "at" also "3", "ten thirty", "1530".
  func hour(_ cursor: inout Cursor, _ lead: Lead?) -> ClockReading? {
    var trial = cursor
    guard let said = hourNumberOrPacked(&trial, isLed: lead != nil) else { return nil }
    var minute = said.minute
    if minute == nil, said.isWord, let spoken = spokenMinutes(&trial, isLed: lead != nil) { minute = spoken }
    let isFull = trial.take(times.oclock) != nil
    let half = self.half(&trial)
    let isOn24 = half == nil && trial.isGlued && trial.take("h")
    let saysPart =
      half == nil && times.dayParts.match(in: trial.tokens, at: trial.index).map { $0.end > trial.index + 1 } ?? false
    let isLed = lead.map { mayEnd(trial, $0) } ?? (said.isWord && minute != nil && mayEnd(trial, .loose))
    guard half != nil || isFull || isOn24 || saysPart || isLed else { return nil }
    guard let reading = self.reading(hour: said.hour, minute: minute ?? 0, second: 0, half: half, is24: isOn24) else {
      return nil
    }
    cursor = trial
    return reading
  }

  private func hourNumberOrPacked(_ cursor: inout Cursor, isLed: Bool) -> (hour: Int, minute: Int?, isWord: Bool)? {
    var trial = cursor
    let isWord = trial.token?.kind == .word
    guard let number = numbers.whole(&trial) else { return nil }
    let length = trial.tokens[trial.index - 1].span.count
    if !isWord, length == 4 || length == 3, number / 100 < 24, number % 100 < 60, isLed || isHalf(trial) {
      cursor = trial
      return (number / 100, number % 100, false)
    }
    guard number <= 24, isWord || length <= 2 else { return nil }
    cursor = trial
    return (number, nil, isWord)
  }

  private func isHalf(_ cursor: Cursor) -> Bool {
    var trial = cursor
    return half(&trial) != nil
  }

  /// "thirty" of "ten thirty".
  private func spokenMinutes(_ cursor: inout Cursor, isLed: Bool) -> Int? {
    var trial = cursor
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

  /// A bare number is no hour where it counts something ("at 3 minutes", "at 3 Main Street", "at 5%").
  private func mayEnd(_ cursor: Cursor, _ lead: Lead) -> Bool {
    guard let next = cursor.token else { return true }
    if next.kind == .sign {
      let endsMessage = cursor.index + 1 == cursor.tokens.count && next.word != "%"
      return !next.isGlued || !["/", "%", ":", "-", "."].contains(next.word) || endsMessage
    }
    if next.kind == .number || next.isGlued { return false }
    let isDayWord = times.weekdays[next.word] != nil || times.months[next.word] != nil || times.relativeDays.mayBegin(next.word)
    let isCounted = times.units[next.word] != nil || next.isCapitalised
    return isDayWord || (!isCounted && (lead == .firm || context.language.grammar.isFunction(next.word)))
  }
}
