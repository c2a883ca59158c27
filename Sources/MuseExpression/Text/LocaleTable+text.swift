extension LocaleTable {
  /// `Friday 27 November`, with the year where it is another.
  func text(date: CivilDate, thisYear: Int) -> String {
    let pattern = date.year == thisYear ? self.date : dateWithYear
    // A month that was made outside of 1...12 prints as its number: a text never traps.
    let month = months.indices.contains(date.month - 1) ? months[date.month - 1] : String(date.month)
    return pattern.filling([
      "weekday": weekdays[date.weekday.rawValue - 1], "day": date.day == 1 ? firstDay : String(date.day), "month": month,
      "year": String(date.year),
    ])
  }

  /// `Friday 27 November at 3 pm`
  func text(dateTime: CivilDateTime, thisYear: Int) -> String {
    self.dateTime.filling(["date": text(date: dateTime.date, thisYear: thisYear), "time": text(time: dateTime.time)])
  }

  /// `3 pm`, `10:30 am`, or `15:00 Uhr`.
  func text(time: TimeOfDay) -> String {
    let seconds = time.second == 0 ? "" : ":\(padded(time.second, to: 2))"
    switch clock {
    case .twelve(let am, let pm):
      let hour = (time.hour + 11) % 12 + 1
      let minutes = time.minute == 0 && time.second == 0 ? "" : ":\(padded(time.minute, to: 2))"
      return "\(hour)\(minutes)\(seconds) \(time.hour < 12 ? am : pm)"
    case .twentyFour(let pattern):
      return pattern.filling(["time": "\(padded(time.hour, to: 2)):\(padded(time.minute, to: 2))\(seconds)"])
    }
  }

  /// `1 hour 30 minutes`; `0 minutes` for none.
  func text(duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    if seconds < 0 || attoseconds < 0 {
      let positive = Duration(secondsComponent: seconds == .min ? .max : -seconds, attosecondsComponent: -attoseconds)
      return minus.filling(["text": text(duration: positive)])
    }
    var parts: [String] = []
    for (count, unit) in [(seconds / 86_400, units.day), (seconds / 3600 % 24, units.hour), (seconds / 60 % 60, units.minute)]
    where count > 0 {
      parts.append("\(text(integer: String(count))) \(word(unit, for: Double(count)))")
    }
    if let rest = secondsText(seconds % 60, nanoseconds: Int(attoseconds / 1_000_000_000)) { parts.append(rest) }
    if parts.isEmpty { return "0 \(word(units.minute, for: 0))" }
    return units.joinAsList ? text(list: parts) : parts.joined(separator: " ")
  }

  private func secondsText(_ seconds: Int64, nanoseconds: Int) -> String? {
    guard seconds > 0 || nanoseconds > 0 else { return nil }
    let digits = fractionText(nanoseconds: nanoseconds).dropFirst()
    let number = digits.isEmpty ? String(seconds) : "\(seconds)\(decimalMark)\(digits)"
    return "\(number) \(word(units.second, for: Double(seconds) + Double(nanoseconds) / 1e9))"
  }

  private func word(_ unit: (String, String), for number: Double) -> String {
    plural.category(of: number) == .one ? unit.0 : unit.1
  }

  /// `a, b and c`. Where items hold commas themselves, stronger marks part them.
  func text(list items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    // The comma of a number stands between digits and parts nothing.
    let separator = items.contains { $0.contains(", ") } ? list.strongSeparator : list.separator
    let hasItsSound = list.lastBeforeItsSound != nil && last.beginsWithSoundOfI
    return items.dropLast().joined(separator: separator) + (hasItsSound ? list.lastBeforeItsSound ?? list.last : list.last) + last
  }
}

extension LocaleTable {
  /// Digits in groups of three from 10,000 on: four digits are as often a year or a room.
  func text(integer digits: String) -> String {
    let negative = digits.hasPrefix("-")
    let body = Array(negative ? digits.dropFirst() : digits[...])
    guard body.count > 4 else { return digits }
    var output = negative ? "-" : ""
    for (index, digit) in body.enumerated() {
      if index > 0, (body.count - index) % 3 == 0 { output += groupMark }
      output.append(digit)
    }
    return output
  }

  /// At most six digits behind the mark, none where they are zero.
  func text(number: Double) -> String {
    guard number.isFinite else { return number.isNaN ? "NaN" : number < 0 ? "-∞" : "∞" }
    guard number.magnitude < 1e15 else { return "\(number)" }
    let millionths = Int128((number.magnitude * 1_000_000).rounded(.toNearestOrEven))
    let whole = text(integer: String(millionths / 1_000_000))
    var digits = padded(Int(millionths % 1_000_000), to: 6)
    while digits.hasSuffix("0") { digits.removeLast() }
    let sign = number < 0 && millionths != 0 ? "-" : ""
    return digits.isEmpty ? sign + whole : "\(sign)\(whole)\(decimalMark)\(digits)"
  }
}

extension String {
  /// Spanish: `i`, `í` and `hi`, but not `hie` and `hia`, where the `i` is no vowel.
  fileprivate var beginsWithSoundOfI: Bool {
    let start = Array(lowercased().prefix(3))
    if start.first == "i" || start.first == "í" { return true }
    return start.starts(with: ["h", "i"]) && !(start.count > 2 && (start[2] == "e" || start[2] == "a"))
  }

  /// Puts values for `{name}` places; unknown places stay.
  func filling(_ values: [String: String]) -> String {
    var output = ""
    var rest = self[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      output += rest[..<open]
      let name = rest[rest.index(after: open)..<close]
      output += values[String(name)] ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return output + rest
  }
}
