import MuseExpression

/// Lengths of time: "30 minutes", "an hour and a half", "1h30", "three quarters of an hour", "anderthalb Stunden".
struct DurationGrammar {
  let language: Language

  init(_ language: Language) { self.language = language }

  private var times: TimeWords { language.times }
  private var words: NumberWords { language.numbers }
  private var numbers: NumberGrammar { NumberGrammar(language: language) }

  /// An amount in its unit, the parts of a sum kept apart.
  struct Amount: Hashable {
    var parts: [Part]

    struct Part: Hashable {
      var count: Double
      var unit: TimeWords.Unit
    }

    /// Bounded to what a calendar holds.
    var seconds: Double { min(parts.reduce(0) { $0 + $1.count * Double($1.unit.seconds) }, 3e11) }
    var smallest: TimeWords.Unit? { parts.last?.unit }
  }

  func amount(_ cursor: inout Cursor) -> Amount? {
    var trial = cursor
    guard var first = part(&trial) else { return nil }
    if let fraction = andFraction(&trial) { first.count += fraction }
    var parts = [first]
    while parts.count < 4, let next = nextPart(&trial, after: parts[parts.count - 1]) { parts.append(next) }
    cursor = trial
    return Amount(parts: parts)
  }

  private func part(_ cursor: inout Cursor) -> Amount.Part? {
    var trial = cursor
    guard let part = oneWord(&trial) ?? fractionOfUnit(&trial) ?? counted(&trial) ?? clockLike(&trial) ?? single(&trial) else {
      return nil
    }
    cursor = trial
    return part
  }

  /// "eine Viertelstunde", "a fortnight".
  private func oneWord(_ cursor: inout Cursor) -> Amount.Part? {
    var trial = cursor
    let count = numbers.whole(&trial) ?? 1
    if count == 1 { _ = trial.take(words.one) }
    guard let minutes = trial.take(times.joinedLengths), count < 10_000 else { return nil }
    cursor = trial
    return Amount.Part(count: Double(count * minutes), unit: .minute)
  }

  /// "half an hour", "a quarter of an hour", "three quarters of an hour", "half hour".
  private func fractionOfUnit(_ cursor: inout Cursor) -> Amount.Part? {
    var trial = cursor
    let count = numbers.whole(&trial) ?? 1
    if count == 1 { _ = trial.take(words.one) }
    let many = count == 1 ? nil : words.manyFractions[trial.word]
    guard let fraction = many ?? words.fractions[trial.word] else { return nil }
    guard many != nil || words.ordinals[trial.word] == nil else { return nil }
    trial.index += 1
    _ = trial.take(words.of)
    _ = trial.take(words.one)
    _ = trial.take("-")
    guard let unit = trial.take(times.units) else { return nil }
    cursor = trial
    return Amount.Part(count: Double(count) * fraction, unit: unit)
  }

  /// "30 minutes", "45-minute", "2h".
  private func counted(_ cursor: inout Cursor) -> Amount.Part? {
    var trial = cursor
    guard let count = slashed(&trial) ?? numbers.number(&trial) else { return nil }
    if trial.isGlued, let unit = trial.take(times.gluedUnits) {
      cursor = trial
      return Amount.Part(count: count, unit: unit)
    }
    _ = trial.take("-") || trial.take(times.moreOf)
    guard let unit = trial.take(times.units) else { return nil }
    if trial.word == ".", trial.isGlued, cursor.tokens.count > trial.index + 1 { trial.index += 1 }
    cursor = trial
    return Amount.Part(count: count, unit: unit)
  }

  /// "3/4".
  private func slashed(_ cursor: inout Cursor) -> Double? {
    var trial = cursor
    guard let count = trial.takeDigits(upTo: 2), trial.takeGlued("/"), let whole = trial.takeDigits(upTo: 2), whole.value > 0
    else {
      return nil
    }
    cursor = trial
    return Double(count.value) / Double(whole.value)
  }

  /// "1:30 hours".
  private func clockLike(_ cursor: inout Cursor) -> Amount.Part? {
    var trial = cursor
    guard let hours = trial.takeDigits(upTo: 2), trial.takeGlued(":"), let minutes = trial.takeDigits(upTo: 2),
      minutes.length == 2,
      minutes.value < 60, let unit = trial.take(times.units) ?? (trial.isGlued ? trial.take(times.gluedUnits) : nil),
      unit == .hour
    else { return nil }
    cursor = trial
    return Amount.Part(count: Double(hours.value * 60 + minutes.value), unit: .minute)
  }

  /// "an hour"; "a second" is rather another one.
  private func single(_ cursor: inout Cursor) -> Amount.Part? {
    var trial = cursor
    guard trial.take(words.one), let unit = trial.take(times.units), unit != .second, unit != .quarter else { return nil }
    cursor = trial
    return Amount.Part(count: 1, unit: unit)
  }

  /// "and a half" behind a unit.
  private func andFraction(_ cursor: inout Cursor) -> Double? {
    var trial = cursor
    guard trial.take(words.and) else { return nil }
    _ = trial.take(words.one)
    guard let value = words.fractions[trial.word], words.ordinals[trial.word] == nil else { return nil }
    trial.index += 1
    guard times.units[trial.word] == nil else { return nil }
    cursor = trial
    return value
  }

  /// "30" of "1h30"; "15h30" is a clock time.
  private func gluedMinutes(_ cursor: inout Cursor, after last: Amount.Part) -> Amount.Part? {
    var trial = cursor
    guard last.unit == .hour, last.count < 8, trial.isGlued, let minutes = trial.takeDigits(upTo: 2), minutes.value < 60 else {
      return nil
    }
    guard !trial.isGlued || trial.token?.kind == .sign else { return nil }
    cursor = trial
    return Amount.Part(count: Double(minutes.value), unit: .minute)
  }

  /// A smaller unit behind a larger one: "1 hour 30 minutes", "1h30".
  private func nextPart(_ cursor: inout Cursor, after last: Amount.Part) -> Amount.Part? {
    if let minutes = gluedMinutes(&cursor, after: last) { return minutes }
    var trial = cursor
    _ = trial.take(",")
    _ = trial.take(words.and)
    guard let next = part(&trial), next.unit.seconds < last.unit.seconds else { return nil }
    cursor = trial
    return next
  }
}

extension DurationGrammar.Amount {
  var duration: Duration {
    let whole = Int64(seconds)
    return .seconds(whole) + .milliseconds(Int64((seconds - Double(whole)) * 1000))
  }
}
