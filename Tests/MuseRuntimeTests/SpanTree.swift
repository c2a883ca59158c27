import Logging
import MuseTracing
import Synchronization
import Tracing

/// Spans as people draw them: what hangs from what, with its attributes and without its times.
struct SpanTree {
  private let spans: [FinishedSpan]

  /// In the order in which they began.
  init(_ spans: [FinishedSpan]) { self.spans = spans.sorted { "\($0.context.spanID)" < "\($1.context.spanID)" } }

  var text: String {
    let known = Set(spans.map(\.context.spanID))
    return spans.filter { $0.parent.map { !known.contains($0) } ?? true }.map { drawn($0, depth: 0) }.joined()
  }

  func children(of name: String) -> [FinishedSpan] {
    let parents = Set(spans.filter { $0.name == name }.map(\.context.spanID))
    return spans.filter { $0.parent.map(parents.contains) ?? false }
  }

  func line(_ span: FinishedSpan) -> String {
    var names: [String] = []
    func add(_ name: String, _: SpanAttribute) { names.append(name) }
    span.attributes.forEach(add)
    let pairs = names.sorted().map { "\($0)=\(span.attributes.text($0) ?? "")" }
    let error = span.status?.code == .error ? ["!"] : []
    return ([span.name, "\(span.kind)"] + pairs + error).joined(separator: " ")
  }

  private func drawn(_ span: FinishedSpan, depth: Int) -> String {
    let children = spans.filter { $0.parent == span.context.spanID }
    return String(repeating: "  ", count: depth) + line(span) + "\n" + children.map { drawn($0, depth: depth + 1) }.joined()
  }
}

extension SpanAttributes {
  func text(_ name: String) -> String? {
    switch get(name) {
    case .string(let text): text
    case .int64(let number): "\(number)"
    case .bool(let flag): "\(flag)"
    default: nil
    }
  }
}

/// Keeps what is logged, with the ids of its span.
struct NotingLogHandler: LogHandler {
  struct Line: Sendable {
    var message: String
    var metadata: Logger.Metadata
  }

  final class Book: Sendable {
    private let noted = Mutex<[Line]>([])

    var lines: [Line] { noted.withLock { $0 } }

    func note(_ line: Line) { noted.withLock { $0.append(line) } }
  }

  let book = Book()
  var logLevel = Logger.Level.debug
  var metadata: Logger.Metadata = [:]
  var metadataProvider: Logger.MetadataProvider? = .traceIDs

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var all = metadata
    all.merge(metadataProvider?.get() ?? [:]) { $1 }
    all.merge(event.metadata ?? [:]) { $1 }
    book.note(Line(message: "\(event.message)", metadata: all))
  }
}
