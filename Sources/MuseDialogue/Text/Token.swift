/// One word, number or sign of a message.
struct Token: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case word, number, sign
  }

  /// In lower case, with straight apostrophes; a clitic as the word it stands for ("n't" is "not").
  var word: String
  /// Offsets in Unicode scalars of the message.
  var span: Range<Int>
  var kind: Kind
  var isCapitalised: Bool
  /// No space lies between it and the token before.
  var isGlued: Bool
  /// A stretch cut off a word: "'s" of "what's".
  var isClitic = false
}
