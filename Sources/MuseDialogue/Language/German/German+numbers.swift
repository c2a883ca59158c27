extension NumberWords {
  static let german = NumberWords(
    units: German.spellings([
      "null": 0, "eins": 1, "zwei": 2, "zwo": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9,
      "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17,
      "achtzehn": 18, "neunzehn": 19,
    ]),
    tens: German.spellings([
      "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90,
    ]),
    scales: [
      "hundert": 100, "tausend": 1000, "million": 1_000_000, "millionen": 1_000_000, "mio": 1_000_000,
      "milliarde": 1_000_000_000, "milliarden": 1_000_000_000, "mrd": 1_000_000_000, "billion": 1_000_000_000_000,
      "billionen": 1_000_000_000_000,
    ],
    joined: .german, ordinals: German.declined(ordinalStems), ordinalEndings: ["te", "ten", "ter", "tes", "ste", "sten", "ster"],
    hasOrdinalDot: true,
    fractions: [
      "halb": 0.5, "halbe": 0.5, "halben": 0.5, "halber": 0.5, "halbes": 0.5, "viertel": 0.25, "drittel": 1.0 / 3,
      "dreiviertel": 0.75, "fünftel": 0.2, "zehntel": 0.1,
    ],
    manyFractions: ["viertel": 0.25, "drittel": 1.0 / 3, "fünftel": 0.2, "zehntel": 0.1],
    mixed: German.spellings([
      "anderthalb": 1.5, "eineinhalb": 1.5, "einundeinhalb": 1.5, "zweieinhalb": 2.5, "zweiundeinhalb": 2.5, "dreieinhalb": 3.5,
      "viereinhalb": 4.5, "fünfeinhalb": 5.5, "sechseinhalb": 6.5, "siebeneinhalb": 7.5, "achteinhalb": 8.5,
    ]),
    and: ["und"], of: [], one: ["ein", "eine", "einen", "einer", "einem", "eines", "'ne", "ne"], minus: ["minus"],
    vague: ["paar": 3, "dutzend": 12], gluedScales: ["k": 1000], point: ["komma"],
    money: ["euro", "euros", "eur", "cent", "dollar", "franken", "pfund", "mark"], decimalMark: ",", groupMark: ".")

  /// "erst", "zweit" … "einunddreißigst": all that a day of a month or a place in a list needs.
  private static let ordinalStems: [String: Int] = {
    var stems = German.spellings(["erst": 1, "dritt": 3, "siebt": 7, "siebent": 7, "acht": 8])
    for (word, number) in JoinedNumbers.germanBelowThousand where (2...100).contains(number) && ![3, 7, 8].contains(number) {
      stems[word + (number < 20 ? "t" : "st")] = number
    }
    return stems
  }()
}

extension JoinedNumbers {
  static let german = JoinedNumbers(belowThousand: germanBelowThousand, thousand: "tausend", and: "und")

  /// Every spelling of 1 to 999 ("zweihundertfünf", "zweihundertundfünf").
  fileprivate static let germanBelowThousand: [String: Int] = {
    let small = belowHundred
    var all = small
    for (front, hundreds) in [("", 1)] + units.map({ ($0.word, $0.number) }) {
      all[front + "hundert"] = hundreds * 100
      for (word, number) in small {
        all[front + "hundert" + word] = hundreds * 100 + number
        all[front + "hundertund" + word] = hundreds * 100 + number
      }
    }
    return all
  }()

  private static let units: [(word: String, number: Int)] = {
    let words = ["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
    return words.enumerated().flatMap { index, word in German.spellings([word]).map { (word: $0, number: index + 1) } }
  }()

  private static let belowHundred: [String: Int] = {
    let upToTwelve = ["eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"]
    let teens = ["dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"]
    let tens = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
    var all: [String: Int] = ["ein": 1]
    for (index, word) in (upToTwelve + teens).enumerated() { for form in German.spellings([word]) { all[form] = index + 1 } }
    for (index, word) in tens.enumerated() {
      for form in German.spellings([word]) {
        all[form] = (index + 2) * 10
        for unit in units { all[unit.word + "und" + form] = (index + 2) * 10 + unit.number }
      }
    }
    return all
  }()
}
