import MuseRuntime
import MuseSource
import MuseTracing
import Testing
import Tracing

@Suite("Spans in OTLP")
struct OTLPDocumentTests {
  private let resource = TraceResource(service: "musegraph", version: "1.2.3", instance: "one")

  @Test("a span is written whole, by the names and in the forms of the specification")
  func whole() {
    let spans = SpanQueue()
    let tracer = SpanTracer(into: spans, share: 1, entropy: .counting())
    var context = ServiceContext.topLevel
    context.trace = TraceContext(
      traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", tracestate: "rojo=00f067aa0ba902b7")
    let span = tracer.startSpan(
      "chat \"gpt\"", context: context, ofKind: .client, at: At(nanosecondsSinceEpoch: 1_795_424_400_000_000_001))
    span.attributes = [
      "text": "a\nb", "count": 7, "small": .int32(-3), "share": 0.5, "flag": true, "words": .stringArray(["a", "b"]),
      "numbers": .int64Array([1, 2]), "thing": .stringConvertible(9),
    ]
    span.addEvent(SpanEvent(name: "event", at: At(nanosecondsSinceEpoch: 5), attributes: ["k": "v"]))
    span.addLink(SpanLink(context: context, attributes: [:]))
    span.setStatus(SpanStatus(code: .error, message: "why"))
    span.end(at: At(nanosecondsSinceEpoch: 1_795_424_400_000_000_009))
    #expect(
      OTLPDocument(spans.take(), of: resource).json.line
        == head
          + #"""
          {"traceId": "4bf92f3577b34da6a3ce929d0e0e4736", "spanId": "0000000000000001", "traceState": "rojo=00f067aa0ba902b7", 
          "parentSpanId": "00f067aa0ba902b7", "flags": 1, "name": "chat \"gpt\"", "kind": 3, 
          "startTimeUnixNano": "1795424400000000001", "endTimeUnixNano": "1795424400000000009", "attributes": [
          {"key": "count", "value": {"intValue": "7"}}, {"key": "flag", "value": {"boolValue": true}}, 
          {"key": "numbers", "value": {"arrayValue": {"values": [{"intValue": "1"}, {"intValue": "2"}]}}}, 
          {"key": "share", "value": {"doubleValue": "0.5"}}, {"key": "small", "value": {"intValue": "-3"}}, 
          {"key": "text", "value": {"stringValue": "a\nb"}}, {"key": "thing", "value": {"stringValue": "9"}}, 
          {"key": "words", "value": {"arrayValue": {"values": [{"stringValue": "a"}, {"stringValue": "b"}]}}}], 
          "events": [{"timeUnixNano": "5", "name": "event", "attributes": [{"key": "k", "value": {"stringValue": "v"}}]}], 
          "links": [{"traceId": "4bf92f3577b34da6a3ce929d0e0e4736", "spanId": "00f067aa0ba902b7", "attributes": []}], 
          "status": {"message": "why", "code": 2}}
          """#.replacing("\n", with: "") + "]}]}]}")
  }

  @Test(
    "each kind has its number, and what there is not is left out",
    arguments: [(SpanKind.internal, 1), (.server, 2), (.client, 3), (.producer, 4), (.consumer, 5)])
  func kinds(kind: SpanKind, number: Int) {
    let spans = SpanQueue()
    let tracer = SpanTracer(into: spans, share: 1, entropy: .counting())
    tracer.startSpan("a", context: .topLevel, ofKind: kind, at: At(nanosecondsSinceEpoch: 3)).end(
      at: At(nanosecondsSinceEpoch: 4))
    #expect(
      OTLPDocument(spans.take(), of: resource).json.line
        == head
        + #"{"traceId": "00000000000000010000000000000002", "spanId": "0000000000000003", "flags": 1, "name": "a", "kind": "#
        + #"\#(number), "startTimeUnixNano": "3", "endTimeUnixNano": "4", "attributes": []}]}]}]}"#)
  }

  private let head = #"""
    {"resourceSpans": [{"resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "musegraph"}}, 
    {"key": "service.version", "value": {"stringValue": "1.2.3"}}, {"key": "service.instance.id", "value": {"stringValue": "one"}}]}, 
    "scopeSpans": [{"scope": {"name": "musegraph", "version": "1.2.3"}, "spans": [
    """#.replacing("\n", with: "")
}
