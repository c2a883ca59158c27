/// Numbers and ordinals in digits and words.
struct NumberGrammar {
  let language: Language

  private var words: NumberWords { language.numbers }

  /// "1,234.5", "twenty-five", "two and a half", "a dozen".
  func number(_ cursor: inout Cursor) -> Double? {
    var trial = cursor
    guard var value = digits(&trial) ?? spelled(&trial).map({ Double($0) }) ?? vague(&trial) ?? fraction(&trial) else {
      return nil
    }
    if let scale = self.scale(&trial) { value = value * scale + rest(&trial, below: scale) }
    if let rest = andFraction(&trial) { value += rest }
    cursor = trial
    return value
  }

  /// A whole number in digits or words, without signs.
  func whole(_ cursor: inout Cursor) -> Int? {
    cursor.takeDigits()?.value ?? spelled(&cursor)
  }

  /// "27th", "second", "twenty-first".
  func ordinal(_ cursor: inout Cursor) -> Int? {
    var trial = cursor
    if let digits = trial.takeDigits(), trial.isGlued, trial.take(words.ordinalEndings) {
      cursor = trial
      return digits.value
    }
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

  private func digits(_ cursor: inout Cursor) -> Double? {
    guard let token = cursor.token, token.kind == .number else { return nil }
    var text = token.word
    cursor.index += 1
    while let group = glued(&cursor, after: ",", length: 3) { text += group }
    if let decimals = glued(&cursor, after: ".", length: nil) { text += "." + decimals }
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

  /// "twenty-five", "two hundred and five", "a thousand"; nil past a thousand billions.
  func spelled(_ cursor: inout Cursor) -> Int? {
    guard let first = belowHundred(&cursor) ?? oneBeforeScale(&cursor) else { return nil }
    var (total, group, mayGoOn) = (0, first, false)
    while true {
      var trial = cursor
      if mayGoOn { _ = trial.take(words.and) }
      if mayGoOn, let value = belowHundred(&trial) {
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
    _ = trial.take("of")
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

  /// "half", "a quarter".
  private func fraction(_ cursor: inout Cursor) -> Double? {
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
  func finding(at index: Int, in context: RecognitionContext) -> Finding? {
    let grammar = NumberGrammar(language: context.language)
    var cursor = Cursor(tokens: context.tokens, index: index)
    if let ordinal = grammar.ordinal(&cursor) { return Finding(tokens: index..<cursor.index, reading: .ordinal(ordinal)) }
    let isSign = cursor.word == "-" && !cursor.isGlued
    let isNegative = isSign || context.language.numbers.minus.contains(cursor.word)
    if isNegative { cursor.index += 1 }
    guard !isSign || cursor.isGlued, let value = grammar.number(&cursor) else { return nil }
    return Finding(tokens: index..<cursor.index, reading: .number(isNegative ? -value : value))
  }
}
