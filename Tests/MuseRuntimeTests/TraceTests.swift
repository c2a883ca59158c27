import Logging
import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
import MuseTracing
import Testing
import Tracing

@Suite("Traces of turns")
struct TraceTests {
  private let spans = SpanQueue()
  private var tracer: SpanTracer { SpanTracer(into: spans, share: 1, entropy: .counting()) }

  @Test("a turn that books is a tree: what was understood, the nodes, the call, and what was stored")
  func booking() async throws {
    let floor = try await ShopFloor(tracer: tracer)
    _ = try await floor.talk("item=tea count=2")
    _ = spans.take()
    _ = try await floor.say("yes", id: "m-2")
    #expect(
      SpanTree(spans.take()).text == """
        turn server musegraph.cause=message musegraph.graph=shop musegraph.outcome=reply musegraph.thread=ann-1 musegraph.turn=2
          store answer client musegraph.thread=ann-1
          understand internal
          node buy internal musegraph.node=buy musegraph.node.kind=call musegraph.node.outcome=placed
            call order.place client musegraph.attempt=1 musegraph.effect=2 musegraph.idempotency_key=ann-1/2 \
        musegraph.tool=order.place musegraph.tool.outcome=placed musegraph.writes=true
          store append client musegraph.thread=ann-1
          node thanks internal musegraph.node=thanks musegraph.node.kind=end
          store append client musegraph.thread=ann-1
          store append client musegraph.thread=ann-1

        """)
  }

  @Test("what is tried again has a span for each attempt, and those that failed say so, but not what was said")
  func attempts() async throws {
    let book = ScriptedTool("order.place") { (attempt, _) throws(ToolFailure) in
      if attempt < 3 { throw .unknown(reason: "tea is out") }
      return ToolAnswer("placed", ["number": .string("T9")])
    }
    let floor = try await ShopFloor(tools: [ScriptedTool.stock, book], tracer: tracer)
    _ = try await floor.talk("item=tea count=2", "yes")
    let ended = spans.take()
    let calls = ended.filter { $0.name == "call order.place" }
    #expect(calls.map { $0.status?.code } == [.error, .error, nil])
    #expect(calls.map { $0.attributes.text("error.type") } == ["unknown", "unknown", nil])
    #expect(calls.map { $0.attributes.text("musegraph.attempt") } == ["1", "2", "3"])
    for word in ["tea", "yes", "T9", "Bought"] { #expect(!SpanTree(ended).text.contains(word), "\(word)") }
    // Each attempt tells the tool which span it is.
    #expect(
      book.requests.map { $0.trace?.traceparent } == calls.map { "00-\($0.context.traceID)-\($0.context.spanID)-01" })
  }

  @Test("a turn that fails is an error, with all its spans ended")
  func failure() async throws {
    let floor = try await ShopFloor(tracer: tracer)
    #expect(try await floor.say("fail").text == "LLM_PROCESSING_ERROR")
    #expect(
      SpanTree(spans.take()).text == """
        store load client musegraph.thread=ann-1
        turn server error.type=LLM_PROCESSING_ERROR musegraph.cause=message musegraph.graph=shop \
        musegraph.outcome=LLM_PROCESSING_ERROR musegraph.thread=ann-1 musegraph.turn=1 !
          understand internal error.type=LLM_PROCESSING_ERROR !

        """)
  }

  @Test("a store that refuses is an error of the turn and of what was stored")
  func storeFailure() async throws {
    let store = FailingStore(InMemoryCheckpointStore(), .refuses, at: 1)
    let floor = try await ShopFloor(store, tracer: tracer)
    #expect(try await floor.say("item=tea").text == "STATE_UNAVAILABLE")
    let ended = spans.take()
    #expect(ended.filter { $0.status?.code == .error }.map(\.name) == ["store append", "turn"])
    #expect(ended.filter { $0.name == "store append" }.map { $0.attributes.text("error.type") } == ["store"])
  }

  @Test("a turn belongs to the trace that its message names, and a malformed one begins its own", arguments: ["1", "0", "?"])
  func incoming(flag: String) async throws {
    let floor = try await ShopFloor(tracer: tracer)
    let conversation = try await floor.conversation()
    _ = spans.take()
    var message = IncomingMessage(text: "item=tea", sender: "ann-1", seen: .none)
    message.trace = TraceFields(
      traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0\(flag)", tracestate: "rojo=1")
    _ = await conversation.submit(message).answer()
    await conversation.idle()
    let ended = spans.take()
    let turn = ended.first { $0.name == "turn" }
    switch flag {
    case "0": #expect(ended.map(\.name) == [])
    case "1":
      #expect(turn?.parent.map { "\($0)" } == "00f067aa0ba902b7")
      #expect(Set(ended.map { "\($0.context.traceID)" }) == ["4bf92f3577b34da6a3ce929d0e0e4736"])
      #expect(ended.allSatisfy { $0.context.state == "rojo=1" })
    default:
      #expect(turn?.parent == nil)
      #expect(turn?.context.state == nil)
    }
  }

  @Test("what an each does at once hangs from its node, and a language model has its own attributes")
  func each() async throws {
    let world = try await ErrandWorld(tracer: tracer)
    _ = try await world.say("item=tea")
    let tree = SpanTree(spans.take())
    #expect(tree.children(of: "node find").map(\.name) == Array(repeating: "call shop.order", count: 3))
    #expect(Set(tree.children(of: "node find").map { $0.attributes.text("musegraph.idempotency_key") }).count == 3)
    let chats = tree.children(of: "node tell")
    #expect(
      chats.map(tree.line) == [
        "chat scripted client gen_ai.operation.name=chat gen_ai.output.type=text gen_ai.request.model=scripted musegraph.attempt=1 "
          + "musegraph.effect=4 musegraph.role=writer"
      ])
  }

  @Test("a model that fails has an attempt that failed for each time, and its request knows the span")
  func models() async throws {
    let model = ScriptedLanguageModel([
      .init(.failure(.transient(reason: "tea"))), .init(.reply("It is on its way.")),
    ])
    let world = try await ErrandWorld(model: model, tracer: tracer)
    _ = try await world.say("item=tea")
    let tree = SpanTree(spans.take())
    let chats = tree.children(of: "node tell")
    #expect(chats.map { $0.attributes.text("error.type") } == ["transient", nil])
    #expect(model.requests.map { $0.trace?.traceparent } == chats.map { $0.context.traceparent })
  }

  @Test("a timer's turn begins a trace of its own")
  func timer() async throws {
    let world = try await ErrandWorld(tracer: tracer)
    _ = try await world.say("hello")
    _ = spans.take()
    #expect(try await world.passTime() == ["Are you there?"])
    let turns = spans.take().filter { $0.name == "turn" }
    #expect(turns.map { $0.attributes.text("musegraph.cause") } == ["timer"])
    #expect(turns.map(\.parent) == [nil])
  }

  @Test("lines of the log that belong to a turn have its thread, its number and its trace")
  func lines() async throws {
    let handler = NotingLogHandler()
    let store = FailingStore(InMemoryCheckpointStore(), .refuses, at: 3)
    let look = ScriptedTool("stock.look") { (_, _) throws(ToolFailure) in throw .notDone(reason: "closed") }
    let floor = try await ShopFloor(
      store, tools: [look, OrderBook()], tracer: tracer, logger: Logger(label: "t") { _ in handler })
    _ = try await floor.talk("fail", "item=tea count=2", "item=milk count=1")
    let lines = handler.book.lines
    #expect(lines.map(\.message).contains("A message was not understood"))
    #expect(lines.map(\.message).contains("A tool's call failed"))
    #expect(lines.map(\.message).contains("A segment could not be stored"))
    for line in lines {
      #expect(line.metadata["thread"] == "ann-1", "\(line)")
      #expect(line.metadata["turn"].flatMap { Int("\($0)") } ?? 0 > 0, "\(line)")
      #expect("\(line.metadata["trace_id"] ?? "")".count == 32, "\(line)")
    }
  }
}
