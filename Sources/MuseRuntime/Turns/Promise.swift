import Synchronization

/// A value that comes once, and whoever waits for it.
package final class Promise<Value: Sendable>: Sendable {
  private enum State {
    case waiting([CheckedContinuation<Value, Never>])
    case kept(Value)
  }

  private let state = Mutex(State.waiting([]))

  package init() {}

  /// The first value counts.
  package func fulfil(_ value: Value) {
    let waiting: [CheckedContinuation<Value, Never>] = state.withLock { state in
      guard case .waiting(let waiting) = state else { return [] }
      state = .kept(value)
      return waiting
    }
    for continuation in waiting { continuation.resume(returning: value) }
  }

  package func value() async -> Value {
    await withCheckedContinuation { continuation in
      let value: Value? = state.withLock { state in
        switch state {
        case .waiting(let waiting):
          state = .waiting(waiting + [continuation])
          return nil
        case .kept(let value): return value
        }
      }
      if let value { continuation.resume(returning: value) }
    }
  }
}
