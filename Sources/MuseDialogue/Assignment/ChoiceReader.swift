import MuseDefinition
import MuseExpression

/// Reads a choice from a numbered list: by its place, by its value, or by words of its label.
struct ChoiceReader {
  let message: Message
  let language: Language
  let zone: Zone
  let options: [Awaiting.Option]

  /// The place, counted from 1.
  func place() -> (number: Int, tokens: Range<Int>)? {
    let answers = language.answers
    let core = message.whole.filter {
      !answers.aroundChoice.contains(message.word($0)) && !answers.fillers.contains(message.word($0))
    }
    if core.isEmpty { return loneOne() }
    guard let first = core.first, let last = core.last else { return nil }
    var cursor = Cursor(tokens: message.tokens, index: first)
    guard let number = number(&cursor), cursor.index > last, (1...options.count).contains(number) else { return nil }
    return (number, first..<cursor.index)
  }

  /// "one" alone, which else is a word around a choice ("the second one").
  private func loneOne() -> (number: Int, tokens: Range<Int>)? {
    let words = message.tokens.filter { $0.kind == .word }.map(\.word)
    let marks = language.answers.choiceMarks
    guard let last = words.last, language.numbers.units[last] == 1, words.dropLast().allSatisfy(marks.contains), !options.isEmpty
    else {
      return nil
    }
    return (1, message.whole)
  }

  private func number(_ cursor: inout Cursor) -> Int? {
    let grammar = NumberGrammar(language: language)
    if cursor.take(language.answers.lastOffered) != nil { return options.count }
    _ = cursor.take(language.answers.choiceMarks)
    if let ordinal = grammar.ordinal(&cursor) { return fromEnd(&cursor) ? options.count + 1 - ordinal : ordinal }
    return grammar.whole(&cursor)
  }

  /// "second last", "second to last".
  private func fromEnd(_ cursor: inout Cursor) -> Bool {
    var trial = cursor
    _ = trial.take("to")
    guard trial.take(language.answers.lastOffered) != nil else { return false }
    cursor = trial
    return true
  }

  /// The only option that what was told can mean.
  func place(of telling: Move.Telling) -> Int? {
    let fitting = options.indices.filter { matches(telling, options[$0].value) }
    return fitting.count == 1 ? fitting[0] + 1 : nil
  }

  private func matches(_ telling: Move.Telling, _ value: Value) -> Bool {
    switch telling {
    case .value(let told): told == value
    case .datePart(let date): civil(value)?.date == date
    case .timePart(let time): civil(value)?.time == time
    case .ambiguousTimePart(let times): civil(value).map { times.contains($0.time) } ?? false
    case .ambiguous(let told): told.contains(value)
    case .words: false
    }
  }

  private func civil(_ value: Value) -> CivilDateTime? {
    guard case .timestamp(let instant) = value else { return nil }
    return zone.civil(instant)
  }

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
    language.answers.aroundChoice.contains(word) || language.answers.fillers.contains(word) || language.grammar.isFunction(word)
  }
}
