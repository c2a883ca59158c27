package import Tracing

/// A span that is over.
package struct FinishedSpan: Sendable {
  package var context: TraceContext
  package var parent: SpanID?
  package var name: String
  package var kind: SpanKind
  /// In nanoseconds since 1970.
  package var start: UInt64
  package var end: UInt64
  package var attributes: SpanAttributes = [:]
  package var events: [SpanEvent] = []
  package var links: [SpanLink] = []
  /// What was noted and not kept, because it was too much.
  package var droppedEvents = 0
  package var droppedLinks = 0
  package var status: SpanStatus?

  package init(context: TraceContext, parent: SpanID?, name: String, kind: SpanKind, start: UInt64, end: UInt64) {
    self.context = context
    self.parent = parent
    self.name = name
    self.kind = kind
    self.start = start
    self.end = end
  }
}
