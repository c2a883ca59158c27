import Logging
import Tracing

/// A span that has begun, and from which others may hang. Where nobody traces there is none, and all that it costs is to see that.
///
/// A span never has what people say, nor the values of slots: traces are read by more people than conversations, and kept elsewhere.
struct OpenSpan: Sendable {
  let tracer: any Tracer
  let span: any Span

  /// - Parameter context: what it hangs from; the top level: a trace begins with it.
  init(
    _ name: String, in context: ServiceContext, by tracer: any Tracer, kind: SpanKind = .internal,
    _ attributes: @autoclosure () -> SpanAttributes = [:]
  ) {
    self.tracer = tracer
    span = tracer.startSpan(name, context: context, ofKind: kind)
    if span.isRecording { span.attributes = attributes() }
  }

  func child(
    _ name: String, kind: SpanKind = .internal, _ attributes: @autoclosure () -> SpanAttributes = [:]
  ) -> OpenSpan {
    OpenSpan(name, in: span.context, by: tracer, kind: kind, attributes())
  }

  func note(_ attributes: SpanAttributes) {
    guard span.isRecording else { return }
    span.updateAttributes { $0.merge(attributes) }
  }

  func end() { span.end() }

  /// - Parameter type: a word for the kind of error; its text is for the log.
  func end(failed type: String) {
    note(["error.type": .string(type)])
    span.setStatus(SpanStatus(code: .error))
    span.end()
  }

  /// For a request that is made in it.
  var fields: TraceFields? { TraceFields(of: span, by: tracer) }
}

extension Logger {
  /// With the ids of the span in which it happens, where there is one: the log's `metadataProvider` adds them.
  func log(
    _ level: Level, _ message: @autoclosure () -> Message, in span: OpenSpan?, _ metadata: @autoclosure () -> Metadata
  ) {
    guard let span else { return log(level: level, message(), metadata: metadata()) }
    ServiceContext.withValue(span.span.context) { log(level: level, message(), metadata: metadata()) }
  }
}
