import MuseDefinition
import MuseInterpreter
import MuseRuntime
import Testing

@Suite("A conversation")
struct ConversationTests {
  private func message(_ text: String, _ id: MessageID? = nil, seen: Int = 0) -> IncomingMessage {
    IncomingMessage(id: id, text: text, sender: "ann-1", seen: ReplyID(rawValue: seen))
  }

  @Test("a tea is bought")
  func booking() async throws {
    let orders = OrderBook()
    let floor = try await ShopFloor(tools: [ScriptedTool.stock, orders])
    #expect(
      try await floor.talk("hello", "item=tea", "count=2", "yes")
        == ["What would you like?", "How many?", "2 of tea?", "Bought: T1."])
    #expect(orders.orderCount == 1)
  }

  @Test("answers come in the order in which the messages were submitted")
  func order() async throws {
    let floor = try await ShopFloor()
    let conversation = try await floor.conversation()
    let first = await conversation.submit(message("hold item=tea"))
    let second = await conversation.submit(message("count=2"))
    await floor.understanding.gate.someoneIsHeld()
    await floor.understanding.gate.open()
    #expect(await second.answer().text == "2 of tea?")
    #expect(await first.answer().text == "How many?")
  }

  @Test("a yes to a question that had not been delivered buys nothing")
  func undeliveredQuestion() async throws {
    let orders = OrderBook()
    let floor = try await ShopFloor(tools: [ScriptedTool.stock, orders])
    let conversation = try await floor.conversation()
    _ = await conversation.submit(message("item=tea count=2")).answer()
    let answer = await conversation.submit(message("yes", seen: 0)).answer()
    #expect(answer.text.contains("2 of tea?"))
    #expect(orders.callCount == 0)
  }

  @Test("a repeated message gets the first turn's reply, and no second turn")
  func repeats() async throws {
    let floor = try await ShopFloor()
    let conversation = try await floor.conversation()
    let first = await conversation.submit(message("item=tea", "a")).answer()
    let again = await conversation.submit(message("item=tea", "a")).answer()
    guard case .reply(let reply, repeated: false) = first else {
      Issue.record("\(first)")
      return
    }
    #expect(again == .reply(reply, repeated: true))
    #expect(await conversation.state?.turn == ReplyID(rawValue: 1))
  }

  @Test("a message that is repeated while it waits or runs gets the same answer")
  func joins() async throws {
    let floor = try await ShopFloor()
    let conversation = try await floor.conversation()
    let running = await conversation.submit(message("hold item=tea", "a"))
    await floor.understanding.gate.someoneIsHeld()
    let waiting = await conversation.submit(message("count=2", "b"))
    let runningAgain = await conversation.submit(message("hold item=tea", "a"))
    let waitingAgain = await conversation.submit(message("count=2", "b"))
    await floor.understanding.gate.open()
    #expect(await running.answer() == runningAgain.answer())
    #expect(await waiting.answer() == waitingAgain.answer())
    #expect(await conversation.state?.turn == ReplyID(rawValue: 2))
  }

  @Test("more than twenty waiting messages are refused, and the others answered")
  func busy() async throws {
    let floor = try await ShopFloor()
    let conversation = try await floor.conversation()
    var pending = [await conversation.submit(message("hold"))]
    await floor.understanding.gate.someoneIsHeld()
    for _ in 1...21 { pending.append(await conversation.submit(message("hm"))) }
    #expect(await pending[21].answer() == .failed(.conversationBusy))
    await floor.understanding.gate.open()
    for answer in pending.prefix(21) { #expect(await answer.answer() != .failed(.conversationBusy)) }
  }

  @Test("an understanding that fails leaves the thread where it was")
  func notUnderstood() async throws {
    let floor = try await ShopFloor()
    let conversation = try await floor.conversation()
    _ = await conversation.submit(message("item=tea")).answer()
    let before = await conversation.state
    #expect(await conversation.submit(message("fail")).answer() == .failed(.languageModelFailed))
    #expect(await conversation.state == before)
  }

  @Test("an understanding that takes too long leaves the thread where it was")
  func tooLong() async throws {
    let floor = try await ShopFloor()
    let conversation = try await floor.conversation()
    let pending = await conversation.submit(message("hold item=tea"))
    await floor.time.sleepers()
    floor.time.advance(by: .seconds(30))
    #expect(await pending.answer() == .failed(.timedOut))
    #expect(await conversation.state?.turn == ReplyID.none)
    await floor.understanding.gate.open()
  }

  @Test("a turn that has used up its time reads no more, and is undone")
  func usedUp() async throws {
    let stock = ScriptedTool.stock
    let floor = try await ShopFloor(tools: [stock, OrderBook()], limits: .init(turn: .seconds(-1)))
    let conversation = try await floor.conversation()
    #expect(await conversation.submit(message("item=tea count=2")).answer() == .failed(.timedOut))
    #expect(stock.requests.isEmpty)
    #expect(await conversation.state?.turn == ReplyID.none)
  }

  @Test("listeners hear of everything in order")
  func events() async throws {
    let floor = try await ShopFloor()
    let conversation = try await floor.conversation()
    let events = await conversation.events()
    let incoming = message("item=tea", "a")
    let answer = await conversation.submit(incoming).answer()
    guard case .reply(let reply, _) = answer else {
      Issue.record("\(answer)")
      return
    }
    await conversation.delivered(reply.id)
    var heard: [ConversationEvent] = []
    for await event in events {
      heard.append(event)
      if event == .delivered(reply.id) { break }
    }
    #expect(heard.first == .heard(incoming))
    #expect(heard.map(\.name) == ["heard", "turnStarted", "advanced", "reply", "delivered"])
  }

  @Test("a reply is undelivered until it is reported, and then journalled once")
  func deliveries() async throws {
    let floor = try await ShopFloor()
    let conversation = try await floor.conversation()
    _ = await conversation.submit(message("item=tea")).answer()
    #expect(await conversation.undelivered().map(\.text) == ["How many?"])
    #expect(await conversation.newestDelivered == .none)
    for _ in 1...3 { await conversation.delivered(ReplyID(rawValue: 1)) }
    await conversation.delivered(ReplyID(rawValue: 9))
    await conversation.idle()
    #expect(await conversation.undelivered().isEmpty)
    #expect(await conversation.newestDelivered == ReplyID(rawValue: 1))
    let journal = try await floor.store.journal(of: ShopFloor.thread)
    #expect(journal.compactMap(\.record.reportedDelivery) == [ReplyID(rawValue: 1)])
  }

  @Test("a turn without a write is stored at once; a write cuts it")
  func segments() async throws {
    let store = FailingStore(InMemoryCheckpointStore(), .refuses, at: .max)
    let floor = try await ShopFloor(store)
    _ = try await floor.talk("item=tea count=2")
    #expect(await store.appends == 2)
    _ = try await floor.talk("yes")
    #expect(await store.appends == 5)
    let kinds = try await store.journal(of: ShopFloor.thread).map(\.record.kind)
    #expect(
      kinds == [
        "began", "heard", "result", "segment", "delivered", "heard", "segment", "result", "segment", "delivered",
      ])
  }
}

extension ConversationEvent {
  fileprivate var name: String { String("\(self)".prefix { $0 != "(" }) }
}

extension JournalRecord {
  var kind: String { String("\(self)".prefix { $0 != "(" }) }

  var reportedDelivery: ReplyID? {
    guard case .delivered(let reply, _) = self else { return nil }
    return reply
  }
}
