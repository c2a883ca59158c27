import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
import Testing

@Suite("The history of a thread")
struct HistoryTests {
  /// What a follower got until the thread was idle.
  private static func entries(_ feed: HistoryFeed, upTo newest: Int) async -> [HistoryEntry] {
    var entries: [HistoryEntry] = []
    guard newest > feed.snapshot.newest else { return [] }
    for await case .entries(let new) in feed.live {
      entries += new
      if entries.last?.number == newest { break }
    }
    return entries
  }

  private static func missed(by number: Int, in conversation: Conversation) async throws -> [HistoryEntry] {
    let snapshot = try #require(await conversation.snapshot)
    guard case .entries(let entries) = try await conversation.missed(by: number, upTo: snapshot) else {
      Issue.record("nothing can be resumed after \(number)")
      return []
    }
    return entries
  }

  @Test("a turn is told from what began it to what it awaits")
  func oneTurn() async throws {
    let floor = try await ShopFloor()
    let conversation = try await floor.conversation()
    let feed = try await conversation.follow()
    #expect(feed.snapshot.newest == 0)
    _ = try await floor.say("item=tea", id: "m1")
    let newest = try #require(await conversation.snapshot).newest
    let entries = await Self.entries(feed, upTo: newest)
    #expect(entries.map(\.number) == Array(1...newest))
    #expect(entries.allSatisfy { $0.turn == ReplyID(rawValue: 1) })
    #expect(entries.first?.content == .turnStarted(.message("m1", text: "item=tea")))
    #expect(entries.contains { $0.content == .slotChanged("item", .filled("tea")) })
    let reply = try #require(await floor.store.answer(to: .message("m1"), in: ShopFloor.thread))
    #expect(entries.suffix(2).first?.content == .reply(reply))
    guard case .turnEnded(let awaited?) = entries.last?.content else {
      Issue.record("\(entries)")
      return
    }
    #expect(awaited.verb == "ask" && awaited.slots.contains("count"))
  }

  @Test("what is read out of the journal is what was told live, from whatever entry on, after a restart too")
  func resumed() async throws {
    let store = InMemoryCheckpointStore()
    let floor = try await ShopFloor(store)
    let feed = try await floor.conversation().follow()
    _ = try await floor.talk("hello", "item=tea", "count=2", "yes", "item=rum count=3", "no")
    let newest = try #require(try await floor.conversation().snapshot).newest
    let told = await Self.entries(feed, upTo: newest)
    for floor in [floor, try await ShopFloor(store)] {
      let conversation = try await floor.conversation()
      for number in 0...newest {
        #expect(try await Self.missed(by: number, in: conversation) == Array(told.dropFirst(number)))
      }
    }
    let again = try await ShopFloor(store)
    let next = try await again.conversation().follow()
    #expect(next.snapshot.newest == newest)
    _ = try await again.talk("item=tea")
    #expect(try await Self.missed(by: newest, in: again.conversation()).first?.number == newest + 1)
  }

  @Test(
    "whichever append goes wrong, and however, no number is missing and none is given twice",
    arguments: FailingStore.Trouble.allCases, 1...9)
  func failingStore(trouble: FailingStore.Trouble, at: Int) async throws {
    let disk = InMemoryCheckpointStore()
    let failing = FailingStore(disk, trouble, at: at)
    let orders = OrderBook()
    var floor = try await ShopFloor(failing, tools: [ScriptedTool.stock, orders])
    var told: [HistoryEntry] = []
    for (number, line) in ["hello", "item=tea", "count=2", "yes"].enumerated() {
      for _ in 1...3 {
        if case .reply? = try? await floor.say(line, id: MessageID(rawValue: "m\(number)")), await !failing.isDead { break }
        if await failing.isDead { floor = try await ShopFloor(disk, tools: [ScriptedTool.stock, orders]) }
      }
      told += try await Self.missed(by: told.last?.number ?? 0, in: floor.conversation())
    }
    let conversation = try await ShopFloor(disk).conversation()
    let whole = try await Self.missed(by: 0, in: conversation)
    #expect(whole.map(\.number) == Array(1...whole.count))
    #expect(told == Array(whole.prefix(told.count)))
    #expect(orders.orderCount == 1)
  }

  @Test("a number that the thread has not given cannot be resumed from")
  func ahead() async throws {
    let floor = try await ShopFloor()
    _ = try await floor.talk("item=tea")
    let conversation = try await floor.conversation()
    let snapshot = try #require(await conversation.snapshot)
    #expect(try await conversation.missed(by: snapshot.newest + 1, upTo: snapshot) == .impossible(.ahead))
    #expect(snapshot.slots == ["item": "tea"])
    #expect(snapshot.awaiting?.verb == "ask")
  }

  @Test("a feed that nobody reads ends, and has no gap before its end")
  func slow() async throws {
    let floor = try await ShopFloor()
    let conversation = try await floor.conversation()
    let feed = try await conversation.follow()
    for _ in 0..<600 { _ = try await floor.talk("hello") }
    var numbers: [Int] = []
    for await case .entries(let entries) in feed.live { numbers += entries.map(\.number) }
    #expect(numbers == Array(1...numbers.count))
  }

  @Test("a turn that only reads is called off, and so is a message that waits for its turn")
  func cancel() async throws {
    let gate = Gate()
    let stock = ScriptedTool("stock.look") { (attempt, _) throws(ToolFailure) in
      if attempt == 1 { await gate.pass() }
      return ToolAnswer("there")
    }
    let floor = try await ShopFloor(tools: [stock, OrderBook()])
    let conversation = try await floor.conversation()
    func message(_ text: String, _ id: MessageID) -> IncomingMessage {
      IncomingMessage(id: id, text: text, sender: "ann-1", seen: .none)
    }
    #expect(await conversation.cancel(nil) == .nothing)
    let first = await conversation.submit(message("item=tea count=1", "a"))
    await gate.someoneIsHeld()
    let second = await conversation.submit(message("item=tea count=2", "b"))
    let third = await conversation.submit(message("item=tea count=3", "c"))
    #expect(await conversation.cancel("b") == .asked)
    #expect(await conversation.cancel("nobody") == .nothing)
    #expect(await conversation.cancel("a") == .asked)
    #expect(await first.answer() == .failed(.interrupted))
    #expect(await second.answer() == .failed(.interrupted))
    #expect(await third.answer().text == "3 of tea?")
    await gate.open()
    #expect(
      try await Self.missed(by: 0, in: conversation).first?.content == .turnStarted(.message("c", text: "item=tea count=3")))
  }
}
