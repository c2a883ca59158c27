import Synchronization

/// Those who listen to one conversation. Each may fall behind by so many events.
package struct Broadcast<Event: Sendable> {
  /// What becomes of a listener that has fallen behind.
  package enum Overflow: Sendable {
    /// It loses the oldest events.
    case losesOldest
    /// Its stream ends after what it has: it never has a gap.
    case ends
  }

  private struct Listener {
    let events: AsyncStream<Event>.Continuation
    let end: End
  }

  /// Whether nobody reads a stream any more: it is told by the stream itself, from whatever task.
  private final class End: Sendable {
    private let hasCome = Mutex(false)

    var isHere: Bool { hasCome.withLock { $0 } }

    func come() { hasCome.withLock { $0 = true } }
  }

  private let limit: Int
  private let overflow: Overflow
  private var listeners: [Listener] = []

  package init(limit: Int = 256, overflow: Overflow = .losesOldest) {
    self.limit = limit
    self.overflow = overflow
  }

  /// Those that are held here; some of them may have left since.
  package var count: Int { listeners.count }

  /// Forgets those who have left: where nothing is ever said, they would stay as long as the conversation.
  package mutating func listen() -> AsyncStream<Event> {
    listeners.removeAll { $0.end.isHere }
    let policy: AsyncStream<Event>.Continuation.BufferingPolicy =
      switch overflow {
      case .losesOldest: .bufferingNewest(limit)
      case .ends: .bufferingOldest(limit)
      }
    let (stream, continuation) = AsyncStream.makeStream(of: Event.self, bufferingPolicy: policy)
    let end = End()
    continuation.onTermination = { _ in end.come() }
    listeners.append(Listener(events: continuation, end: end))
    return stream
  }

  package mutating func send(_ event: Event) {
    let overflow = overflow
    listeners.removeAll { listener in
      switch (listener.events.yield(event), overflow) {
      case (.terminated, _): return true
      case (.dropped, .ends):
        listener.events.finish()
        return true
      default: return false
      }
    }
  }
}
