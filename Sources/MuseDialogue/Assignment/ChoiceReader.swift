import MuseDefinition
import MuseExpression

/// Reads a choice from a numbered list: by its place, by its value, by its order, or by words of its label.
struct ChoiceReader {
  let message: Message
  let language: Language
  let zone: Zone
  let options: [Awaiting.Option]

  private var answers: AnswerWords { language.answers }

  /// The place, counted from 1.
  func place() -> (number: Int, tokens: Range<Int>)? {
    let core = message.whole.filter {
      !answers.aroundChoice.contains(message.word($0)) && !answers.fillers.contains(message.word($0))
    }
    if core.isEmpty { return loneOne() }
    guard let first = core.first, let last = core.last else { return nil }
    var cursor = Cursor(tokens: message.tokens, index: first)
    if let place = placeOfNumber(cursor, upTo: last) { return (place, first..<last + 1) }
    guard let number = number(&cursor, of: options.count), cursor.index > last, (1...options.count).contains(number) else {
      return nil
    }
    return (number, first..<cursor.index)
  }

  /// "3" where the numbers 2 and 3 are offered is that number, and no place.
  private func placeOfNumber(_ cursor: Cursor, upTo last: Int) -> Int? {
    var trial = cursor
    guard let number = NumberGrammar(language: language).number(&trial), trial.index > last else { return nil }
    return options.firstIndex { option in
      switch option.value {
      case .int(let value): Double(value) == number
      case .double(let value): value == number
      case .null, .bool, .uint, .string, .bytes, .list, .map, .timestamp, .duration, .date, .time, .object, .empty, .type: false
      }
    }.map { $0 + 1 }
  }

  /// "one" alone, which else is a word around a choice ("the second one").
  private func loneOne() -> (number: Int, tokens: Range<Int>)? {
    let words = message.tokens.filter { $0.kind == .word }.map(\.word)
    guard let last = words.last, language.numbers.units[last] == 1 || language.numbers.one.contains(last),
      words.dropLast().allSatisfy(answers.choiceMarks.contains), !options.isEmpty
    else {
      return nil
    }
    return (1, message.whole)
  }

  private func number(_ cursor: inout Cursor, of count: Int) -> Int? {
    let grammar = NumberGrammar(language: language)
    if cursor.take(answers.lastOffered) != nil { return count }
    _ = cursor.take(answers.choiceMarks)
    if let ordinal = grammar.ordinal(&cursor, dotted: true) { return fromEnd(&cursor) ? count + 1 - ordinal : ordinal }
    return grammar.whole(&cursor)
  }

  /// "second last", "second to last".
  private func fromEnd(_ cursor: inout Cursor) -> Bool {
    var trial = cursor
    _ = trial.take(answers.fromEnd)
    guard trial.take(answers.lastOffered) != nil else { return false }
    cursor = trial
    return true
  }

  // MARK: By value

  /// The only option that what was told can mean; of several the one that an order names ("the later one on Friday").
  func place(of telling: Move.Telling, at tokens: Range<Int>) -> Int? {
    let fitting = options.indices.filter { matches(telling, options[$0].value) }
    if fitting.count < 2 { return fitting.first.map { $0 + 1 } }
    return byOrder(among: fitting, besides: tokens)
  }

  private func matches(_ telling: Move.Telling, _ value: Value) -> Bool {
    switch telling {
    case .value(let told): told == value
    case .datePart(let date): civil(value)?.date == date || value == .date(date)
    case .timePart(let time): civil(value)?.time == time || value == .time(time)
    case .ambiguousTimePart(let times): times.contains { civil(value)?.time == $0 || value == .time($0) }
    case .ambiguous(let told): told.contains(value)
    case .words, .manyDays: false
    }
  }

  private func civil(_ value: Value) -> CivilDateTime? {
    guard case .timestamp(let instant) = value else { return nil }
    return zone.civil(instant)
  }

  // MARK: By order

  /// "the later one", "the earliest", "the morning one".
  func placeByOrder() -> Int? {
    byOrder(among: Array(options.indices), besides: 0..<0) ?? byDayPart()
  }

  private func byOrder(among places: [Int], besides taken: Range<Int>) -> Int? {
    for index in message.whole where !taken.contains(index) {
      if let match = answers.comparisons.match(in: message.tokens, at: index) {
        return isAround(index..<match.end, taken) ? extreme(of: places, match.meaning) : nil
      }
      var cursor = Cursor(tokens: message.tokens, index: index)
      guard places.count < options.count, let number = number(&cursor, of: places.count) else { continue }
      guard (1...places.count).contains(number), isAround(index..<cursor.index, taken) else { return nil }
      return places[number - 1] + 1
    }
    return nil
  }

  /// Whether all the rest only stands around a choice.
  private func isAround(_ said: Range<Int>, _ taken: Range<Int>) -> Bool {
    message.whole.allSatisfy { said.contains($0) || taken.contains($0) || isAround(message.word($0)) }
  }

  private func extreme(of places: [Int], _ comparison: AnswerWords.Comparison) -> Int? {
    guard !comparison.isOfTwo || places.count == 2, let first = places.first else { return nil }
    var best = first
    for place in places.dropFirst() {
      guard let isLess = isLess(options[place].value, options[best].value) else { return nil }
      if isLess != comparison.isGreatest { best = place }
    }
    return best + 1
  }

  /// Nil where two values have no order.
  private func isLess(_ left: Value, _ right: Value) -> Bool? {
    switch (left, right) {
    case (.timestamp(let left), .timestamp(let right)): left < right
    case (.date(let left), .date(let right)): left < right
    case (.time(let left), .time(let right)): left < right
    case (.duration(let left), .duration(let right)): left < right
    case (.int(let left), .int(let right)): left < right
    case (.double(let left), .double(let right)): left < right
    case (.object(let left), .object(let right)):
      if let first = left["start"], let second = right["start"] { isLess(first, second) } else { nil }
    case (.null, _), (.bool, _), (.int, _), (.uint, _), (.double, _), (.string, _), (.bytes, _), (.list, _), (.map, _),
      (.timestamp, _), (.duration, _), (.date, _), (.time, _), (.object, _), (.empty, _), (.type, _):
      nil
    }
  }

  private func byDayPart() -> Int? {
    for index in message.whole {
      guard let match = language.times.dayParts.match(in: message.tokens, at: index) else { continue }
      let fitting = options.indices.filter { civil(options[$0].value).map { match.meaning.contains($0.time) } ?? false }
      return fitting.count == 1 && isAround(index..<match.end, 0..<0) ? fitting[0] + 1 : nil
    }
    return nil
  }

  // MARK: By label

  /// The only option whose label holds every telling word of the message.
  func placeByLabel() -> Int? {
    let words = message.tokens.filter { $0.kind != .sign && !isAround($0.word) }.map(\.word)
    guard !words.isEmpty else { return nil }
    let fitting = options.indices.filter { index in
      let label = Set(Message(options[index].label, language: language).tokens.map(\.word))
      return words.allSatisfy(label.contains)
    }
    return fitting.count == 1 ? fitting[0] + 1 : nil
  }

  private func isAround(_ word: String) -> Bool {
    answers.aroundChoice.contains(word) || answers.fillers.contains(word) || language.grammar.isFunction(word)
  }
}
