/// The parsed rules of one zone: the changes of its offset since 1970, and the rule that holds after the last one.
final class ZoneRules: Sendable {
  private let firstOffset: Int
  private let changes: [Int64]
  /// The offset from the change with the same index on.
  private let offsets: [Int]
  private let afterwards: PosixRule

  init(fixedOffset seconds: Int) {
    firstOffset = seconds
    changes = []
    offsets = []
    afterwards = PosixRule(standardOffset: seconds, daylight: nil)
  }

  /// Reads a line of the zone table without its names: `rule|first;delta,offset;…`, numbers in base 36.
  ///
  /// Nil where the line is not of that form, which a test of the whole table excludes.
  init?(line: Substring) {
    let parts = line.split(separator: "|", omittingEmptySubsequences: false)
    guard parts.count == 2, let rule = PosixRule(parts[0]) else { return nil }
    let steps = parts[1].split(separator: ";")
    guard let first = steps.first.flatMap({ Int($0, radix: 36) }) else { return nil }
    var time: Int64 = 0
    var changes: [Int64] = []
    var offsets: [Int] = []
    for step in steps.dropFirst() {
      let pair = step.split(separator: ",")
      guard pair.count == 2, let delta = Int64(pair[0], radix: 36), let offset = Int(pair[1], radix: 36) else { return nil }
      time += delta
      changes.append(time)
      offsets.append(offset)
    }
    self.firstOffset = first
    self.changes = changes
    self.offsets = offsets
    self.afterwards = rule
  }

  /// Seconds east of UTC, `seconds` after 1970-01-01T00:00:00Z.
  func offset(at seconds: Int64) -> Int {
    guard let last = changes.last, seconds < last else { return afterwards.offset(at: seconds) }
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? firstOffset : offsets[low - 1]
  }
}
