/// Cuts what does not belong to a value off its ends.
struct Trimming {
  let message: Message
  let language: Language

  private var grammar: GrammarWords { language.grammar }

  /// Without prepositions, conjunctions, politeness and signs at the end, and without signs before.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let last = range.last, isLoose(last) { range = range.lowerBound..<last }
    while let first = range.first, message.tokens[first].kind == .sign, !isQuote(first),
      !["#", "@", "("].contains(message.word(first))
    {
      range = first + 1..<range.upperBound
    }
    return range
  }

  private func isLoose(_ index: Int) -> Bool {
    let token = message.tokens[index]
    if token.kind == .sign { return !isQuote(index) && ![")", "%", "+", "#"].contains(token.word) && !isSymbol(token) }
    guard !isHyphened(index) else { return false }
    return grammar.prepositions.contains(token.word) || grammar.conjunctions.contains(token.word)
      || grammar.looseEnds.contains(token.word)
  }

  /// The end of a word of several ("Kick-off").
  private func isHyphened(_ index: Int) -> Bool {
    guard index > 0, message.word(index - 1) == "-" else { return false }
    return message.tokens[index - 1].span.upperBound == message.tokens[index].span.lowerBound
  }

  /// Emoji and letters of no case stay.
  private func isSymbol(_ token: Token) -> Bool {
    message.scalars[token.span.lowerBound].value > 0x2E7F
  }

  func isQuote(_ index: Int) -> Bool {
    let scalar = message.scalars[message.tokens[index].span.lowerBound]
    return message.tokens[index].kind == .sign && (grammar.quotes[scalar] != nil || grammar.quotes.values.contains(scalar))
  }

  func withoutQuotes(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 2, isQuote(range.lowerBound), isQuote(range.upperBound - 1) else { return range }
    return range.lowerBound + 1..<range.upperBound - 1
  }

  /// Without politeness before ("bitte das Standup").
  func withoutLead(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while range.count > 1, let first = range.first, grammar.looseEnds.contains(message.word(first)),
      !message.tokens[first].isCapitalised
    {
      range = first + 1..<range.upperBound
    }
    return range
  }

  func withoutArticle(_ range: Range<Int>) -> Range<Int> {
    let bare = withoutQuotes(range)
    guard bare.count > 1, grammar.determiners.contains(message.word(bare.lowerBound)) else { return bare }
    return bare.lowerBound + 1..<bare.upperBound
  }
}

/// A quoted stretch.
enum Quotation {
  /// The tokens from an opening quote to its end, both included; nil where none opens at the index.
  static func tokens(in message: Message, at index: Int, _ grammar: GrammarWords) -> Range<Int>? {
    guard message.tokens.indices.contains(index), message.tokens[index].kind == .sign,
      let closing = grammar.quotes[message.scalars[message.tokens[index].span.lowerBound]]
    else { return nil }
    let rest = message.tokens[(index + 1)...]
    guard let end = rest.firstIndex(where: { $0.kind == .sign && message.scalars[$0.span.lowerBound] == closing }),
      end > index + 1
    else {
      return nil
    }
    return index..<end + 1
  }

  /// Every quoted stretch, from left to right. An apostrophe may be a quote only where a value is expected, so it is none here.
  static func all(in message: Message, _ grammar: GrammarWords) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var index = 0
    while index < message.tokens.count, result.count < 16 {
      let quoted = message.word(index) == "'" ? nil : tokens(in: message, at: index, grammar)
      if let quoted { result.append(quoted) }
      index = quoted?.upperBound ?? index + 1
    }
    return result
  }
}
