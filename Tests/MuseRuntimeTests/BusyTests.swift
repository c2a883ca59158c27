import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
import Testing

@Suite("Messages that come while a turn runs")
struct BusyTests {
  private func message(_ text: String, _ id: MessageID? = nil, gathers: Bool = false) -> IncomingMessage {
    var message = IncomingMessage(id: id, text: text, sender: "ann-1", seen: .none)
    message.mayBeGathered = gathers
    return message
  }

  @Test("reject refuses them, but not one that is here already")
  func reject() async throws {
    let floor = try await ShopFloor(policy: { $0.onBusy = .reject })
    let conversation = try await floor.conversation()
    let running = await conversation.submit(message("hold item=tea", "a"))
    await floor.understanding.gate.someoneIsHeld()
    #expect(await conversation.submit(message("count=2", "b")).answer() == .failed(.conversationBusy))
    let again = await conversation.submit(message("hold item=tea", "a"))
    await floor.understanding.gate.open()
    #expect(await again.answer() == running.answer())
    #expect(await conversation.submit(message("count=2", "b")).answer().text == "2 of tea?")
  }

  @Test("interrupt drops what only reads, and all that waits")
  func interrupt() async throws {
    let gate = Gate()
    let stock = ScriptedTool("stock.look") { (attempt, _) throws(ToolFailure) in
      if attempt == 1 { await gate.pass() }
      return ToolAnswer("there")
    }
    let floor = try await ShopFloor(tools: [stock, OrderBook()], policy: { $0.onBusy = .interrupt })
    let conversation = try await floor.conversation()
    let first = await conversation.submit(message("item=tea count=1"))
    await gate.someoneIsHeld()
    let second = await conversation.submit(message("item=tea count=2"))
    let third = await conversation.submit(message("item=tea count=3"))
    #expect(await first.answer() == .failed(.interrupted))
    #expect(await second.answer() == .failed(.interrupted))
    #expect(await third.answer().text == "3 of tea?")
    #expect(await conversation.state?.turn == ReplyID(rawValue: 1))
    await gate.open()
  }

  @Test("interrupt lets a write that has begun go on to its end, with its reply")
  func writing() async throws {
    let gate = Gate()
    let orders = ScriptedTool("order.place") { (_, _) throws(ToolFailure) in
      await gate.pass()
      return ToolAnswer("placed", ["number": .string("T1")])
    }
    let floor = try await ShopFloor(tools: [ScriptedTool.stock, orders], policy: { $0.onBusy = .interrupt })
    _ = try await floor.talk("item=tea count=2")
    let conversation = try await floor.conversation()
    var yes = message("yes")
    yes.seen = await conversation.newestDelivered
    let writing = await conversation.submit(yes)
    await gate.someoneIsHeld()
    let next = await conversation.submit(message("item=rum"))
    await gate.open()
    #expect(await writing.answer().text == "Bought: T1.")
    #expect(await next.answer().text == "How many?")
  }

  @Test("messages that come right after one another are one turn, where their client can bear it")
  func gather() async throws {
    let floor = try await ShopFloor(policy: { $0.gather = .seconds(2) })
    let conversation = try await floor.conversation()
    let first = await conversation.submit(message("item=tea", gathers: true))
    await floor.time.sleepers()
    let second = await conversation.submit(message("count=2", "b", gathers: true))
    let plain = await conversation.submit(message("cancel"))
    floor.time.advance(by: .seconds(2))
    #expect(await first.answer().text == "2 of tea?")
    #expect(await second.answer() == first.answer())
    #expect(await plain.answer().text == "Not sold.")
    #expect(await conversation.state?.turn == ReplyID(rawValue: 2))
    let again = await conversation.submit(message("count=2", "b", gathers: true))
    await floor.time.sleepers()
    floor.time.advance(by: .seconds(2))
    let answer = await again.answer()
    #expect(answer.text == "2 of tea?" && answer.isRepeated)
  }
}
