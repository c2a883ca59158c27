/// Numbers and ordinals in digits and words.
struct NumberGrammar {
  let language: Language

  private var words: NumberWords { language.numbers }

  /// "1,234.5", "twenty-five", "two and a half", "a dozen", "anderthalb".
  func number(_ cursor: inout Cursor) -> Double? {
    var trial = cursor
    guard
      var value = manyFractions(&trial) ?? digits(&trial) ?? spelled(&trial).map({ Double($0) }) ?? vague(&trial)
        ?? fraction(&trial)
    else { return nil }
    if let decimals = spokenDecimals(&trial) { value += decimals }
    if trial.isGlued, let scale = trial.take(words.gluedScales) { value *= scale }
    var unit = lastScale(before: trial)
    if let scale = self.scale(&trial) { (value, unit) = (value * scale + rest(&trial, below: scale), scale) }
    if let rest = andFraction(&trial) { value += rest * unit }
    cursor = trial
    return value
  }

  /// "and a half" of "3 million and a half" is half a million.
  private func lastScale(before cursor: Cursor) -> Double {
    guard cursor.index > 0, let scale = words.scales[cursor.tokens[cursor.index - 1].word], scale >= 1_000_000 else { return 1 }
    return Double(scale)
  }

  /// "three quarters", "five eighths".
  private func manyFractions(_ cursor: inout Cursor) -> Double? {
    var trial = cursor
    guard let count = whole(&trial), (1...100).contains(count) else { return nil }
    _ = trial.take("-")
    guard let fraction = trial.take(words.manyFractions) else { return nil }
    cursor = trial
    return Double(count) * fraction
  }

  /// "point five", "point seventy-one", "point zero eight".
  private func spokenDecimals(_ cursor: inout Cursor) -> Double? {
    var trial = cursor
    guard trial.take(words.point) else { return nil }
    var (value, place) = (0.0, 0.1)
    while let digit = words.units[trial.word], digit < 10, place > 1e-9 {
      (value, place) = (value + Double(digit) * place, place / 10)
      trial.index += 1
    }
    if place == 0.1 {
      guard let below = spelled(&trial), (10...99).contains(below) else { return nil }
      value = Double(below) / 100
    }
    cursor = trial
    return value
  }

  /// A whole number in digits or words, without signs.
  func whole(_ cursor: inout Cursor) -> Int? {
    cursor.takeDigits()?.value ?? spelled(&cursor)
  }

  /// "27th", "second", "twenty-first"; with `dotted` also "27." where the language writes ordinals so.
  func ordinal(_ cursor: inout Cursor, dotted: Bool = false) -> Int? {
    var trial = cursor
    if let digits = trial.takeDigits(), trial.isGlued, trial.take(words.ordinalEndings) || (dotted && dot(&trial)) {
      cursor = trial
      return digits.value
    }
    trial = cursor
    if let value = trial.take(words.ordinals) {
      cursor = trial
      return value
    }
    guard let tens = trial.take(words.tens) else { return nil }
    _ = trial.take("-")
    guard let unit = trial.take(words.ordinals), unit < 10 else { return nil }
    cursor = trial
    return tens + unit
  }

  /// Whether a number in words stands there, and no ordinal ("one" of "one may ask").
  func isCardinal(_ cursor: Cursor) -> Bool {
    var (number, ordinal) = (cursor, cursor)
    return spelled(&number) != nil && self.ordinal(&ordinal) == nil
  }

  private func dot(_ cursor: inout Cursor) -> Bool {
    var trial = cursor
    guard words.hasOrdinalDot, trial.take("."), !(trial.isGlued && trial.token?.kind == .number) else { return false }
    cursor = trial
    return true
  }

  private func digits(_ cursor: inout Cursor) -> Double? {
    guard let token = cursor.token, token.kind == .number else { return nil }
    var text = token.word
    cursor.index += 1
    while let group = glued(&cursor, after: words.groupMark, length: 3) { text += group }
    if let decimals = glued(&cursor, after: words.decimalMark, length: nil) { text += "." + decimals }
    return Double(text)
  }

  private func glued(_ cursor: inout Cursor, after sign: String, length: Int?) -> String? {
    var trial = cursor
    guard trial.takeGlued(sign), let token = trial.token, token.kind == .number, length == nil || token.span.count == length
    else {
      return nil
    }
    trial.index += 1
    cursor = trial
    return token.word
  }

  /// "twenty-five", "two hundred and five", "a thousand", "fünfundzwanzig"; nil past a thousand billions.
  func spelled(_ cursor: inout Cursor) -> Int? {
    guard let first = belowHundred(&cursor) ?? joined(&cursor) ?? oneBeforeScale(&cursor) else { return nil }
    var (total, group, mayGoOn) = (0, first, false)
    while true {
      var trial = cursor
      if mayGoOn { _ = trial.take(words.and) }
      if mayGoOn, let value = belowHundred(&trial) ?? joined(&trial) {
        group += value
        mayGoOn = false
      } else if !isAnd(before: trial), let scale = trial.take(words.scales) {
        if scale == 100 { group = max(group, 1) * 100 } else { (total, group) = (total + max(group, 1) * scale, 0) }
        mayGoOn = true
      } else {
        return total + group
      }
      guard total < 1_000_000_000_000_000, group < 1_000_000 else { return nil }
      cursor = trial
    }
  }

  private func isAnd(before cursor: Cursor) -> Bool {
    cursor.index > 0 && words.and.contains(cursor.tokens[cursor.index - 1].word)
  }

  private func oneBeforeScale(_ cursor: inout Cursor) -> Int? {
    var trial = cursor
    guard trial.take(words.one), words.scales[trial.word] != nil else { return nil }
    cursor = trial
    return 1
  }

  private func joined(_ cursor: inout Cursor) -> Int? {
    guard cursor.token?.kind == .word, !words.one.contains(cursor.word), let value = words.joined.value(of: cursor.word) else {
      return nil
    }
    cursor.index += 1
    return value
  }

  private func belowHundred(_ cursor: inout Cursor) -> Int? {
    if let unit = cursor.take(words.units) { return unit }
    guard let tens = cursor.take(words.tens) else { return nil }
    var trial = cursor
    _ = trial.take("-")
    guard let unit = trial.take(words.units), (1...9).contains(unit) else { return tens }
    cursor = trial
    return tens + unit
  }

  /// "a couple of", "a few".
  private func vague(_ cursor: inout Cursor) -> Double? {
    var trial = cursor
    _ = trial.take(words.one)
    guard let value = trial.take(words.vague) else { return nil }
    _ = trial.take(words.of)
    cursor = trial
    return Double(value)
  }

  private func scale(_ cursor: inout Cursor) -> Double? {
    cursor.take(words.scales).map { Double($0) }
  }

  /// "and 21" of "3 hundred and 21".
  private func rest(_ cursor: inout Cursor, below scale: Double) -> Double {
    var trial = cursor
    guard trial.take(words.and), let value = digits(&trial) ?? spelled(&trial).map({ Double($0) }), value < scale else {
      return 0
    }
    cursor = trial
    return value
  }

  /// "half", "a quarter", "anderthalb".
  private func fraction(_ cursor: inout Cursor) -> Double? {
    if let mixed = cursor.take(words.mixed) { return mixed }
    var trial = cursor
    _ = trial.take(words.one)
    guard let value = trial.take(words.fractions), words.ordinals[trial.tokens[trial.index - 1].word] == nil else { return nil }
    cursor = trial
    return value
  }

  /// "and a half".
  private func andFraction(_ cursor: inout Cursor) -> Double? {
    var trial = cursor
    guard trial.take(words.and), trial.take(words.one), let value = trial.take(words.fractions) else { return nil }
    cursor = trial
    return value
  }
}

/// Bare numbers and ordinals.
struct NumberRecogniser: Recogniser {
  /// From here on not every whole number is kept exactly: better not understood than another one.
  private static let tooLarge: Double = 9_007_199_254_740_992

  func finding(at index: Int, in context: RecognitionContext) -> Finding? {
    let grammar = NumberGrammar(language: context.language)
    var cursor = Cursor(tokens: context.tokens, index: index)
    if let ordinal = grammar.ordinal(&cursor) { return Finding(tokens: index..<cursor.index, reading: .ordinal(ordinal)) }
    let isSign = cursor.word == "-" && !cursor.isGlued
    let isNegative = isSign || context.language.numbers.minus.contains(cursor.word)
    if isNegative { cursor.index += 1 }
    guard !isSign || cursor.isGlued, let value = grammar.number(&cursor), abs(value) < Self.tooLarge else { return nil }
    return Finding(tokens: index..<cursor.index, reading: .number(isNegative ? -value : value))
  }
}
