import MuseExpression

/// A recognised stretch of a message and what it can mean.
struct Finding: Hashable, Sendable {
  /// Indices of tokens, the words that only lead up to it ("on", "at", "for") included.
  var tokens: Range<Int>
  var reading: Reading
}

indirect enum Reading: Hashable, Sendable {
  case number(Double)
  case ordinal(Int)
  case date(DateReading)
  case clock(ClockReading)
  case moment(MomentReading)
  case duration(Duration)
  case dateRange(DateRange)
  case clockRange(ClockRange)
  /// "in the morning", without a day or an hour.
  case dayPart(TimeWords.DayPart)
  case momentRange(start: MomentReading, end: MomentReading)
  case email(String)
  case phone(String)
  case url(String)
  case person(String)
  /// "every Monday": no one day, hour or stretch.
  case recurring(Recurrence)
  /// "2 or 3": two things of one kind, of which one is meant.
  case either(Reading, Reading)
}

/// A day as said, the preferred one first.
struct DateReading: Hashable, Sendable {
  var dates: [CivilDate]
  /// For each of `dates` the last such day before today, where neither year nor week was said: what happened on Friday was then.
  var earlier: [CivilDate] = []
  /// All of `dates` fit equally well ("03/04" without a region).
  var isOpen = false
  /// Today's weekday by name means a week ahead, but today if a time still to come is said with it.
  var todayIfAhead: CivilDate?
  /// "tomorrow morning": what clock times of that day it leaves.
  var part: TimeWords.DayPart?

  init(_ date: CivilDate, earlier: CivilDate? = nil) {
    dates = [date]
    self.earlier = earlier.map { [$0] } ?? []
  }

  init(dates: [CivilDate], isOpen: Bool = false, earlier: [CivilDate] = []) {
    self.dates = dates
    self.isOpen = isOpen
    self.earlier = earlier
  }

  /// The last such day before the one at a place.
  func earlier(than place: Int) -> CivilDate? { earlier.indices.contains(place) ? earlier[place] : nil }
}

/// A clock time as said, the sensible one first.
struct ClockReading: Hashable, Sendable {
  var times: [TimeOfDay]
  /// No reading is more sensible than the other ("at 7").
  var isOpen = false
  /// Said with its half of the day, or on 24 hours.
  var isDefinite = true
  /// Whose clocks show it, where that was said.
  var zone: Zone?
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

extension ClockReading {
  /// What the clocks of a zone show when those of the zone that was named show it on a day.
  func local(on day: CivilDate, in home: Zone) -> ClockReading {
    guard let zone else { return self }
    let moved = times.map { home.civil(zone.resolve(CivilDateTime(date: day, time: $0)).firstReading).time }
    return ClockReading(times: moved, isOpen: isOpen, isDefinite: isDefinite)
  }
}

extension TimeWords.DayPart {
  /// The hours it stands for where no other time is said; the end is exclusive.
  var span: Range<Int> {
    switch self {
    case .morning: 0..<12
    case .afternoon: 12..<19
    case .evening: 18..<24
    case .night: 18..<24
    }
  }
}
