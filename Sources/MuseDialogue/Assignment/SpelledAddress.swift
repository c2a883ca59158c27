import MuseDefinition

/// Addresses as people spell them where one is asked for: "bob at example dot com", "example.com/menu", "555 1234".
struct SpelledAddress {
  let message: Message
  let language: Language

  func address(_ type: SlotType) -> (text: String, tokens: Range<Int>)? {
    switch type {
    case .email: return email()
    case .url: return host()
    case .phone: return digits()
    case .text, .number, .integer, .boolean, .choice, .date, .time, .datetime, .duration, .daterange, .timerange, .person, .list,
      .optional, .object:
      return nil
    }
  }

  private var words: AddressWords { language.grammar.addresses }

  /// A local part, "at", and at least two labels with "dot" between.
  private func email() -> (text: String, tokens: Range<Int>)? {
    guard let at = message.tokens.firstIndex(where: { words.at.contains($0.word) || $0.word == "@" }), at > 0 else { return nil }
    let start = start(before: at)
    guard start < at, let (domain, end) = labels(from: at + 1), domain.contains(".") else { return nil }
    return (joined(start..<at) + "@" + domain, start..<end)
  }

  /// "bob dot smith" before "at".
  private func start(before at: Int) -> Int {
    var start = at - 1
    while start > 0, at - start < 16, isLink(start - 1) || isLink(start) { start -= 1 }
    return start
  }

  private func isLink(_ index: Int) -> Bool {
    words.dot.contains(message.word(index)) || [".", "_", "-", "+"].contains(message.word(index))
  }

  private func labels(from start: Int) -> (String, Int)? {
    var end = start
    while end < message.tokens.count, end - start < 16,
      isLink(end) || message.tokens[end].kind != .sign && (end == start || isLink(end - 1))
    {
      end += 1
    }
    while end > start, isLink(end - 1) { end -= 1 }
    return end > start ? (joined(start..<end), end) : nil
  }

  private func joined(_ range: Range<Int>) -> String {
    range.map { words.dot.contains(message.word($0)) ? "." : message.word($0) }.joined()
  }

  /// A name with a dot in it and no space.
  private func host() -> (text: String, tokens: Range<Int>)? {
    for start in message.tokens.indices.prefix(64) where message.tokens[start].kind == .word {
      var end = start + 1
      while end < message.tokens.count, message.tokens[end].isGlued { end += 1 }
      while end > start, [".", ",", "!", "?", ")", ";", ":"].contains(message.word(end - 1)) { end -= 1 }
      if end > start + 2, message.word(start + 1) == ".", message.tokens[start + 2].kind == .word {
        return (message.text(start..<end), start..<end)
      }
    }
    return labels(from: 0).flatMap { text, end in text.contains(".") ? (text, 0..<end) : nil }
  }

  /// At least five digits, with signs and spaces between, or spoken one by one.
  private func digits() -> (text: String, tokens: Range<Int>)? {
    guard let first = message.tokens.firstIndex(where: isDigits) else { return nil }
    var (end, text) = (first, first > 0 && message.word(first - 1) == "+" ? "+" : "")
    var last = first
    while end < message.tokens.count, end - first < 32,
      isDigits(message.tokens[end]) || ["-", "/", ".", "(", ")"].contains(message.word(end))
    {
      if isDigits(message.tokens[end]) {
        text += message.tokens[end].kind == .number ? message.word(end) : String(language.numbers.units[message.word(end)] ?? 0)
        last = end
      }
      end += 1
    }
    guard (5...15).contains(text.filter { $0 != "+" }.count) else { return nil }
    return (text, first..<last + 1)
  }

  private func isDigits(_ token: Token) -> Bool {
    token.kind == .number || language.numbers.units[token.word].map { $0 < 10 } ?? false
  }
}
