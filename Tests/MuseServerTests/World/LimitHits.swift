import MuseServer
import Synchronization

/// Counts the limits that a server hits.
final class LimitHits: Sendable {
  private let counts = Mutex<[Limit: Int]>([:])

  var report: LimitReport { LimitReport { [self] limit in counts.withLock { $0[limit, default: 0] += 1 } } }

  var all: [Limit: Int] { counts.withLock { $0 } }
}
