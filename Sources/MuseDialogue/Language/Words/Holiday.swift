import MuseExpression

/// A day that has a name, by the rule that finds it in a year.
enum Holiday: Hashable, Sendable {
  case fixed(month: Int, day: Int)
  /// Days from Easter Sunday.
  case easter(Int)
  /// The n-th weekday of a month, moved by some days.
  case nth(Int, Weekday, month: Int, plus: Int = 0)
  case last(Weekday, month: Int)
  /// The n-th Sunday before Christmas.
  case advent(Int)

  func date(in year: Int) -> CivilDate? {
    switch self {
    case .fixed(let month, let day): CivilDate(validYear: year, month: month, day: day)
    case .easter(let days): Holiday.easterSunday(in: year).adding(days: days)
    case .nth(let count, let weekday, let month, let plus):
      Holiday.first(weekday, from: CivilDate(year: year, month: month, day: 1)).adding(days: 7 * (count - 1) + plus)
    case .last(let weekday, let month):
      Holiday.first(weekday, from: CivilDate(year: year, month: month, day: 1).adding(months: 1)).adding(days: -7)
    case .advent(let count): Holiday.first(.sunday, from: CivilDate(year: year, month: 12, day: 18)).adding(days: 7 * (count - 4))
    }
  }

  private static func first(_ weekday: Weekday, from date: CivilDate) -> CivilDate {
    date.adding(days: (weekday.rawValue - date.weekday.rawValue + 7) % 7)
  }

  /// Western Easter (Meeus, Jones, Butcher: "Astronomical Algorithms", chapter 8).
  private static func easterSunday(in year: Int) -> CivilDate {
    let golden = year % 19
    let (century, rest) = (year / 100, year % 100)
    let epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
    let ahead = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
    let late = (golden + 11 * epact + 22 * ahead) / 451
    let sum = epact + ahead - 7 * late + 114
    return CivilDate(year: year, month: sum / 31, day: sum % 31 + 1)
  }
}
