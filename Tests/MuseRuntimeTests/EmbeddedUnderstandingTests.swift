import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
import Testing

@Suite("The embedded understanding")
struct EmbeddedUnderstandingTests {
  @Test("it reads a message by what is awaited")
  func reading() async throws {
    let graph = try Shop.graph()
    let interpreter = Interpreter(graph: graph)
    var state = interpreter.start()
    let hello = Message(
      id: "m1", text: "hm", moves: [Move(.nonsense)], now: Instant(seconds: 1_795_424_400), sender: "ann", seen: .none)
    _ = interpreter.advance(&state, with: .message(hello))
    let moves = await EmbeddedUnderstanding(graph: graph).moves(
      in: UnderstandingRequest(
        text: "green tea", awaiting: interpreter.awaiting(in: state, seen: state.turn), now: hello.now, zone: graph.zone,
        locale: "en"))
    #expect(moves.map(\.kind) == [.tell("item", .value(.string("green tea")), .plain)])
  }
}
