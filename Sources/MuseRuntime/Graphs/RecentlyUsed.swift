/// The values used last, by key: at most `limit` and a quarter; those that were not used for longest go first.
struct RecentlyUsed<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Use {
    var value: Value
    var order: Int
  }

  let limit: Int
  private var uses: [Key: Use] = [:]
  private var count = 0

  init(limit: Int) { self.limit = limit }

  /// Amortised: the order is looked at once for every `limit` / 4 uses of new keys.
  mutating func use(_ key: Key, _ value: Value) {
    count += 1
    uses[key] = Use(value: value, order: count)
    guard uses.count > limit + limit / 4 else { return }
    let oldest = uses.sorted { $0.value.order < $1.value.order }.prefix(uses.count - limit)
    for (key, _) in oldest { uses[key] = nil }
  }
}
