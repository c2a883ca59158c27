import MuseExpression

/// Numbers and ordinals in words.
struct NumberWords: Sendable {
  /// 0 to 19.
  var units: [String: Int]
  /// 20, 30 … 90.
  var tens: [String: Int]
  /// 100, 1000, …
  var scales: [String: Int]
  var ordinals: [String: Int]
  /// "st", "nd" behind digits.
  var ordinalEndings: Set<String>
  /// "half" is 0.5.
  var fractions: [String: Double]
  var and: Set<String>
  var one: Set<String>
  var minus: Set<String>
  /// "couple" is 2, "few" is 3.
  var vague: [String: Int]
}

/// The words of the calendar and the clock.
struct TimeWords: Sendable {
  enum Unit: Hashable, Sendable {
    case second, minute, hour, day, week, month, year

    var seconds: Int {
      switch self {
      case .second: 1
      case .minute: 60
      case .hour: 3600
      case .day: 86_400
      case .week: 604_800
      case .month: 2_592_000
      case .year: 31_536_000
      }
    }
  }

  enum DayPart: Hashable, Sendable {
    case morning, afternoon, evening, night

    /// In hours; a night ends after midnight.
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

  var months: [String: Int]
  var weekdays: [String: Weekday]
  /// Short names that are also other words ("sat", "wed", "sun"): they need a sign that a day is meant.
  var doubtfulWeekdays: Set<String>
  /// Days counted from today.
  var relativeDays: PhraseTable<Int>
  /// Days that bring their part of the day ("tonight").
  var dayParts: PhraseTable<DayPart>
  /// "tonight", "this morning": today and a part of it.
  var partsOfToday: PhraseTable<DayPart>
  var directions: [String: Direction]
  var units: [String: Unit]
  /// Units that count only when glued to their number ("30m").
  var gluedUnits: [String: Unit]
  /// "noon", "midnight".
  var namedTimes: PhraseTable<TimeOfDay>
  var am: PhraseTable<Bool>
  var pm: PhraseTable<Bool>
  var oclock: PhraseTable<Bool>
  var past: Set<String>
  var to: Set<String>
  /// "half", "quarter" of an hour, in minutes.
  var clockFractions: [String: Int]
  /// Words before a day ("on").
  var beforeDay: Set<String>
  /// "at": what follows is an hour.
  var atHour: Set<String>
  /// Words after which a bare number may be an hour ("by 3").
  var beforeHour: Set<String>
  /// Before the new hour of a change ("make it 4", "push it to 4").
  var beforeChangedHour: PhraseTable<Bool>
  /// "about", "around": they may stand between.
  var vague: Set<String>
  var ofMonth: Set<String>
  var article: Set<String>
  var rangeFrom: Set<String>
  var rangeTo: Set<String>
  var rangeAnd: Set<String>
  /// "in two weeks".
  var ahead: PhraseTable<Bool>
  /// "two weeks from now".
  var fromNow: PhraseTable<Bool>
  var ago: PhraseTable<Bool>
  /// Behind a duration: a time that stands is moved on (1) or back (-1).
  var shifts: [String: Int]
  var weekend: Set<String>
}

/// Answers, choices, repairs and edits.
struct AnswerWords: Sendable {
  enum Answer: Hashable, Sendable {
    case yes, no
  }

  enum Repair: Hashable, Sendable {
    case cancel, skip, repeating, help, startOver
  }

  enum Editing: Hashable, Sendable {
    case add, remove, replace
  }

  var answers: PhraseTable<Answer>
  /// Words that open a yes also where more follows ("yes but…"); the others must be a whole clause.
  var strongYes: Set<String>
  /// The same for a no, which needs less care: nothing is written on a no.
  var strongNo: Set<String>
  var repairs: PhraseTable<Repair>
  /// "none of them".
  var noneOffered: PhraseTable<Bool>
  /// "the last one": counted from the end.
  var lastOffered: PhraseTable<Bool>
  /// Words before a number that make it a choice ("number two").
  var choiceMarks: Set<String>
  /// Words that may surround a choice ("the", "one", "please").
  var aroundChoice: Set<String>
  /// Before what is edited ("also invite").
  var editsBefore: PhraseTable<Editing>
  /// Before a value that is not meant ("not", "instead of").
  var denials: PhraseTable<Bool>
  /// Words that lead up to a text without being part of it ("it is", "let us say").
  var beforeText: PhraseTable<Bool>
  /// Words that answer nothing ("I do not know", "hello"): never a text.
  var noAnswers: PhraseTable<Bool>
  /// Behind it ("instead", "too").
  var editsAfter: PhraseTable<Editing>
  /// Words that make a yes depend on something.
  var conditions: Set<String>
  /// Words that take a yes half back; they fill in other answers.
  var qualifiers: Set<String>
  /// Words that may stand around an answer without changing it.
  var fillers: Set<String>
}

/// Words without a meaning of their own, by what they do in a sentence.
struct GrammarWords: Sendable {
  var determiners: Set<String>
  var indefinite: Set<String>
  var prepositions: Set<String>
  var pronouns: Set<String>
  var auxiliaries: Set<String>
  var conjunctions: Set<String>
  /// The rest: adverbs, politeness, question words.
  var others: Set<String>
  /// Words that say a value without adding to it ("make it", "change it to").
  var aroundValue: Set<String>
  /// After which a person stands ("with", "invite").
  var beforePerson: Set<String>
  /// Words in capitals that are no names.
  var notNames: Set<String>
  var quotes: [Unicode.Scalar: Unicode.Scalar]

  func isFunction(_ word: String) -> Bool {
    determiners.contains(word) || prepositions.contains(word) || pronouns.contains(word) || auxiliaries.contains(word)
      || conjunctions.contains(word) || others.contains(word)
  }
}
