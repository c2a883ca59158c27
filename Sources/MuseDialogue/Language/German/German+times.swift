import MuseExpression

extension TimeWords {
  static let german = TimeWords(
    months: German.spellings([
      "januar": 1, "jan": 1, "jänner": 1, "februar": 2, "feb": 2, "märz": 3, "mär": 3, "mrz": 3, "april": 4, "apr": 4, "mai": 5,
      "juni": 6, "jun": 6, "juno": 6, "juli": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sep": 9, "sept": 9,
      "oktober": 10, "okt": 10, "november": 11, "nov": 11, "dezember": 12, "dez": 12,
    ]),
    weekdays: germanWeekdays, doubtfulWeekdays: ["so", "do", "mi", "di", "mo", "fr", "sa"],
    joinedDays: joinedDays,
    relativeDays: German.table([
      (meaning: 0, phrases: ["heute", "heut"]), (meaning: 1, phrases: ["morgen", "am nächsten tag", "den nächsten tag"]),
      (meaning: 2, phrases: ["übermorgen"]), (meaning: 3, phrases: ["überübermorgen"]), (meaning: -1, phrases: ["gestern"]),
      (meaning: -2, phrases: ["vorgestern"]),
    ]),
    holidays: germanHolidays,
    dayParts: German.table([
      (
        meaning: .morning,
        phrases: [
          "morgens", "am morgen", "früh", "in der früh", "in der frühe", "vormittag", "vormittags", "am vormittag", "frühmorgens",
        ]
      ),
      (meaning: .afternoon, phrases: ["nachmittag", "nachmittags", "am nachmittag"]),
      (meaning: .evening, phrases: ["abend", "abends", "am abend"]),
      (meaning: .night, phrases: ["nacht", "nachts", "in der nacht"]),
    ]),
    partsOfToday: German.table([
      (meaning: .morning, phrases: ["heute morgen", "heute früh", "heute vormittag"]),
      (meaning: .afternoon, phrases: ["heute nachmittag"]), (meaning: .evening, phrases: ["heute abend"]),
      (meaning: .night, phrases: ["heute nacht"]),
    ]),
    directions: German.spellings(
      German.declined([
        "dies": Direction.this, "kommend": .this, "nächst": .next, "folgend": .next, "letzt": .last, "vergangen": .last,
        "vorig": .last,
        "laufend": .this, "darauffolgend": .next,
      ]).merging(["diese": .this]) { $1 }),
    weeksLater: German.table([
      (meaning: 1, phrases: ["in einer woche", "in acht tagen", "in 8 tagen"]),
      (meaning: 2, phrases: ["in zwei wochen", "in 2 wochen", "in vierzehn tagen", "in 14 tagen"]),
      (meaning: 3, phrases: ["in drei wochen", "in 3 wochen"]),
    ]),
    beforeDay: German.words(["am", "den", "der", "zum", "für", "bis", "ab", "dem", "vom"]), titleDays: German.words(["für"]),
    ofMonth: ["im", "des", "in", "der"],
    article: ["der", "den", "dem", "das", "die", "des"],
    weekend: ["wochenende", "wochenenden"],
    stretchParts: German.table([
      (meaning: .beginning, phrases: ["anfang", "beginn", "anfang der", "anfang des"]),
      (meaning: .middle, phrases: ["mitte", "mitte der", "mitte des"]),
      (meaning: .end, phrases: ["ende", "ende der", "ende des"]),
    ]),
    units: [
      "sekunde": .second, "sekunden": .second, "sek": .second, "minute": .minute, "minuten": .minute, "min": .minute,
      "minütchen": .minute, "stunde": .hour, "stunden": .hour, "std": .hour, "h": .hour, "stündchen": .hour, "tag": .day,
      "tage": .day,
      "tagen": .day, "woche": .week, "wochen": .week, "monat": .month, "monate": .month, "monaten": .month, "monats": .month,
      "quartal": .quarter, "quartals": .quarter, "quartale": .quarter, "jahr": .year, "jahre": .year, "jahren": .year,
      "jahres": .year,
    ],
    gluedUnits: ["s": .second, "m": .minute, "h": .hour, "d": .day, "min": .minute],
    joinedLengths: [
      "viertelstunde": 15, "dreiviertelstunde": 45, "halbestunde": 30, "halbstunde": 30, "viertelstündchen": 15,
      "dreiviertelstunden": 45,
    ],
    moreOf: ["weitere", "zusätzliche", "mehr", "ganze", "volle"], beforeLength: German.words(["für", "um", "mit"]),
    behindLength: ["lang"],
    namedTimes: PhraseTable([
      (
        meaning: TimeOfDay(hour: 12),
        phrases: ["mittag", "mittags", "am mittag", "zu mittag", "zwölf uhr mittags", "12 uhr mittags", "12 uhr mittag"]
      ),
      (meaning: TimeOfDay(hour: 0), phrases: ["mitternacht", "um mitternacht"]),
    ]),
    am: PhraseTable(words: []), pm: PhraseTable(words: []), oclock: PhraseTable(words: ["uhr"]), minutesFollowHour: true,
    past: ["nach"], to: ["vor"],
    clockFractions: ["halb": 30, "viertel": 15, "dreiviertel": 45], fractionsLeadUp: true, atHour: ["um", "@"],
    beforeHour: German.words(["gegen", "ab", "bis", "nach", "vor", "von", "auf", "so"]),
    beforeChangedHour: German.table([
      "auf", "besser", "lieber", "bis", "eher", "doch", "dann", "sagen wir", "doch lieber", "auf um", "lieber um",
    ]),
    vague: German.words(["etwa", "ungefähr", "circa", "ca", "genau", "punkt", "spätestens", "frühestens", "so"]),
    zones: germanZones,
    bounds: German.table([
      (meaning: .before, phrases: ["vor", "vor dem", "spätestens vor"]),
      (meaning: .until, phrases: ["bis", "bis zum", "spätestens"]),
      (meaning: .after, phrases: ["nach", "nach dem"]),
      (meaning: .since, phrases: ["seit", "seit dem", "ab", "ab dem", "frühestens"]),
    ]),
    rangeFrom: ["von", "vom", "zwischen"], rangeTo: ["bis", "bis zum", "-", "–", "—", "zum"], rangeAnd: ["und"],
    ahead: German.table(["in", "nach", "binnen"]), fromNow: German.table(["ab jetzt", "von jetzt an", "ab heute"]),
    ago: German.table(["zuvor", "her"]), agoBefore: German.table(["vor"]),
    shifts: German.spellings(["später": 1, "früher": -1, "eher": -1]),
    stretches: German.spellings(["länger": 1, "kürzer": -1]),
    every: German.table([
      (meaning: 0, phrases: ["alle"]), (meaning: 1, phrases: German.declined("jed")),
      (meaning: 2, phrases: ["jeden zweiten", "jede zweite", "jeder zweite", "jedes zweite"]),
    ]),
    regularly: German.table([
      (meaning: Recurrence(unit: .day), phrases: ["täglich"]), (meaning: Recurrence(unit: .week), phrases: ["wöchentlich"]),
      (meaning: Recurrence(unit: .week, interval: 2), phrases: ["zweiwöchentlich", "vierzehntäglich"]),
      (meaning: Recurrence(unit: .month), phrases: ["monatlich"]),
      (meaning: Recurrence(unit: .quarter), phrases: ["vierteljährlich"]),
      (meaning: Recurrence(unit: .year), phrases: ["jährlich"]),
    ]),
    recurringDays: [
      "montags": .monday, "dienstags": .tuesday, "mittwochs": .wednesday, "donnerstags": .thursday, "freitags": .friday,
      "samstags": .saturday, "sonnabends": .saturday, "sonntags": .sunday,
    ], workdays: ["werktag", "werktags", "wochentag", "arbeitstag"])

  private static let germanWeekdays: [String: Weekday] = {
    let names: [(Weekday, [String])] = [
      (.monday, ["montag", "mo"]), (.tuesday, ["dienstag", "di"]), (.wednesday, ["mittwoch", "mi"]),
      (.thursday, ["donnerstag", "do"]), (.friday, ["freitag", "fr"]), (.saturday, ["samstag", "sonnabend", "sa"]),
      (.sunday, ["sonntag", "so"]),
    ]
    var all: [String: Weekday] = [:]
    for (weekday, words) in names {
      for word in words {
        all[word] = weekday
        if word.count > 2 { all[word + "s"] = weekday }
      }
    }
    return all
  }()

  /// "Freitagabend", "montagmorgens".
  private static let joinedDays: [String: JoinedDay] = {
    let parts: [(String, DayPart)] = [
      ("morgen", .morning), ("früh", .morning), ("vormittag", .morning), ("nachmittag", .afternoon), ("abend", .evening),
      ("nacht", .night),
    ]
    var all: [String: JoinedDay] = [:]
    for (day, weekday) in germanWeekdays where day.count > 2 && !day.hasSuffix("s") {
      for (word, part) in parts {
        for form in German.spellings([day + word]) {
          all[form] = JoinedDay(weekday: weekday, part: part)
          all[form + "s"] = JoinedDay(weekday: weekday, part: part)
        }
      }
    }
    return all
  }()

  private static let germanZones = PhraseTable<SpokenZone>(
    SpokenZone.abbreviations.map {
      (meaning: $0.meaning, phrases: $0.phrases.filter { !["mit", "wet", "cat", "eat", "ast"].contains($0) })
    } + [
      (
        meaning: .named("Europe/Berlin"),
        phrases: German.spellings(["mez", "mesz", "deutscher zeit", "deutsche zeit", "mitteleuropäischer zeit"])
      ),
      (meaning: .named("Europe/London"), phrases: ["britischer zeit", "englischer zeit"]),
      (meaning: .named("America/New_York"), phrases: ["ostküstenzeit", "new yorker zeit"]),
      (meaning: .named("America/Los_Angeles"), phrases: ["westküstenzeit", "kalifornischer zeit"]),
      (meaning: .named("Asia/Tokyo"), phrases: ["japanischer zeit", "tokioter zeit"]),
      (meaning: .named("Europe/Zurich"), phrases: ["schweizer zeit", "zürcher zeit"]),
      (meaning: .named("Europe/Vienna"), phrases: ["wiener zeit"]),
      (meaning: .named("Asia/Shanghai"), phrases: ["chinesischer zeit"]),
      (meaning: .named("Asia/Kolkata"), phrases: ["indischer zeit"]),
      (meaning: .named("Europe/Moscow"), phrases: ["moskauer zeit"]),
      (meaning: .named("Europe/Paris"), phrases: ["französischer zeit"]),
    ] + SpokenZone.cities { ["\($0)er zeit", "\($0) zeit", "\($0)r zeit", "zeit \($0)", "zeit in \($0)", "ortszeit \($0)"] })

  private static let germanHolidays = German.table([
    (meaning: Holiday.fixed(month: 1, day: 1), phrases: ["neujahr", "neujahrstag"]),
    (meaning: .fixed(month: 1, day: 6), phrases: ["heilige drei könige", "dreikönigstag", "dreikönig"]),
    (meaning: .fixed(month: 2, day: 14), phrases: ["valentinstag"]), (meaning: .easter(-48), phrases: ["rosenmontag"]),
    (meaning: .easter(-46), phrases: ["aschermittwoch"]), (meaning: .easter(-3), phrases: ["gründonnerstag"]),
    (meaning: .easter(-2), phrases: ["karfreitag"]), (meaning: .easter(0), phrases: ["ostern", "ostersonntag"]),
    (meaning: .easter(1), phrases: ["ostermontag"]),
    (meaning: .fixed(month: 5, day: 1), phrases: ["tag der arbeit", "maifeiertag"]),
    (meaning: .easter(39), phrases: ["christi himmelfahrt", "himmelfahrt", "vatertag"]),
    (meaning: .nth(2, .sunday, month: 5), phrases: ["muttertag"]),
    (meaning: .easter(49), phrases: ["pfingsten", "pfingstsonntag"]),
    (meaning: .easter(50), phrases: ["pfingstmontag"]), (meaning: .easter(60), phrases: ["fronleichnam"]),
    (meaning: .fixed(month: 10, day: 3), phrases: ["tag der deutschen einheit"]),
    (meaning: .fixed(month: 10, day: 31), phrases: ["reformationstag", "halloween"]),
    (meaning: .fixed(month: 11, day: 1), phrases: ["allerheiligen"]),
    (meaning: .fixed(month: 11, day: 11), phrases: ["martinstag"]),
    (meaning: .fixed(month: 12, day: 6), phrases: ["nikolaus", "nikolaustag"]),
    (meaning: .advent(1), phrases: ["erster advent", "ersten advent", "1 . advent"]),
    (meaning: .advent(2), phrases: ["zweiter advent", "zweiten advent", "2 . advent"]),
    (meaning: .advent(3), phrases: ["dritter advent", "dritten advent", "3 . advent"]),
    (meaning: .advent(4), phrases: ["vierter advent", "vierten advent", "4 . advent"]),
    (meaning: .fixed(month: 12, day: 24), phrases: ["heiligabend", "heiliger abend", "heiligen abend", "weihnachtsabend"]),
    (
      meaning: .fixed(month: 12, day: 25),
      phrases: ["weihnachten", "erster weihnachtstag", "ersten weihnachtstag", "weihnachtstag"]
    ),
    (meaning: .fixed(month: 12, day: 26), phrases: ["zweiter weihnachtstag", "zweiten weihnachtstag", "stephanstag"]),
    (meaning: .fixed(month: 12, day: 31), phrases: ["silvester", "sylvester"]),
  ])
}
