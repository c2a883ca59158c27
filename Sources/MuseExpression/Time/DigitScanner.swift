/// Reads fixed forms of ASCII digits and marks from the left. Every `take` leaves the place as it was where it returns nil or
/// false, or the whole reading is given up.
struct DigitScanner {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = text[...].utf8 }

  var isAtEnd: Bool { rest.isEmpty }
  var next: Unicode.Scalar? { rest.first.map { Unicode.Scalar($0) } }

  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard next == mark else { return false }
    rest.removeFirst()
    return true
  }

  mutating func takeNumber(digits: Int) -> Int? {
    let taken = rest.prefix(digits)
    guard taken.count == digits, taken.allSatisfy({ (48...57).contains($0) }) else { return nil }
    rest = rest.dropFirst(digits)
    return taken.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  /// All digits that follow, at most 18 of them; nil where there is none or more.
  mutating func takeDigits() -> (value: Int64, count: Int)? {
    let taken = rest.prefix { (48...57).contains($0) }
    guard (1...18).contains(taken.count) else { return nil }
    rest = rest.dropFirst(taken.count)
    return (taken.reduce(0) { $0 * 10 + Int64($1 - 48) }, taken.count)
  }

  /// `2026-11-27`
  mutating func takeDate() -> CivilDate? {
    guard let year = takeNumber(digits: 4), take("-"), let month = takeNumber(digits: 2), take("-"),
      let day = takeNumber(digits: 2), year > 0
    else { return nil }
    return CivilDate(validYear: year, month: month, day: day)
  }

  /// The nanoseconds of `.5`, 0 where there is no point; nil for a point without digits.
  mutating func takeFraction() -> Int? {
    guard take(".") else { return 0 }
    guard let (value, count) = takeDigits() else { return nil }
    var nanoseconds = value
    for _ in count..<max(count, 9) { nanoseconds *= 10 }
    for _ in 9..<max(count, 9) { nanoseconds /= 10 }
    return Int(nanoseconds)
  }

  /// `Z` or `+01:00`, as seconds east of UTC.
  mutating func takeOffset() -> Int? {
    if take("Z") || take("z") { return 0 }
    let west = next == "-"
    guard take("-") || take("+"), let hours = takeNumber(digits: 2), take(":"), let minutes = takeNumber(digits: 2),
      hours < 24, minutes < 60
    else { return nil }
    return (west ? -1 : 1) * (hours * 3600 + minutes * 60)
  }
}
