/// Words that are written onto another one: "what's", "don't", and without the apostrophe "dont".
struct Clitics: Sendable {
  struct Cut: Hashable, Sendable {
    var stem: String
    /// Where the tail begins, in Unicode scalars.
    var at: Int
    var tail: String
  }

  /// What a tail with its apostrophe stands for ("'ll" is "will").
  var tails: [String: String]
  /// Stems that change before a tail ("ca" of "can't").
  var stems: [String: String]
  /// Words that are often written without their apostrophe, with the length of the tail.
  var bare: [String: Int]
  /// What a bare tail stands for.
  var bareTails: [String: String]
  /// Stems whose tail stands for another word than elsewhere ("let's" is "let us").
  var ownTails: [String: String] = [:]

  /// Nil where nothing is to be cut. `length` is that of the word in scalars.
  func cut(_ word: String, length: Int) -> Cut? {
    if let size = bare[word], size < length { return cut(word, tail: size, from: bareTails, length: length) }
    guard word.utf8.contains(UInt8(ascii: "'")) else { return nil }
    for size in [3, 2] where size < length {
      if let cut = cut(word, tail: size, from: tails, length: length) { return cut }
    }
    return nil
  }

  private func cut(_ word: String, tail size: Int, from table: [String: String], length: Int) -> Cut? {
    let scalars = word.unicodeScalars
    guard scalars.count == length, let tail = table[String(word.unicodeScalars.suffix(size))] else { return nil }
    let stem = String(scalars.prefix(length - size))
    return Cut(stem: stems[stem] ?? stem, at: length - size, tail: ownTails[stem] ?? tail)
  }
}
