import Logging
import MuseRuntime
import MuseTracing
import Testing
import Tracing

@Suite("The exporter of spans")
struct SpanExporterTests {
  private let resource = TraceResource(service: "musegraph", version: "1.2.3", instance: "one")
  private let time = HastyTime()
  private let book = LogBook()

  private func exporter(_ spans: SpanQueue, _ collector: ScriptedCollector) -> SpanExporter {
    let book = book
    return SpanExporter(spans, resource: resource, time: time, logger: Logger(label: "t") { _ in BriefLogHandler(book) }) {
      try collector.post($0)
    }
  }

  /// All that came is exported when it returns.
  private func export(_ names: [String], _ spans: SpanQueue = SpanQueue(), to collector: ScriptedCollector) async {
    let tracer = SpanTracer(into: spans, share: 1, entropy: .counting())
    await exporter(spans, collector).during { for name in names { tracer.span(name).end() } }
  }

  private func names(_ bodies: [String]) -> [[String]] {
    bodies.map { body in body.matches(of: /"name": "(span [0-9]+)"/).map { String($0.1) } }
  }

  @Test("a full queue loses what comes, and counts it; a closed one too")
  func bound() async {
    let spans = SpanQueue(limit: 3, batch: 2)
    let tracer = SpanTracer(into: spans, share: 1)
    for number in 1...5 { tracer.span("span \(number)").end() }
    #expect(spans.lost == 2)
    #expect(spans.names == ["span 1", "span 2", "span 3"])
    await exporter(spans, ScriptedCollector()).during {}
    tracer.span("late").end()
    #expect(spans.lost == 3)
    #expect(spans.names == [])
  }

  @Test("spans are exported in batches, in their order, and the rest at the end")
  func batches() async {
    let collector = ScriptedCollector()
    await export((1...5).map { "span \($0)" }, SpanQueue(limit: 10, batch: 2), to: collector)
    #expect(names(collector.bodies).flatMap(\.self) == (1...5).map { "span \($0)" })
    #expect(names(collector.bodies).allSatisfy { $0.count <= 2 })
    #expect(book.lines == [])
  }

  @Test("the work's result comes through, and so does its failure")
  func result() async throws {
    struct Mishap: Error {}
    #expect(await exporter(SpanQueue(), ScriptedCollector()).during { 7 } == 7)
    await #expect(throws: Mishap.self) { try await exporter(SpanQueue(), ScriptedCollector()).during { throw Mishap() } }
  }

  @Test("a collector that is busy or away is asked again after growing pauses, and as late as it wants")
  func retries() async {
    let spans = SpanQueue()
    let collector = ScriptedCollector([
      .success(CollectorAnswer(status: 503)), .failure(.init()), .success(CollectorAnswer(status: 429, retryAfter: .seconds(7))),
      .success(CollectorAnswer(status: 502, retryAfter: .seconds(4000))),
    ])
    SpanTracer(into: spans, share: 1).span("span 1").end()
    let exporter = exporter(spans, collector)
    let running = Task { await exporter.run() }
    while collector.bodies.count < 5 { await Task.yield() }
    await exporter.during {}
    await running.value
    #expect(Set(collector.bodies).count == 1)
    #expect(time.slept.filter { $0 != .seconds(1) } == [.seconds(2), .seconds(7), .seconds(30)])
    #expect(
      book.lines == ["warning: Traces cannot be exported reason=status 503", "notice: Traces are exported again lost=0"])
  }

  @Test("what is tried in vain five times is given up, and the next batch has its chance")
  func givesUp() async {
    let spans = SpanQueue(limit: 10, batch: 1)
    let collector = ScriptedCollector(Array(repeating: .success(CollectorAnswer(status: 504)), count: 5))
    let tracer = SpanTracer(into: spans, share: 1)
    tracer.span("span 1").end()
    tracer.span("span 2").end()
    let exporter = exporter(spans, collector)
    let running = Task { await exporter.run() }
    while collector.bodies.count < 6 { await Task.yield() }
    await exporter.during {}
    await running.value
    #expect(names(collector.bodies) == Array(repeating: ["span 1"], count: 5) + [["span 2"]])
    #expect(spans.lost == 1)
    #expect(
      book.lines == ["warning: Traces cannot be exported reason=status 504", "notice: Traces are exported again lost=1"])
  }

  @Test("what the collector refuses is not tried again", arguments: [400, 401, 404, 413, 500])
  func refused(status: Int) async {
    let spans = SpanQueue()
    let collector = ScriptedCollector([.success(CollectorAnswer(status: status))])
    await export(["span 1"], spans, to: collector)
    #expect(collector.bodies.count == 1)
    #expect(spans.lost == 1)
    #expect(book.lines == ["warning: The collector refused spans count=1 reason=status \(status)"])
  }

  @Test(
    "what it took only in part is counted",
    arguments: [
      (#"{"partialSuccess":{"rejectedSpans":"2","errorMessage":"too old"}}"#, 2),
      (#"{"partialSuccess":{"rejectedSpans":3,"errorMessage":"too old"}}"#, 3), (#"{"partialSuccess":{}}"#, 0), ("{}", 0),
      ("ok", 0),
    ])
  func partly(body: String, lost: Int) async {
    let spans = SpanQueue()
    await export(["span 1"], spans, to: ScriptedCollector([.success(CollectorAnswer(status: 200, body: Array(body.utf8)))]))
    #expect(spans.lost == lost)
    #expect(book.lines == (lost > 0 ? ["warning: The collector refused spans count=\(lost) reason=too old"] : []))
  }

  @Test("at the end each batch is tried once more, and the server is not held up by a collector that is away")
  func end() async {
    let spans = SpanQueue(limit: 10, batch: 1)
    let collector = ScriptedCollector(Array(repeating: .failure(.init()), count: 100))
    await export(["span 1", "span 2", "span 3"], spans, to: collector)
    #expect(spans.lost == 3)
    // What was tried before the server ended comes on top.
    #expect((3...15).contains(collector.bodies.count))
  }

  @Test("nor by one that never answers")
  func silence() async {
    let spans = SpanQueue()
    SpanTracer(into: spans, share: 1).span("span 1").end()
    let book = book
    let exporter = SpanExporter(
      spans, resource: resource, time: HastyTime(night: nil), logger: Logger(label: "t") { _ in BriefLogHandler(book) }
    ) { _ in
      try await Task.sleep(for: .seconds(86_400))
      return CollectorAnswer(status: 200)
    }
    await exporter.during {}
    #expect(book.lines.first == "warning: Spans were left when the server ended lost=0")
  }
}
