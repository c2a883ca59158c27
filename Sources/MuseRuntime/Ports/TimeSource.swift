import Foundation
public import MuseExpression
import Synchronization

/// The clock of the shell. Everything below it gets its time with the input.
///
/// ```swift
/// let time: any TimeSource = fixed.map { SystemTimeSource(startingAt: $0) } ?? SystemTimeSource()
/// ```
public protocol TimeSource: Sendable {
  func now() -> Instant
  /// - Throws: `CancellationError` when the task is cancelled before the time is over.
  func sleep(for duration: Duration) async throws
  /// How long it has run by a clock that nobody sets; nil where `now` is set by hand, and so never wrong.
  func uptime() -> Duration?
}

extension TimeSource {
  public func uptime() -> Duration? { nil }
}

/// The machine's clock, in whole milliseconds; or one that was set to a start and goes on from there.
public struct SystemTimeSource: TimeSource {
  private let start: (set: Instant, real: ContinuousClock.Instant)?
  private let made = ContinuousClock.now

  public init() { start = nil }

  /// As `serve --now` has it: begins at `instant` and advances with real time.
  public init(startingAt instant: Instant) { start = (instant, .now) }

  public func now() -> Instant {
    guard let start else { return Instant(millisecondsSince1970: Int64(Date().timeIntervalSince1970 * 1000)) }
    let passed = start.real.duration(to: .now)
    return start.set.adding(.milliseconds(passed / .milliseconds(1))) ?? start.set
  }

  public func sleep(for duration: Duration) async throws { try await Task.sleep(for: duration) }

  public func uptime() -> Duration? { made.duration(to: .now) }
}

/// A clock that stands still until it is set: for scenarios, and for `chat --now`. Sleeping takes real time.
public final class SettableTimeSource: TimeSource {
  private let instant: Mutex<Instant>

  public init(_ instant: Instant) { self.instant = Mutex(instant) }

  public func now() -> Instant { instant.withLock { $0 } }

  public func set(to instant: Instant) { self.instant.withLock { $0 = instant } }

  public func sleep(for duration: Duration) async throws { try await Task.sleep(for: duration) }
}
