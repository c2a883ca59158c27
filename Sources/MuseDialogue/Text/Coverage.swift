/// Which tokens of a message some stretches cover: asked per token, so that long messages cost no more than their length.
struct Coverage: Sendable {
  /// For each covered token the end of its stretch, else 0.
  private var ends: [Int]

  init(_ stretches: [Range<Int>], in message: Message) {
    ends = Array(repeating: 0, count: message.tokens.count)
    for stretch in stretches {
      for index in stretch.clamped(to: message.whole) { ends[index] = max(ends[index], stretch.upperBound) }
    }
  }

  func contains(_ index: Int) -> Bool { end(at: index) != nil }

  /// Where the stretch that covers a token ends.
  func end(at index: Int) -> Int? { ends.indices.contains(index) && ends[index] > 0 ? ends[index] : nil }

  func overlaps(_ range: Range<Int>) -> Bool { range.contains { contains($0) } }
}
