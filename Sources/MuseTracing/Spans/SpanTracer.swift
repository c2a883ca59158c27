public import MuseRuntime
public import Tracing

/// Makes spans, and gives those of traces that are kept to an exporter. It never waits for anything.
///
/// ```swift
/// let spans = SpanQueue()
/// let tracer = SpanTracer(into: spans, share: 0.1)
/// let exporter = SpanExporter(spans, resource: resource, time: time, logger: logger) { body in try await post(body) }
/// ```
public final class SpanTracer: Tracer {
  private let spans: SpanQueue
  private let sampler: TraceSampler
  private let entropy: Entropy

  /// - Parameter share: of the traces that begin here, from 0 to 1.
  public init(into spans: SpanQueue, share: Double, entropy: Entropy = .system) {
    self.spans = spans
    self.entropy = entropy
    sampler = TraceSampler(share: share)
  }

  /// Of the traces that begin from now on.
  public func keep(share: Double) { sampler.change(to: share) }

  public func startSpan<Instant: TracerInstant>(
    _ operationName: String, context: @autoclosure () -> ServiceContext, ofKind kind: SpanKind,
    at instant: @autoclosure () -> Instant, function: String, file fileID: String, line: UInt
  ) -> RecordedSpan {
    var context = context()
    let parent = context.trace
    let traceID = parent?.traceID ?? newTraceID()
    let trace = TraceContext(
      traceID: traceID, spanID: newSpanID(), isSampled: parent?.isSampled ?? sampler.keeps(traceID), state: parent?.state)
    context.trace = trace
    let start = trace.isSampled ? instant().nanosecondsSinceEpoch : 0
    let record = FinishedSpan(
      context: trace, parent: parent?.spanID, name: operationName, kind: kind, start: start, end: start)
    return RecordedSpan(record, in: context, queue: trace.isSampled ? spans : nil)
  }

  public func forceFlush() { spans.hurry() }

  private func newTraceID() -> TraceID {
    while true { if let id = TraceID(high: entropy.seed(), low: entropy.seed()) { return id } }
  }

  private func newSpanID() -> SpanID {
    while true { if let id = SpanID(entropy.seed()) { return id } }
  }
}

/// Traces that come from elsewhere, and go on elsewhere.
extension SpanTracer {
  public func extract<Carrier, Extract: Extractor>(
    _ carrier: Carrier, into context: inout ServiceContext, using extractor: Extract
  ) where Extract.Carrier == Carrier {
    guard let parent = extractor.extract(key: "traceparent", from: carrier) else { return }
    context.trace = TraceContext(traceparent: parent, tracestate: extractor.extract(key: "tracestate", from: carrier))
  }

  public func inject<Carrier, Inject: Injector>(
    _ context: ServiceContext, into carrier: inout Carrier, using injector: Inject
  ) where Inject.Carrier == Carrier {
    guard let trace = context.trace else { return }
    injector.inject(trace.traceparent, forKey: "traceparent", into: &carrier)
    if let state = trace.state { injector.inject(state, forKey: "tracestate", into: &carrier) }
  }
}
