import MuseRuntime
import MuseTracing
import Testing
import Tracing

@Suite("The tracer")
struct SpanTracerTests {
  private let spans = SpanQueue()

  private func tracer(share: Double = 1) -> SpanTracer { SpanTracer(into: spans, share: share, entropy: .counting()) }

  private static let parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0"

  private func context(_ fields: [String: String], _ tracer: SpanTracer) -> ServiceContext {
    var context = ServiceContext.topLevel
    tracer.extract(fields, into: &context, using: FieldCarrier())
    return context
  }

  @Test("children are of the trace of their parent, and end on their own")
  func tree() {
    let tracer = tracer()
    let turn = tracer.span("turn")
    let call = tracer.span("call", in: turn.context)
    call.end()
    turn.end()
    turn.end()
    let ended = spans.take()
    #expect(ended.map(\.name) == ["call", "turn"])
    #expect(ended.map { "\($0.context.traceID)" } == Array(repeating: "00000000000000010000000000000002", count: 2))
    #expect(ended[0].parent == ended[1].context.spanID)
    #expect(ended[1].parent == nil)
  }

  @Test("whoever began a trace decides whether it is kept", arguments: [0.0, 1.0])
  func parentDecides(share: Double) {
    let tracer = tracer(share: share)
    tracer.span("kept", in: context(["traceparent": Self.parent + "1", "tracestate": "a=1"], tracer)).end()
    let other = tracer.span("dropped", in: context(["traceparent": Self.parent + "0"], tracer))
    #expect(!other.isRecording)
    other.end()
    let ended = spans.take()
    #expect(ended.map(\.name) == ["kept"])
    #expect(ended.first?.context.state == "a=1")
    #expect(ended.first?.parent.map { "\($0)" } == "00f067aa0ba902b7")
  }

  @Test("of the traces that begin here so many are kept, whole, and it may change")
  func share() {
    let tracer = SpanTracer(into: spans, share: 0.25, entropy: .system)
    var kept = 0
    for _ in 0..<4000 {
      let turn = tracer.span("turn")
      let child = tracer.span("child", in: turn.context)
      #expect(turn.isRecording == child.isRecording)
      if turn.isRecording { kept += 1 }
    }
    // Ten times its deviation: it fails once in more runs than there will be.
    #expect((720...1280).contains(kept))
    tracer.keep(share: 0)
    #expect(!tracer.span("turn").isRecording)
    tracer.keep(share: 1)
    #expect(tracer.span("turn").isRecording)
  }

  @Test("a trace is passed on, kept or not, and what is malformed begins a new one")
  func passedOn() {
    let tracer = tracer(share: 0)
    var fields: [String: String] = [:]
    let span = tracer.span("call", in: context(["traceparent": Self.parent + "0", "tracestate": "a=1"], tracer))
    tracer.inject(span.context, into: &fields, using: FieldCarrier())
    #expect(fields == ["traceparent": "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000001-00", "tracestate": "a=1"])
    #expect(context(["traceparent": Self.parent, "tracestate": "a=1"], tracer).trace == nil)
    #expect(context(["tracestate": "a=1"], tracer).trace == nil)
    tracer.inject(.topLevel, into: &fields, using: FieldCarrier())
    #expect(fields.count == 2)
  }

  @Test("what a span records has bounds, and of an error its kind only")
  func record() {
    let tracer = tracer()
    let span = tracer.span("node", at: 50)
    span.operationName = "node ask"
    span.attributes = ["a": 1]
    span.updateAttributes { $0["b"] = "two" }
    span.recordError(Mishap(words: "what somebody said"), attributes: [:], at: At(nanosecondsSinceEpoch: 60))
    for _ in 0..<40 { span.addEvent(SpanEvent(name: "event", at: At(nanosecondsSinceEpoch: 61))) }
    for _ in 0..<40 { span.addLink(SpanLink(context: span.context, attributes: [:])) }
    span.setStatus(SpanStatus(code: .error))
    span.end(at: At(nanosecondsSinceEpoch: 40))
    span.attributes = ["late": 1]
    let ended = spans.take()
    #expect(ended.map(\.name) == ["node ask"])
    #expect(ended.first?.attributes == ["a": 1, "b": "two"])
    #expect(ended.first?.events.count == 32)
    #expect(ended.first?.events.first?.attributes == ["exception.type": "Mishap"])
    #expect(ended.first?.droppedEvents == 9)
    #expect(ended.first?.links.count == 32)
    #expect(ended.first?.droppedLinks == 8)
    #expect(ended.first?.status == SpanStatus(code: .error))
    #expect(ended.first?.start == 50)
    // The clock was set back meanwhile.
    #expect(ended.first?.end == 50)
  }
}

private struct Mishap: Error {
  let words: String
}

private struct FieldCarrier: Extractor, Injector {
  func extract(key: String, from carrier: [String: String]) -> String? { carrier[key] }
  func inject(_ value: String, forKey key: String, into carrier: inout [String: String]) { carrier[key] = value }
}
