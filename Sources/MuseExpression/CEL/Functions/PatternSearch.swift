/// Finds a part in a longer row. Takes time by the length alone, also for rows made to be slow.
///
/// Source: Knuth, Morris and Pratt, "Fast Pattern Matching in Strings", 1977.
struct PatternSearch<Element: Equatable> {
  private let part: [Element]
  /// How much of the part still fits where its next element does not.
  private var fallback: [Int] = [0]

  init(_ part: some Sequence<Element>) {
    self.part = Array(part)
    var length = 0
    for element in self.part.dropFirst() {
      while length > 0, self.part[length] != element { length = fallback[length - 1] }
      if self.part[length] == element { length += 1 }
      fallback.append(length)
    }
  }

  /// Where the part first stands from `start` on, which is at most the length of the row.
  func first(in row: [Element], from start: Int = 0) -> Int? {
    guard !part.isEmpty else { return start }
    var length = 0
    for index in start..<row.count {
      while length > 0, part[length] != row[index] { length = fallback[length - 1] }
      if part[length] == row[index] { length += 1 }
      if length == part.count { return index + 1 - length }
    }
    return nil
  }

  /// Where the part stands, from the left and never twice in the same place: at most `limit` times. An empty part stands before
  /// each element and at the end.
  func all(in row: [Element], limit: Int) -> [Int] {
    var found: [Int] = []
    var start = 0
    while found.count < limit, start <= row.count, let next = first(in: row, from: start) {
      found.append(next)
      start = next + max(1, part.count)
    }
    return found
  }
}
