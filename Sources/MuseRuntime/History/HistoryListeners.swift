/// Those who follow one thread. Each may fall behind by so many pieces of news; then its feed ends, so that it never has a gap.
struct HistoryListeners {
  static let longest = 512

  private var listeners: [AsyncStream<HistoryFeed.News>.Continuation] = []

  var isEmpty: Bool { listeners.isEmpty }

  mutating func listen() -> AsyncStream<HistoryFeed.News> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: HistoryFeed.News.self, bufferingPolicy: .bufferingOldest(Self.longest))
    listeners.append(continuation)
    return stream
  }

  /// Forgets whoever no longer listens, and whoever cannot keep up.
  mutating func send(_ news: HistoryFeed.News) {
    listeners.removeAll { listener in
      switch listener.yield(news) {
      case .enqueued: return false
      case .dropped:
        listener.finish()
        return true
      case .terminated: return true
      @unknown default: return true
      }
    }
  }
}
