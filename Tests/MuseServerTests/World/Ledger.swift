import Logging
import Synchronization

/// Keeps all that is logged, from `trace` on, with its metadata.
final class Ledger: Sendable {
  private let entries = Mutex<[String]>([])

  var lines: [String] { entries.withLock { $0 } }

  var logger: Logger { Logger(label: "server") { [self] _ in Handler(ledger: self) } }

  private struct Handler: LogHandler {
    let ledger: Ledger
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let all = metadata.merging(event.metadata ?? [:]) { $1 }
      let fields = all.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
      ledger.entries.withLock { $0.append("\(event.level) \(event.message) \(fields)") }
    }
  }
}
