public import Logging
public import Tracing

extension ServiceContext {
  private enum TraceKey: ServiceContextKey {
    typealias Value = TraceContext
  }

  /// The span that is at hand; nil: there is none.
  public var trace: TraceContext? {
    get { self[TraceKey.self] }
    set { self[TraceKey.self] = newValue }
  }
}

extension Logger.MetadataProvider {
  /// `trace_id` and `span_id` of what happens in a span.
  public static var traceIDs: Logger.MetadataProvider {
    Logger.MetadataProvider {
      guard let trace = ServiceContext.current?.trace else { return [:] }
      return ["trace_id": "\(trace.traceID)", "span_id": "\(trace.spanID)"]
    }
  }
}
