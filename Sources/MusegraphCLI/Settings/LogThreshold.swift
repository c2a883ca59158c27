import Logging
import MuseSettings
import MuseSource
import MuseTracing
import Synchronization

/// How the log is written, and from which level on: one for all loggers of the process. The level may change while they are in use.
final class LogThreshold: Sendable {
  private let threshold: Mutex<Logger.Level>

  private let format: ServeSettings.LogFormat

  init(_ level: Logger.Level, format: ServeSettings.LogFormat = .text) {
    threshold = Mutex(level)
    self.format = format
  }

  var level: Logger.Level {
    get { threshold.withLock { $0 } }
    set { threshold.withLock { $0 = newValue } }
  }

  /// A logger to stderr.
  func logger() -> Logger { Logger(label: "musegraph") { ThresholdLogHandler(handler($0), threshold: self) } }

  /// Writes a line to stdout, in the same way.
  func announce(_ text: String) {
    switch format {
    case .text: Console.show(text)
    case .json:
      Console.show(JSON.object([.init("logger", .text("musegraph")), .init("message", .text(text))]).line)
    }
  }

  private func handler(_ label: String) -> any LogHandler {
    switch format {
    case .text:
      PlainLogHandler(around: StreamLogHandler.standardError(label: label, metadataProvider: .traceIDs))
    case .json: JSONLogHandler(label: label, metadataProvider: .traceIDs) { Console.complain($0) }
    }
  }
}

private struct ThresholdLogHandler: LogHandler {
  private var handler: any LogHandler
  private let threshold: LogThreshold

  init(_ handler: any LogHandler, threshold: LogThreshold) {
    self.handler = handler
    // What may pass is decided here.
    self.handler.logLevel = .trace
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
