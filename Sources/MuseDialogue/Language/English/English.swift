extension Language {
  static let english = Language(
    code: "en", clitics: .english, numbers: .english, times: .english, answers: .english, grammar: .english,
    synonyms: PhraseTable(englishSynonyms.map { (meaning: $0[0], phrases: $0) }), background: englishBackground)

  /// Each class under its first phrase. They help where the graph's examples are few; the examples decide.
  private static let englishSynonyms: [[String]] = [
    [
      "schedule", "book", "meet", "meet with", "meet up with", "set up", "arrange", "organise", "organize", "plan", "set a",
      "set an", "create", "make a", "make an", "put in a", "add a", "add an",
    ],
    ["move", "push", "reschedule", "shift", "postpone", "push back", "push out", "bring forward", "put off", "delay", "change"],
    [
      "cancel", "call off", "call it off", "call this off", "call that off", "scrap", "drop", "delete", "remove", "get rid of",
      "cancle", "cancell",
    ],
    ["show", "display", "list", "read", "tell me", "give me", "read out", "show me", "see", "view"],
    ["agenda", "calendar", "diary", "my schedule", "the schedule", "our schedule"],
    [
      "what is on", "what do i have", "what have i got", "what have i", "what is planned", "what is scheduled", "what do we have",
      "do i have anything", "have i got anything", "anything on", "what is happening", "what is going on", "am i free",
      "am i busy", "what am i doing",
    ],
    ["meeting", "meetings", "appointment", "appointments", "meetup", "event", "events"],
    ["called", "named", "titled", "entitled"],
    ["call it", "name it", "title it", "call this", "name this", "call that"],
    ["bye", "goodbye", "good bye", "see you", "see ya", "so long", "farewell", "bye bye", "cya", "see you later"],
    ["buy", "purchase", "order", "get"],
    ["help", "assist", "support"],
    ["find", "search", "look for", "look up", "search for"],
    ["send", "mail", "forward", "transmit"],
    ["begin", "start", "launch"],
    ["stop", "end", "finish", "quit"],
    ["invite", "bring", "include"],
  ]
}

extension Clitics {
  static let english = Clitics(
    tails: ["n't": "not", "'s": "is", "'re": "are", "'ll": "will", "'d": "would", "'ve": "have", "'m": "am"],
    stems: ["ca": "can", "wo": "will", "sha": "shall"],
    bare: [
      "dont": 2, "doesnt": 2, "didnt": 2, "isnt": 2, "arent": 2, "cant": 2, "wont": 2, "wouldnt": 2, "couldnt": 2, "shouldnt": 2,
      "whats": 1, "thats": 1, "hows": 1, "wheres": 1, "whos": 1, "im": 1, "ive": 2, "youre": 2, "theyre": 2, "lets": 1,
    ],
    bareTails: ["nt": "not", "s": "is", "m": "am", "ve": "have", "re": "are"], ownTails: ["let": "us"])
}

extension NumberWords {
  static let english = NumberWords(
    units: [
      "zero": 0, "naught": 0, "nought": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
      "nine": 9, "ten": 10,
      "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
      "nineteen": 19,
    ],
    tens: [
      "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ],
    scales: [
      "hundred": 100, "dozen": 12, "dozens": 12, "thousand": 1000, "lakh": 100_000, "lakhs": 100_000, "crore": 10_000_000,
      "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000,
    ],
    ordinals: [
      "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
      "tenth": 10,
      "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
      "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
      "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100, "thousandth": 1000,
    ],
    ordinalEndings: ["st", "nd", "rd", "th"],
    fractions: ["half": 0.5, "quarter": 0.25, "third": 1.0 / 3, "fifth": 0.2, "tenth": 0.1],
    manyFractions: [
      "quarters": 0.25, "thirds": 1.0 / 3, "halves": 0.5, "fourths": 0.25, "fifths": 0.2, "sixths": 1.0 / 6, "sevenths": 1.0 / 7,
      "eighths": 0.125, "ninths": 1.0 / 9, "tenths": 0.1, "hundredths": 0.01, "thousandths": 0.001,
    ],
    and: ["and"], of: ["of"], one: ["a", "an"], minus: ["minus", "negative"], vague: ["couple": 2, "few": 3],
    gluedScales: ["k": 1000, "bn": 1_000_000_000, "mio": 1_000_000], point: ["point"],
    money: [
      "euro", "euros", "eur", "dollar", "dollars", "usd", "pound", "pounds", "gbp", "quid", "bucks", "cents", "pence", "francs",
    ])
}
