import MuseExpression

extension TimeWords {
  static let english = TimeWords(
    months: [
      "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5, "june": 6, "jun": 6,
      "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sep": 9, "sept": 9, "october": 10, "oct": 10, "november": 11,
      "nov": 11, "december": 12, "dec": 12,
    ],
    weekdays: [
      "monday": .monday, "mon": .monday, "mondays": .monday, "tuesday": .tuesday, "tue": .tuesday, "tues": .tuesday,
      "tuesdays": .tuesday, "wednesday": .wednesday, "wed": .wednesday, "weds": .wednesday, "wednesdays": .wednesday,
      "wednsday": .wednesday, "wensday": .wednesday, "thursday": .thursday, "thu": .thursday, "thur": .thursday,
      "thurs": .thursday, "thursdays": .thursday, "friday": .friday, "fri": .friday, "fridays": .friday, "saturday": .saturday,
      "sat": .saturday, "saturdays": .saturday, "sunday": .sunday, "sun": .sunday, "sundays": .sunday,
    ],
    doubtfulWeekdays: ["mon", "wed", "sat", "sun"],
    relativeDays: PhraseTable([
      (meaning: 0, phrases: ["today", "2day", "this day"]),
      (meaning: 1, phrases: ["tomorrow", "tomorow", "tommorow", "tommorrow", "tomorrows", "tmr", "tmrw", "the next day"]),
      (meaning: 2, phrases: ["day after tomorrow", "the day after tomorrow", "overmorrow"]),
      (meaning: -1, phrases: ["yesterday"]),
      (meaning: -2, phrases: ["day before yesterday", "the day before yesterday"]),
    ]),
    dayParts: PhraseTable([
      (meaning: .morning, phrases: ["morning", "in the morning", "am"]),
      (meaning: .afternoon, phrases: ["afternoon", "in the afternoon"]),
      (meaning: .evening, phrases: ["evening", "in the evening"]),
      (meaning: .night, phrases: ["night", "at night"]),
    ]),
    partsOfToday: PhraseTable([
      (meaning: .morning, phrases: ["this morning"]),
      (meaning: .afternoon, phrases: ["this afternoon"]),
      (meaning: .evening, phrases: ["this evening", "tonight", "tonite", "2night"]),
    ]),
    directions: [
      "this": .this, "coming": .this, "upcoming": .this, "next": .next, "following": .next, "last": .last, "past": .last,
      "previous": .last,
    ],
    units: [
      "second": .second, "seconds": .second, "sec": .second, "secs": .second, "minute": .minute, "minutes": .minute,
      "min": .minute, "mins": .minute, "minuets": .minute, "hour": .hour, "hours": .hour, "hr": .hour, "hrs": .hour, "day": .day,
      "days": .day, "week": .week, "weeks": .week, "wk": .week, "wks": .week, "month": .month, "months": .month, "year": .year,
      "years": .year, "yr": .year, "yrs": .year,
    ],
    gluedUnits: ["s": .second, "m": .minute, "h": .hour, "d": .day, "w": .week],
    namedTimes: PhraseTable([
      (meaning: TimeOfDay(hour: 12), phrases: ["noon", "midday", "mid day", "noontime", "12 noon", "twelve noon", "lunchtime"]),
      (meaning: TimeOfDay(hour: 0), phrases: ["midnight", "12 midnight"]),
    ]),
    am: PhraseTable(words: ["am", "a . m .", "a . m", "a m", "a"]),
    pm: PhraseTable(words: ["pm", "p . m .", "p . m", "p m", "p"]),
    oclock: PhraseTable(words: ["o'clock", "oclock", "o clock", "o 'clock"]),
    past: ["past", "after"], to: ["to", "till", "before", "of"], clockFractions: ["half": 30, "quarter": 15],
    beforeDay: ["on", "by", "for"], atHour: ["at", "@"],
    beforeHour: ["by", "around", "from", "until", "till", "before", "after", "about"],
    beforeChangedHour: PhraseTable(words: ["to", "make it", "make that", "say", "until", "till", "rather"]),
    vague: ["about", "around", "exactly", "roughly", "approximately", "circa", "sharp", "like", "say"],
    ofMonth: ["of", "in"], article: ["the"], rangeFrom: ["from", "between"],
    rangeTo: ["to", "till", "until", "through", "-", "–", "—"],
    rangeAnd: ["and"],
    ahead: PhraseTable(words: ["in", "within", "after"]),
    fromNow: PhraseTable(words: ["from now", "from today", "hence", "'s time", "is time"]),
    ago: PhraseTable(words: ["ago", "back"]), shifts: ["later": 1, "earlier": -1, "sooner": -1], weekend: ["weekend", "weekends"])
}
