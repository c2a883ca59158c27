import MuseExpression
import MuseRuntime
import Synchronization

/// A clock that moves only when it is told to; sleepers wake when it passes their time.
final class ManualTimeSource: TimeSource {
  private struct Sleeper {
    var id: Int
    /// In time that has passed: a clock that leaps wakes nobody.
    var until: Duration
    var continuation: CheckedContinuation<Void, any Error>
  }

  private struct State {
    var now: Instant
    var passed = Duration.zero
    var count = 0
    var sleepers: [Sleeper] = []
    var cancelled: Set<Int> = []
    var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
  }

  private let state: Mutex<State>

  init(_ now: Instant = Instant(seconds: 1_795_424_400)) { state = Mutex(State(now: now)) }

  func now() -> Instant { state.withLock { $0.now } }

  func uptime() -> Duration? { state.withLock { $0.passed } }

  /// Somebody sets it: no time has passed.
  func leap(by duration: Duration) { state.withLock { $0.now = $0.now.adding(duration) ?? $0.now } }

  func sleep(for duration: Duration) async throws {
    guard duration > .zero else { return }
    let id = state.withLock { state in
      state.count += 1
      return state.count
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in add(id, duration, continuation) }
    } onCancel: {
      cancel(id)
    }
  }

  private func add(_ id: Int, _ duration: Duration, _ continuation: CheckedContinuation<Void, any Error>) {
    let ready = state.withLock { state -> [CheckedContinuation<Void, Never>]? in
      if state.cancelled.contains(id) { return nil }
      state.sleepers.append(Sleeper(id: id, until: state.passed + duration, continuation: continuation))
      let ready = state.watchers.filter { $0.count <= state.sleepers.count }
      state.watchers.removeAll { $0.count <= state.sleepers.count }
      return ready.map(\.continuation)
    }
    guard let ready else { return continuation.resume(throwing: CancellationError()) }
    for watcher in ready { watcher.resume() }
  }

  private func cancel(_ id: Int) {
    let sleeper = state.withLock { state -> Sleeper? in
      state.cancelled.insert(id)
      guard let index = state.sleepers.firstIndex(where: { $0.id == id }) else { return nil }
      return state.sleepers.remove(at: index)
    }
    sleeper?.continuation.resume(throwing: CancellationError())
  }

  func advance(by duration: Duration) {
    let awake = state.withLock { state in
      state.now = state.now.adding(duration) ?? state.now
      state.passed += duration
      let awake = state.sleepers.filter { $0.until <= state.passed }
      state.sleepers.removeAll { $0.until <= state.passed }
      return awake
    }
    for sleeper in awake { sleeper.continuation.resume() }
  }

  /// Returns when so many sleep.
  func sleepers(_ count: Int = 1) async {
    await withCheckedContinuation { continuation in
      let isReady = state.withLock { state in
        if state.sleepers.count >= count { return true }
        state.watchers.append((count, continuation))
        return false
      }
      if isReady { continuation.resume() }
    }
  }
}
