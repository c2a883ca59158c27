/// The clauses of a message: stretches between sentence ends, commas and conjunctions.
enum Clauses {
  /// More than this are not looked at one by one: what a classifier costs stays bounded.
  static let most = 12

  static func split(_ message: Message, _ range: Range<Int>, _ grammar: GrammarWords) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where isBorder(message.tokens[index], message, grammar) {
      if index > start { result.append(start..<index) }
      start = index + 1
      if result.count == most { break }
    }
    if start < range.upperBound { result.append(start..<range.upperBound) }
    return result
  }

  private static func isBorder(_ token: Token, _ message: Message, _ grammar: GrammarWords) -> Bool {
    switch token.kind {
    case .sign:
      guard [".", "!", "?", ";", ",", "…", "\u{2014}", "\u{2013}"].contains(token.word) else { return false }
      return token.span.upperBound == message.scalars.count || message.scalars[token.span.upperBound].properties.isWhitespace
        || [".", "!", "?"].contains(message.scalars[token.span.upperBound])
    case .word: return grammar.clauseJoints.contains(token.word)
    case .number: return false
    }
  }
}
