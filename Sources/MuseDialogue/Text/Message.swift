/// A message cut into tokens. Offsets of tokens count from 0, spans count Unicode scalars.
struct Message: Sendable {
  let scalars: [Unicode.Scalar]
  let tokens: [Token]

  init(_ text: String, language: Language) {
    scalars = Array(text.unicodeScalars)
    tokens = Tokenizer(scalars: scalars, language: language).tokens()
  }

  /// The words of some tokens as the writer wrote them.
  func text(_ range: Range<Int>) -> String {
    text(scalars: span(range))
  }

  func text(scalars range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range.clamped(to: 0..<scalars.count)])
    return String(view)
  }

  func span(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty, tokens.indices.contains(range.lowerBound), range.upperBound <= tokens.count else { return 0..<0 }
    return tokens[range.lowerBound].span.lowerBound..<tokens[range.upperBound - 1].span.upperBound
  }

  var whole: Range<Int> { tokens.indices }

  /// The word at an index, or nothing past either end.
  func word(_ index: Int) -> String {
    tokens.indices.contains(index) ? tokens[index].word : ""
  }

  /// Whether the given words stand at an index, one after the other.
  func has(_ words: [String], at index: Int) -> Bool {
    guard index >= 0, index + words.count <= tokens.count else { return false }
    return words.indices.allSatisfy { tokens[index + $0].word == words[$0] }
  }
}
