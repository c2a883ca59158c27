extension PosixRule {
  /// Nil where the text is no such rule.
  init?(_ text: Substring) {
    var rest = text
    guard rest.skipZoneName(), let west = rest.takeTime() else { return nil }
    self.init(standardOffset: -west, daylight: nil)
    guard !rest.isEmpty else { return }
    guard rest.skipZoneName() else { return nil }
    var offset = standardOffset + 3600
    if rest.first != "," {
      guard let west = rest.takeTime() else { return nil }
      offset = -west
    }
    guard let start = rest.takeChange(), let end = rest.takeChange(), rest.isEmpty else { return nil }
    daylight = Daylight(offset: offset, start: start, end: end)
  }
}

extension Substring {
  /// `GMT` or `<+0330>`.
  fileprivate mutating func skipZoneName() -> Bool {
    let quoted = first == "<"
    let name = quoted ? prefix { $0 != ">" } : prefix { $0.isLetter }
    self = dropFirst(name.count + (quoted ? 1 : 0))
    return !name.isEmpty
  }

  fileprivate mutating func takeNumber() -> Int? {
    let digits = prefix { $0.isASCII && $0.isNumber }
    self = dropFirst(digits.count)
    return Int(digits)
  }

  /// `-3:30`, `24`, `+1:00:00` as seconds.
  fileprivate mutating func takeTime() -> Int? {
    let negative = first == "-"
    if negative || first == "+" { removeFirst() }
    guard var seconds = takeNumber().map({ $0 * 3600 }) else { return nil }
    for unit in [60, 1] where first == ":" {
      removeFirst()
      guard let number = takeNumber() else { return nil }
      seconds += number * unit
    }
    return negative ? -seconds : seconds
  }

  /// `,M3.5.0/1`
  fileprivate mutating func takeChange() -> PosixRule.Change? {
    guard first == "," else { return nil }
    removeFirst()
    guard let day = takeDay() else { return nil }
    guard first == "/" else { return PosixRule.Change(day: day, seconds: 7200) }
    removeFirst()
    return takeTime().map { PosixRule.Change(day: day, seconds: $0) }
  }

  private mutating func takeDay() -> PosixRule.Day? {
    switch first {
    case "J":
      removeFirst()
      return takeNumber().map { .julian($0) }
    case "M":
      removeFirst()
      return takeMonthWeekDay()
    default:
      return takeNumber().map { .ordinal($0) }
    }
  }

  private mutating func takeMonthWeekDay() -> PosixRule.Day? {
    var numbers: [Int] = []
    for separator in [".", ".", ""] as [Substring] {
      guard let number = takeNumber(), hasPrefix(separator) else { return nil }
      self = dropFirst(separator.count)
      numbers.append(number)
    }
    guard (1...12).contains(numbers[0]), (1...5).contains(numbers[1]), (0...6).contains(numbers[2]) else { return nil }
    return .weekday(month: numbers[0], week: numbers[1], weekday: numbers[2])
  }
}
