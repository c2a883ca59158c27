/// A place in a message from which a grammar reads on. A copy is a trial that may be thrown away.
struct Cursor {
  let tokens: [Token]
  var index: Int

  var token: Token? { tokens.indices.contains(index) ? tokens[index] : nil }
  var word: String { token?.word ?? "" }
  var isAtEnd: Bool { index >= tokens.count }
  /// Nothing stands between it and the token before.
  var isGlued: Bool { token?.isGlued ?? false }

  mutating func take(_ word: String) -> Bool {
    guard self.word == word, !isAtEnd else { return false }
    index += 1
    return true
  }

  mutating func take(_ words: Set<String>) -> Bool {
    guard !isAtEnd, words.contains(word) else { return false }
    index += 1
    return true
  }

  mutating func take<Meaning>(_ table: [String: Meaning]) -> Meaning? {
    guard !isAtEnd, let meaning = table[word] else { return nil }
    index += 1
    return meaning
  }

  mutating func take<Meaning>(_ table: PhraseTable<Meaning>) -> Meaning? {
    guard let match = table.match(in: tokens, at: index) else { return nil }
    index = match.end
    return match.meaning
  }

  /// A number of at most `digits` digits, as written.
  mutating func takeDigits(upTo digits: Int = 9) -> (value: Int, length: Int)? {
    guard let token, token.kind == .number, token.span.count <= digits, let value = Int(token.word) else { return nil }
    index += 1
    return (value, token.span.count)
  }

  /// A sign with nothing on either side of it ("/" of "11/27").
  mutating func takeGlued(_ sign: String) -> Bool {
    guard word == sign, isGlued, index + 1 < tokens.count, tokens[index + 1].isGlued else { return false }
    index += 1
    return true
  }
}
