import Logging
import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
import Testing

@Suite("Performing effects")
struct EffectPerformerTests {
  private static let placed = ToolAnswer("placed", ["number": .string("T1")])
  private static let done = CallResult.outcome("placed", ["number": .string("T1")])

  /// Plays the steps one by one, the last one again and again.
  private func perform(
    _ steps: [Result<ToolAnswer, ToolFailure>], effect: ToolSignature.Effect = .writes,
    repeats: ToolSignature.Repeat = .sameKey, isRepetition: Bool = false
  ) async throws -> (CallResult, ScriptedTool) {
    let tool = ScriptedTool(effect == .writes ? "order.place" : "stock.look") { (attempt, _) throws(ToolFailure) in
      try steps[min(attempt, steps.count) - 1].get()
    }
    return (try await perform(tool, effect, repeats, isRepetition, ManualTimeSource()), tool)
  }

  private func perform(
    _ tool: ScriptedTool, _ effect: ToolSignature.Effect, _ repeats: ToolSignature.Repeat, _ isRepetition: Bool,
    _ time: ManualTimeSource
  ) async throws -> CallResult {
    let performer = EffectPerformer(
      tools: ToolBox([tool]), time: time, limits: .init(pauseBetweenAttempts: .zero),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let call = Call(
      id: EffectID(rawValue: 7), node: "buy", tool: tool.id, effect: effect, repeats: repeats,
      arguments: ["item": .string("tea")])
    let turn = TurnContext(message: "m1", sender: "ann", now: Instant(seconds: 5), zone: "Asia/Tokyo")
    return await performer.perform(
      .init(work: .call(call), thread: "ann-1", turn: turn, graph: try Shop.graph(), isRepetition: isRepetition))
  }

  @Test("a tool is told its arguments, whose it is, the key of thread and effect, the turn's clock and zone")
  func request() async throws {
    let (result, tool) = try await perform([.success(Self.placed)])
    #expect(result == Self.done)
    let request = try #require(tool.requests.first)
    #expect(request.arguments == ["item": .string("tea")])
    #expect(request.owner == "ann")
    #expect(request.key == "ann-1/7")
    #expect(request.now == Instant(seconds: 5))
    #expect(request.zone.name == "Asia/Tokyo")
  }

  @Test("a write that was certainly not done has failed, and is not tried again")
  func notDone() async throws {
    let (result, tool) = try await perform([.failure(.notDone(reason: "full"))])
    #expect(result == .failed(reason: "full"))
    #expect(tool.requests.count == 1)
  }

  @Test("a write that may be repeated is tried again under the same key", arguments: [ToolSignature.Repeat.sameKey, .harmless])
  func repeated(repeats: ToolSignature.Repeat) async throws {
    let (result, tool) = try await perform([.failure(.unknown(reason: "?")), .success(Self.placed)], repeats: repeats)
    #expect(result == Self.done)
    #expect(tool.requests.map(\.key) == ["ann-1/7", "ann-1/7"])
  }

  @Test("a write is unsure when nobody can tell after the last attempt")
  func unsure() async throws {
    let (result, tool) = try await perform([.failure(.unknown(reason: "gone"))])
    #expect(result == .unsure(reason: "gone"))
    #expect(tool.requests.count == 3)
  }

  @Test("a write that may never be repeated is unsure at once")
  func never() async throws {
    let (result, tool) = try await perform([.failure(.unknown(reason: "gone"))], repeats: .never)
    #expect(result == .unsure(reason: "gone"))
    #expect(tool.requests.count == 1)
  }

  @Test("that a second attempt did nothing does not tell what the first one did")
  func unknownThenNotDone() async throws {
    let (result, _) = try await perform([.failure(.unknown(reason: "?")), .failure(.notDone(reason: "full"))])
    #expect(result == .unsure(reason: "full"))
  }

  @Test("after a restart a write is repeated where it may be, and is unsure where it may not")
  func repetition() async throws {
    let (again, _) = try await perform([.success(Self.placed)], isRepetition: true)
    #expect(again == Self.done)
    let (notAgain, tool) = try await perform([.success(Self.placed)], repeats: .never, isRepetition: true)
    #expect(notAgain == .unsure(reason: "It was cut off, and may not be repeated."))
    #expect(tool.requests.isEmpty)
    let (refused, _) = try await perform([.failure(.notDone(reason: "full"))], isRepetition: true)
    #expect(refused == .unsure(reason: "full"))
  }

  @Test("a read is tried twice and has then failed", arguments: [ToolFailure.notDone(reason: "no"), .unknown(reason: "no")])
  func reads(failure: ToolFailure) async throws {
    let (result, tool) = try await perform([.failure(failure)], effect: .reads)
    #expect(result == .failed(reason: "no"))
    #expect(tool.requests.count == 2)
  }

  @Test(
    "an answer that was not declared counts for nothing",
    arguments: [
      ToolAnswer("sold", ["number": .string("T1")]), ToolAnswer("placed"), ToolAnswer("placed", ["number": .int(1)]),
    ])
  func undeclared(answer: ToolAnswer) async throws {
    let (result, tool) = try await perform([.success(answer)])
    guard case .unsure = result else {
      Issue.record("\(result)")
      return
    }
    #expect(tool.requests.count == 1)
  }

  @Test("a read with an undeclared answer has failed")
  func undeclaredRead() async throws {
    let (result, _) = try await perform([.success(ToolAnswer("perhaps"))], effect: .reads)
    #expect(result == .failed(reason: "The tool “stock.look” ended as “perhaps”, which it does not declare."))
  }

  @Test("fields that were not declared are dropped")
  func extraFields() async throws {
    let answer = ToolAnswer("placed", ["number": .string("T1"), "secret": .string("x")])
    #expect(try await perform([.success(answer)]).0 == Self.done)
  }

  @Test("an attempt that takes too long is given up, even if the tool does not listen")
  func timeout() async throws {
    let gate = Gate()
    let time = ManualTimeSource()
    let tool = ScriptedTool("order.place") { (attempt, _) throws(ToolFailure) in
      if attempt == 1 { await gate.pass() }
      return EffectPerformerTests.placed
    }
    async let result = perform(tool, .writes, .sameKey, false, time)
    await time.sleepers()
    time.advance(by: .seconds(10))
    #expect(try await result == Self.done)
    #expect(tool.requests.count == 2)
    await gate.open()
  }

  @Test("a tool that nobody has bound did nothing")
  func unbound() async throws {
    let tool = ScriptedTool("other.tool") { (_, _) throws(ToolFailure) in ToolAnswer("there") }
    #expect(
      try await perform(tool, .writes, .sameKey, false, ManualTimeSource())
        == .failed(reason: "The tool “other.tool” is not bound here."))
  }

  @Test("the tools of a graph that nobody has bound are named")
  func missing() throws {
    #expect(ToolBox([OrderBook()]).missing(for: try Shop.graph()) == ["stock.look"])
    #expect(ToolBox([OrderBook(), ScriptedTool.stock]).missing(for: try Shop.graph()) == [])
  }
}
