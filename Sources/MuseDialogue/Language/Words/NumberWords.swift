/// Numbers and ordinals in words.
struct NumberWords: Sendable {
  /// 0 to 19.
  var units: [String: Int]
  /// 20, 30 … 90.
  var tens: [String: Int]
  /// 100, 1000, …
  var scales: [String: Int]
  /// Numbers that are written in one word ("einundzwanzig").
  var joined = JoinedNumbers.none
  var ordinals: [String: Int]
  /// "st", "nd" behind digits.
  var ordinalEndings: Set<String>
  /// A dot behind digits makes an ordinal of them ("3. Mai").
  var hasOrdinalDot = false
  /// "half" is 0.5.
  var fractions: [String: Double]
  /// "quarters" is 0.25: counted, never an ordinal.
  var manyFractions: [String: Double]
  /// A number and a half in one word ("anderthalb").
  var mixed: [String: Double] = [:]
  var and: Set<String>
  /// "a couple of", "three quarters of".
  var of: Set<String>
  var one: Set<String>
  var minus: Set<String>
  /// "couple" is 2, "few" is 3.
  var vague: [String: Int]
  /// Scales that count when glued to their number ("10k").
  var gluedScales: [String: Double] = [:]
  /// Before spoken decimals ("five point five").
  var point: Set<String> = []
  /// What amounts of money are counted in ("euros"); other words behind a number say what it counts.
  var money: Set<String> = []
  /// Between the whole and the decimals, and between groups of three digits.
  var decimalMark = "."
  var groupMark = ","
}

/// Whole numbers below a million that a language writes in one word.
struct JoinedNumbers: Sendable {
  private let belowThousand: [String: Int]
  private let thousand: String
  private let and: String

  static let none = JoinedNumbers(belowThousand: [:], thousand: "", and: "")

  /// - Parameter belowThousand: every spelling with its number.
  init(belowThousand: [String: Int], thousand: String, and: String) {
    self.belowThousand = belowThousand
    self.thousand = thousand
    self.and = and
  }

  /// The longest number below a million has fewer letters.
  private static let longest = 80

  func value(of word: String) -> Int? {
    guard !belowThousand.isEmpty, word.utf8.count <= JoinedNumbers.longest else { return nil }
    if let value = belowThousand[word] { return value }
    guard let cut = word.firstRange(of: thousand) else { return nil }
    let before = String(word[..<cut.lowerBound])
    guard let thousands = before.isEmpty ? 1 : belowThousand[before], thousands > 0 else { return nil }
    var rest = word[cut.upperBound...]
    if rest.hasPrefix(and) { rest = rest.dropFirst(and.count) }
    guard let below = rest.isEmpty ? 0 : belowThousand[String(rest)] else { return nil }
    return thousands * 1000 + below
  }
}
