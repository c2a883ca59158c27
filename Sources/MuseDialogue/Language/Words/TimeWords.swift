import MuseExpression

/// The words of the calendar and the clock.
struct TimeWords: Sendable {
  enum Unit: Hashable, Sendable {
    case second, minute, hour, day, week, month, quarter, year

    var seconds: Int {
      switch self {
      case .second: 1
      case .minute: 60
      case .hour: 3600
      case .day: 86_400
      case .week: 604_800
      case .month: 2_592_000
      case .quarter: 7_776_000
      case .year: 31_536_000
      }
    }
  }

  enum DayPart: Hashable, Sendable {
    case morning, afternoon, evening, night

    /// In hours, as widely as the word may be meant beside a clock time; a night ends after midnight.
    var hours: Range<Int> {
      switch self {
      case .morning: 0..<12
      case .afternoon: 12..<18
      case .evening: 16..<24
      case .night: 18..<30
      }
    }

    func contains(_ time: TimeOfDay) -> Bool { hours.contains(time.hour) || hours.contains(time.hour + 24) }
  }

  enum Direction: Hashable, Sendable {
    case this, next, last
  }

  /// "Freitagabend".
  struct JoinedDay: Hashable, Sendable {
    var weekday: Weekday
    var part: DayPart
  }

  // MARK: Days

  var months: [String: Int]
  /// Months that are also other words ("may", "march"): they need a sign that a month is meant.
  var doubtfulMonths: Set<String> = []
  var weekdays: [String: Weekday]
  /// Short names that are also other words ("sat", "wed", "sun"): they need a sign that a day is meant.
  var doubtfulWeekdays: Set<String>
  /// A weekday and a part of it in one word.
  var joinedDays: [String: JoinedDay] = [:]
  /// Days counted from today.
  var relativeDays: PhraseTable<Int>
  var holidays: PhraseTable<Holiday>
  /// Behind a day: the part of it.
  var dayParts: PhraseTable<DayPart>
  /// "tonight", "this morning": today and a part of it.
  var partsOfToday: PhraseTable<DayPart>
  var directions: [String: Direction]
  /// Behind a weekday: so many weeks later ("Friday week").
  var weeksLater: PhraseTable<Int>
  /// Words before a day ("on").
  var beforeDay: Set<String>
  /// Those that also join a day to a name ("Plan for Friday").
  var titleDays: Set<String>
  var ofMonth: Set<String>
  var article: Set<String>
  var weekend: Set<String>
  /// "the end of", with the third of a stretch that it means.
  var stretchParts: PhraseTable<StretchPart>

  /// A part of a week, a month or a year.
  enum StretchPart: Hashable, Sendable {
    case beginning, middle, end
  }

  // MARK: Lengths

  var units: [String: Unit]
  /// Units that count only when glued to their number ("30m").
  var gluedUnits: [String: Unit]
  /// Lengths in one word ("Viertelstunde"), in minutes.
  var joinedLengths: [String: Int] = [:]
  /// Between a number and its unit ("two more minutes").
  var moreOf: Set<String>
  /// Words before and behind a length ("for", "long").
  var beforeLength: Set<String>
  var behindLength: Set<String>

  // MARK: Clock times

  /// "noon", "midnight".
  var namedTimes: PhraseTable<TimeOfDay>
  var am: PhraseTable<Bool>
  var pm: PhraseTable<Bool>
  var oclock: PhraseTable<Bool>
  /// Minutes may follow the mark of the hour ("15 Uhr 30").
  var minutesFollowHour = false
  var past: Set<String>
  var to: Set<String>
  /// "half", "quarter" of an hour, in minutes.
  var clockFractions: [String: Int]
  /// A fraction before an hour leads up to it: "halb vier" is 3:30, "half four" is 4:30.
  var fractionsLeadUp = false
  /// "at": what follows is an hour.
  var atHour: Set<String>
  /// Words after which a bare number may be an hour ("by 3").
  var beforeHour: Set<String>
  /// Before the new hour of a change ("make it 4", "push it to 4").
  var beforeChangedHour: PhraseTable<Bool>
  /// "about", "around": they may stand between.
  var vague: Set<String>
  /// Behind a clock time: whose clocks show it.
  var zones: PhraseTable<SpokenZone>

  // MARK: Ranges and distances

  /// Which side of a time is meant.
  enum Bound: Hashable, Sendable {
    case before, until, after, since
  }

  /// "no later than", "since".
  var bounds: PhraseTable<Bound>

  var rangeFrom: Set<String>
  var rangeTo: Set<String>
  var rangeAnd: Set<String>
  /// "in two weeks".
  var ahead: PhraseTable<Bool>
  /// "two weeks from now".
  var fromNow: PhraseTable<Bool>
  var ago: PhraseTable<Bool>
  /// The same before the length ("vor zwei Wochen").
  var agoBefore = PhraseTable<Bool>(words: [])
  /// Behind a duration: a time that stands is moved on (1) or back (-1).
  var shifts: [String: Int]
  /// The same of a length that stands ("15 minutes longer").
  var stretches: [String: Int]

  // MARK: Again and again

  /// "every" with the steps between; 0 where a number must follow ("alle zwei Wochen").
  var every: PhraseTable<Int>
  /// "daily", "fortnightly".
  var regularly: PhraseTable<Recurrence>
  /// Weekdays that come again and again by their form ("Mondays").
  var recurringDays: [String: Weekday]
  /// "weekday", of which a week has five.
  var workdays: Set<String>
}
