import Logging
import MuseExpression
import MuseRuntime
import MuseTracing
import Synchronization
import Tracing

/// A clock that goes as fast as it is asked to: whoever sleeps has slept, and it is noted how long.
final class HastyTime: TimeSource {
  private let naps = Mutex<[Duration]>([])
  /// What takes its time: only a cancelled task gets out of it.
  private let night: Duration?

  init(night: Duration? = .seconds(3)) { self.night = night }

  var slept: [Duration] { naps.withLock { $0 } }

  func now() -> Instant { Instant(seconds: 1_795_424_400, nanoseconds: 7_000_000) }

  func sleep(for duration: Duration) async throws {
    try Task.checkCancellation()
    if duration == night { return try await Task.sleep(for: .seconds(86_400)) }
    naps.withLock { $0.append(duration) }
  }
}

/// A collector that answers as it was told, and keeps what it got.
final class ScriptedCollector: Sendable {
  private struct State {
    var script: [Result<CollectorAnswer, Unreachable>]
    var bodies: [String] = []
  }

  struct Unreachable: Error {}

  private let state: Mutex<State>

  /// - Parameter script: after it all is well.
  init(_ script: [Result<CollectorAnswer, Unreachable>] = []) { state = Mutex(State(script: script)) }

  var bodies: [String] { state.withLock { $0.bodies } }

  func post(_ body: [UInt8]) throws -> CollectorAnswer {
    try state.withLock { state in
      state.bodies.append(String(decoding: body, as: UTF8.self))
      return state.script.isEmpty ? .success(CollectorAnswer(status: 200)) : state.script.removeFirst()
    }.get()
  }
}

/// What was logged, line by line.
final class LogBook: Sendable {
  private let book = Mutex<[String]>([])

  var lines: [String] { book.withLock { $0 } }

  func note(_ line: String) { book.withLock { $0.append(line) } }
}

/// Levels and messages only.
struct BriefLogHandler: LogHandler {
  let book: LogBook
  var logLevel = Logger.Level.trace
  var metadata: Logger.Metadata = [:]
  var metadataProvider: Logger.MetadataProvider?

  init(_ book: LogBook) { self.book = book }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let fields = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { " \($0)=\($1)" }.joined()
    book.note("\(event.level): \(event.message)\(fields)")
  }
}

struct At: TracerInstant {
  var nanosecondsSinceEpoch: UInt64

  static func < (left: At, right: At) -> Bool { left.nanosecondsSinceEpoch < right.nanosecondsSinceEpoch }
}

extension SpanQueue {
  /// The names of what it has, oldest first.
  var names: [String] {
    var names: [String] = []
    while case let taken = take(), !taken.isEmpty { names += taken.map(\.name) }
    return names
  }
}

extension SpanTracer {
  func span(_ name: String, in context: ServiceContext = .topLevel, at start: UInt64 = 1) -> RecordedSpan {
    startSpan(name, context: context, at: At(nanosecondsSinceEpoch: start))
  }
}
