import ArgumentParser
import Logging

/// `--log`: from which level on the server logs to stderr.
enum LogLevel: String, ExpressibleByArgument, CaseIterable {
  case trace, debug, info, warning, error

  func logger() -> Logger {
    var logger = Logger(label: "musegraph") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = level
    return logger
  }

  private var level: Logger.Level {
    switch self {
    case .trace: .trace
    case .debug: .debug
    case .info: .info
    case .warning: .warning
    case .error: .error
    }
  }
}
