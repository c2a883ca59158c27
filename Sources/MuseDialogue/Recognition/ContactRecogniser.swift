/// E-mail addresses, web addresses and phone numbers, by their form.
struct ContactRecogniser: Recogniser {
  func finding(at index: Int, in context: RecognitionContext) -> Finding? {
    email(at: index, in: context) ?? url(at: index, in: context) ?? phone(at: index, in: context)
  }

  /// A local part, "@", and a domain with at least one dot (RFC 5321's plain form; quoted local parts are left out).
  private func email(at index: Int, in context: RecognitionContext) -> Finding? {
    let tokens = context.tokens
    guard tokens[index].kind != .sign, index == 0 || !tokens[index].isGlued || !isLocal(tokens[index - 1]) else { return nil }
    guard let at = self.end(of: tokens, from: index, while: isLocal), tokens.indices.contains(at), tokens[at].word == "@",
      tokens[at].isGlued
    else { return nil }
    guard let end = endOfDomain(tokens, from: at + 1) else { return nil }
    return Finding(tokens: index..<end, reading: .email(context.message.text(index..<end)))
  }

  private func isLocal(_ token: Token) -> Bool {
    token.kind != .sign || [".", "_", "-", "+", "%", "&", "'", "="].contains(token.word)
  }

  /// Addresses are bounded (RFC 5321: 254 octets), which keeps the search linear.
  private static let longest = 64

  private func end(of tokens: [Token], from index: Int, while fits: (Token) -> Bool) -> Int? {
    var end = index
    while end < tokens.count, end - index < ContactRecogniser.longest, fits(tokens[end]), end == index || tokens[end].isGlued {
      end += 1
    }
    return end > index ? end : nil
  }

  /// Dotted labels; a dot at the end belongs to the sentence.
  private func endOfDomain(_ tokens: [Token], from index: Int) -> Int? {
    guard tokens.indices.contains(index), tokens[index].isGlued else { return nil }
    guard var end = self.end(of: tokens, from: index, while: { $0.kind != .sign || $0.word == "." || $0.word == "-" }) else {
      return nil
    }
    while end > index, tokens[end - 1].kind == .sign { end -= 1 }
    return tokens[index..<max(index, end)].contains { $0.word == "." } ? end : nil
  }

  /// "https://…" or "www.…", up to the next space.
  private func url(at index: Int, in context: RecognitionContext) -> Finding? {
    let tokens = context.tokens
    let message = context.message
    let hasScheme = ["http", "https"].contains(tokens[index].word) && message.has([":", "/", "/"], at: index + 1)
    guard hasScheme || (tokens[index].word == "www" && message.word(index + 1) == ".") else { return nil }
    var end = index + 1
    while end < tokens.count, tokens[end].isGlued { end += 1 }
    while end > index, [".", ",", "!", "?", ")", ";", ":"].contains(tokens[end - 1].word) { end -= 1 }
    guard end > index + 2 else { return nil }
    return Finding(tokens: index..<end, reading: .url(message.text(index..<end)))
  }

  /// At least seven digits in groups, with signs or single spaces between; "+" may lead.
  private func phone(at index: Int, in context: RecognitionContext) -> Finding? {
    let tokens = context.tokens
    guard tokens[index].kind == .number || ["+", "("].contains(tokens[index].word),
      index == 0 || tokens[index - 1].kind != .number
    else {
      return nil
    }
    var (end, digits, groups, lastNumber) = (index, 0, 0, index)
    while end < tokens.count, end - index < 16,
      tokens[end].kind == .number || ["+", "(", ")", "-", "/", "."].contains(tokens[end].word)
    {
      if tokens[end].kind == .number {
        (digits, groups, lastNumber) = (digits + tokens[end].span.count, groups + 1, end)
      }
      end += 1
    }
    let isPlain = tokens[index].kind == .number
    let leadsWithZero = isPlain && tokens[index].word.hasPrefix("0")
    let looksLikeOne = !isPlain || leadsWithZero || (groups >= 2 && digits >= 9)
    guard (7...15).contains(digits), looksLikeOne, lastNumber + 1 > index, !looksLikeDate(tokens[index...lastNumber]) else {
      return nil
    }
    return Finding(tokens: index..<lastNumber + 1, reading: .phone(context.message.text(index..<lastNumber + 1)))
  }

  /// "2026-11-27", "27.11.2026".
  private func looksLikeDate(_ tokens: ArraySlice<Token>) -> Bool {
    let numbers = tokens.filter { $0.kind == .number }.map(\.span.count)
    guard tokens.contains(where: { ["-", ".", "/"].contains($0.word) }), tokens.first?.kind == .number else { return false }
    return numbers.count >= 3 && (Array(numbers.prefix(3)) == [4, 2, 2] || (numbers[0] <= 2 && numbers[1] <= 2))
  }
}
