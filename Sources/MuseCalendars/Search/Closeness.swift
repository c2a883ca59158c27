import MuseSource

/// How well words match a name, the best first. A search offers only the matches of the best closeness it found.
enum Closeness: Int, Comparable {
  /// The whole name, word by word.
  case same
  /// Whole words of it.
  case whole
  /// The beginnings of its words.
  case prefix
  /// Words of it, but for a small slip.
  case typo
  /// It lies in what was said, among other words; or nothing was said that tells one from another.
  case loose

  static func < (left: Closeness, right: Closeness) -> Bool { left.rawValue < right.rawValue }
}

extension Closeness {
  /// Nil where the two are different words. Both are folded.
  static func of(_ word: String, to other: String) -> Closeness? {
    if word == other { return .whole }
    if word.count > 1, other.hasPrefix(word) { return .prefix }
    let shorter = min(word.count, other.count)
    let slips = shorter < 4 ? 0 : shorter < 8 ? 1 : 2
    guard abs(word.count - other.count) <= slips, editDistance(Array(word), Array(other)) <= slips else { return nil }
    return .typo
  }

  /// The best reading of a word among several; nil where none fits.
  static func of(_ word: String, among others: [String]) -> Closeness? {
    others.compactMap { of(word, to: $0) }.min()
  }

  /// How well all of the words fit: as well as the worst of them. Nil where one does not fit at all; no words fit whole.
  static func ofAll(_ words: [String], among others: [String]) -> Closeness? {
    var worst = Closeness.whole
    for word in words {
      guard let found = of(word, among: others) else { return nil }
      worst = max(worst, found)
    }
    return worst
  }
}

/// Keeps the best: all candidates of the best closeness, in their order.
func closest<Candidate>(_ candidates: [Candidate], by closeness: (Candidate) -> Closeness?) -> [Candidate] {
  let rated = candidates.compactMap { candidate in closeness(candidate).map { (candidate, $0) } }
  guard let best = rated.map(\.1).min() else { return [] }
  return rated.filter { $0.1 == best }.map(\.0)
}
