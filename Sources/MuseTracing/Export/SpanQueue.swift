import MuseRuntime
import Synchronization

/// Spans that wait to be exported: so many, and no more. Whoever offers one to a full queue loses it, and is never held up.
public final class SpanQueue: Sendable {
  private struct State {
    var spans: [FinishedSpan] = []
    var lost = 0
    var isClosed = false
    /// Kept when there is something, or the queue is closed.
    var arrival = Promise<Void>()
    /// Kept when there is a whole batch, or somebody is in a hurry.
    var fullness = Promise<Void>()
  }

  private let limit: Int
  let batch: Int
  /// Kept when the queue is closed.
  let closing = Promise<Void>()
  private let state = Mutex(State())

  /// - Parameters:
  ///   - limit: spans that may wait.
  ///   - batch: spans that are exported at once.
  public init(limit: Int = 8192, batch: Int = 512) {
    self.limit = limit
    self.batch = batch
  }

  /// Spans that were made and did not come to where they should: the queue was full or closed, or nobody took them.
  public var lost: Int { state.withLock { $0.lost } }

  /// Takes no more.
  func close() {
    let promises = state.withLock { state in
      state.isClosed = true
      return [state.arrival, state.fullness]
    }
    for promise in promises + [closing] { promise.fulfil(()) }
  }

  package func offer(_ span: FinishedSpan) {
    let (arrival, fullness): (Promise<Void>?, Promise<Void>?) = state.withLock { state in
      guard !state.isClosed, state.spans.count < limit else {
        state.lost += 1
        return (nil, nil)
      }
      state.spans.append(span)
      let count = state.spans.count
      return (count == 1 ? state.arrival : nil, count == batch ? state.fullness : nil)
    }
    arrival?.fulfil(())
    fullness?.fulfil(())
  }

  func hurry() { state.withLock { $0.fullness }.fulfil(()) }

  func lose(_ count: Int) { state.withLock { $0.lost += count } }

  var isClosed: Bool { state.withLock { $0.isClosed } }

  /// The oldest; empty: there is none.
  package func take() -> [FinishedSpan] {
    state.withLock { state in
      let taken = Array(state.spans.prefix(batch))
      state.spans.removeFirst(taken.count)
      if !state.isClosed {
        if state.spans.isEmpty { state.arrival = Promise() }
        if state.spans.count < batch { state.fullness = Promise() }
      }
      return taken
    }
  }

  /// Returns when there is something to take; false: there is nothing, and never will be.
  func hasSome() async -> Bool {
    await state.withLock { $0.arrival }.value()
    return state.withLock { !$0.spans.isEmpty }
  }

  /// Returns when there is a whole batch, or nothing more to wait for.
  func isFull() async { await state.withLock { $0.fullness }.value() }
}
