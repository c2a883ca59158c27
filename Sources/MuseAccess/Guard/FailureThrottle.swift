public import MuseExpression

/// Holds off addresses that send wrong credentials again and again: after some, each further one costs twice the waiting of the last.
///
/// A good credential clears the address, and so does time. A pure value of bounded size: when it is full, the address whose last
/// failure is oldest is forgotten.
///
/// ```swift
/// if let wait = throttle.wait(for: address, at: now) { return tooMany(retryAfter: wait) }
/// throttle.noteFailure(from: address, at: now)
/// ```
public struct FailureThrottle: Hashable, Sendable {
  public struct Limits: Hashable, Sendable {
    /// So many failures cost nothing: a mistyped key, a page with an old token.
    public var free = 5
    /// What the first one beyond them costs.
    public var firstDelay = Duration.seconds(1)
    public var longestDelay = Duration.seconds(300)
    /// Failures are forgotten after so long without a new one.
    public var memory = Duration.seconds(900)
    public var addresses = 10_000

    public init() {}
  }

  private struct Entry: Hashable {
    var failures: Int
    var last: Instant
    var heldUntil: Instant
  }

  public let limits: Limits
  private var entries: [String: Entry] = [:]

  public init(limits: Limits = Limits()) { self.limits = limits }

  /// Addresses that are remembered.
  public var count: Int { entries.count }

  /// How long this address has to wait; nil: not at all.
  public func wait(for address: String, at now: Instant) -> Duration? {
    guard let entry = entries[address], isRemembered(entry, at: now), let rest = entry.heldUntil.since(now), rest > .zero else {
      return nil
    }
    // Never longer than what was said when it began, even if the clock was set back.
    return min(rest, limits.longestDelay)
  }

  /// - Returns: how long the address is held off from now on; nil: not yet.
  @discardableResult
  public mutating func noteFailure(from address: String, at now: Instant) -> Duration? {
    let known = entries[address].flatMap { isRemembered($0, at: now) ? $0.failures : nil } ?? 0
    if known == 0 { makeRoom(at: now) }
    let failures = min(known + 1, limits.free + 32)
    let delay = failures > limits.free ? self.delay(beyond: failures - limits.free - 1) : nil
    entries[address] = Entry(failures: failures, last: now, heldUntil: delay.flatMap(now.adding) ?? now)
    return delay
  }

  public mutating func noteSuccess(from address: String) { entries[address] = nil }

  private func delay(beyond doublings: Int) -> Duration {
    min(limits.firstDelay * (1 << min(doublings, 20)), limits.longestDelay)
  }

  private func isRemembered(_ entry: Entry, at now: Instant) -> Bool {
    guard let passed = now.since(entry.last) else { return false }
    return passed < limits.memory && passed >= .zero - limits.memory
  }

  private mutating func makeRoom(at now: Instant) {
    guard entries.count >= limits.addresses else { return }
    entries = entries.filter { isRemembered($0.value, at: now) }
    guard entries.count >= limits.addresses, let oldest = entries.min(by: { $0.value.last < $1.value.last }) else { return }
    entries[oldest.key] = nil
  }
}
