import MuseExpression

/// A recognised stretch of a message and what it can mean.
struct Finding: Hashable, Sendable {
  /// Indices of tokens, the words that only lead up to it ("on", "at", "for") included.
  var tokens: Range<Int>
  var reading: Reading
}

enum Reading: Hashable, Sendable {
  case number(Double)
  case ordinal(Int)
  case date(DateReading)
  case clock(ClockReading)
  case moment(MomentReading)
  case duration(Duration)
  case dateRange(DateRange)
  case clockRange(ClockRange)
  case momentRange(start: MomentReading, end: MomentReading)
  case email(String)
  case phone(String)
  case url(String)
  case person(String)
}

/// A day as said, the preferred one first.
struct DateReading: Hashable, Sendable {
  var dates: [CivilDate]
  /// All of `dates` fit equally well ("03/04" without a region).
  var isOpen = false
  /// Today's weekday by name means a week ahead, but today if a time still to come is said with it.
  var todayIfAhead: CivilDate?
  /// "tomorrow morning": what clock times of that day it leaves.
  var part: TimeWords.DayPart?

  init(_ date: CivilDate) { dates = [date] }

  init(dates: [CivilDate], isOpen: Bool = false) {
    self.dates = dates
    self.isOpen = isOpen
  }
}

/// A clock time as said, the sensible one first.
struct ClockReading: Hashable, Sendable {
  var times: [TimeOfDay]
  /// No reading is more sensible than the other ("at 7").
  var isOpen = false
  /// Said with its half of the day, or on 24 hours.
  var isDefinite = true
}

struct MomentReading: Hashable, Sendable {
  var date: DateReading
  var clock: ClockReading
}

/// Days with an exclusive end.
struct DateRange: Hashable, Sendable {
  var start: CivilDate?
  var end: CivilDate?
}

struct ClockRange: Hashable, Sendable {
  var start: ClockReading
  var end: ClockReading
}
