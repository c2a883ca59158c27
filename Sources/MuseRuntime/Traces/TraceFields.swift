import Tracing

/// The trace that something belongs to, as its sender wrote it and as it is passed on.
///
/// Source: W3C Trace Context, https://www.w3.org/TR/trace-context/. What cannot be read as such is left alone, as it says: a new trace
/// begins there.
public struct TraceFields: Hashable, Sendable {
  /// The field of the same name.
  public var traceparent: String
  public var tracestate: String?

  public init(traceparent: String, tracestate: String? = nil) {
    self.traceparent = traceparent
    self.tracestate = tracestate
  }
}

extension TraceFields {
  /// What another server shall know of a span; nil where the tracer writes no such fields.
  init?(of span: any Span, by tracer: any Tracer) {
    var fields: [String: String] = [:]
    tracer.inject(span.context, into: &fields, using: FieldCarrier())
    guard let parent = fields["traceparent"] else { return nil }
    self.init(traceparent: parent, tracestate: fields["tracestate"])
  }

  /// The context that they stand for, as the tracer reads them.
  func context(by tracer: any Tracer) -> ServiceContext {
    var context = ServiceContext.topLevel
    var fields = ["traceparent": traceparent]
    fields["tracestate"] = tracestate
    tracer.extract(fields, into: &context, using: FieldCarrier())
    return context
  }
}

private struct FieldCarrier: Extractor, Injector {
  func extract(key: String, from carrier: [String: String]) -> String? { carrier[key] }

  func inject(_ value: String, forKey key: String, into carrier: inout [String: String]) { carrier[key] = value }
}
