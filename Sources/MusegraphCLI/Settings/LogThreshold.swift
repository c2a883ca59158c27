import Logging
import Synchronization

/// From which level on is logged: one for all loggers of the process, and it may change while they are in use.
final class LogThreshold: Sendable {
  private let threshold: Mutex<Logger.Level>

  init(_ level: Logger.Level) { threshold = Mutex(level) }

  var level: Logger.Level {
    get { threshold.withLock { $0 } }
    set { threshold.withLock { $0 = newValue } }
  }

  /// A logger to stderr.
  func logger() -> Logger { Logger(label: "musegraph") { ThresholdLogHandler(label: $0, threshold: self) } }
}

private struct ThresholdLogHandler: LogHandler {
  private var handler: StreamLogHandler
  private let threshold: LogThreshold

  init(label: String, threshold: LogThreshold) {
    handler = StreamLogHandler.standardError(label: label)
    // What may pass is decided here.
    handler.logLevel = .trace
    self.threshold = threshold
  }

  /// Of one logger it cannot be set: it is that of all.
  var logLevel: Logger.Level {
    get { threshold.level }
    set {}
  }

  var metadata: Logger.Metadata {
    get { handler.metadata }
    set { handler.metadata = newValue }
  }

  var metadataProvider: Logger.MetadataProvider? {
    get { handler.metadataProvider }
    set { handler.metadataProvider = newValue }
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { handler[metadataKey: key] }
    set { handler[metadataKey: key] = newValue }
  }

  func log(event: LogEvent) { handler.log(event: event) }
}
