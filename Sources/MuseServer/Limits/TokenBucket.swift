/// How much of a rate somebody has left: so many at once, and then as many as come in again.
///
/// A pure value. It keeps one instant and no count, as the "virtual scheduling" form of the generic cell rate algorithm does (ITU-T
/// I.371, annex A): when it will be full again. Each token taken moves that on by the time in which one comes in.
package struct TokenBucket: Hashable, Sendable {
  package struct Limits: Hashable, Sendable {
    /// How many come in.
    package var rate: Rate
    /// How many there are when it is full.
    package var burst: Int

    package init(rate: Rate, burst: Int) {
      self.rate = rate
      self.burst = burst
    }

    /// The time in which one comes in.
    var interval: Duration { rate.period / max(1, rate.count) }
  }

  /// On the clock that `take` is given.
  private var full: Duration

  /// A full one.
  package init(at now: Duration) { full = now }

  /// Takes one.
  /// - Returns: nil where there was one; else how long it takes until there is.
  package mutating func take(at now: Duration, _ limits: Limits) -> Duration? {
    let next = max(full, now) + limits.interval
    let excess = next - now - limits.interval * max(1, limits.burst)
    guard excess <= .zero else { return excess }
    full = next
    return nil
  }

  /// Whether it is as good as a new one.
  package func isFull(at now: Duration) -> Bool { full <= now }
}

/// Buckets by who takes from them, of a bounded number. A bucket that is full again is forgotten.
package struct BucketTable<Key: Hashable & Sendable>: Sendable {
  package var limits: TokenBucket.Limits
  private let capacity: Int
  private var buckets: [Key: TokenBucket] = [:]
  /// Of all who come when there is no room for a bucket of their own.
  private var shared: TokenBucket?
  private var nextSweep = Duration.zero

  /// - Parameter capacity: who is new shares one bucket with others that are, while so many buckets are not full.
  package init(limits: TokenBucket.Limits, capacity: Int = 100_000) {
    self.limits = limits
    self.capacity = capacity
  }

  package var count: Int { buckets.count }

  /// Takes one of somebody.
  /// - Returns: nil where there was one; else how long it takes until there is.
  package mutating func take(_ key: Key, at now: Duration) -> Duration? {
    if buckets.count >= capacity { sweep(at: now) }
    guard buckets[key] != nil || buckets.count < capacity else {
      var bucket = shared ?? TokenBucket(at: now)
      defer { shared = bucket }
      return bucket.take(at: now, limits)
    }
    return buckets[key, default: TokenBucket(at: now)].take(at: now, limits)
  }

  /// Looks at all of them, so it does that once in a second at most.
  private mutating func sweep(at now: Duration) {
    guard now >= nextSweep else { return }
    nextSweep = now + .seconds(1)
    buckets = buckets.filter { !$0.value.isFull(at: now) }
  }
}
