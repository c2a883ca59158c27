import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
import Testing

@Suite("Restarts and failing stores")
struct RestartTests {
  private static let lines = ["hello", "item=tea", "count=2", "yes", "item=rum count=3", "no"]
  private static let replies = [
    "What would you like?", "How many?", "2 of tea?", "Bought: T1.", "3 of rum?", "Not sold.",
  ]

  /// Says all lines as a patient client does: what got no reply is sent again under its id, after a restart where the process
  /// died.
  private func talk(
    _ trouble: FailingStore.Trouble, at: Int, of counting: FailingStore.Counting = .appends, _ orders: OrderBook
  ) async throws -> [String] {
    let disk = InMemoryCheckpointStore()
    let tools: [any Tool] = [ScriptedTool.stock, orders]
    let failing = FailingStore(disk, trouble, at: at, of: counting)
    var floor = try await ShopFloor(failing, tools: tools)
    var heard: [MessageID: String] = [:]
    for (number, line) in Self.lines.enumerated() {
      let id = MessageID(rawValue: "m\(number)")
      for _ in 1...3 where heard[id] == nil {
        if case .reply(let reply, _)? = try? await floor.say(line, id: id) { heard[id] = reply.text }
        if await failing.isDead, heard[id] == nil || number == Self.lines.count - 1 {
          floor = try await ShopFloor(disk, tools: tools)
          try await floor.directory.recover()
        }
      }
    }
    let report = try await Replay.run(ShopFloor.thread, store: disk, archive: disk)
    #expect(report.difference == nil)
    return Self.lines.indices.map { heard[MessageID(rawValue: "m\($0)")] ?? "(nothing)" }
  }

  @Test(
    "whichever append goes wrong, and however, the talk is the same and one tea is bought",
    arguments: FailingStore.Trouble.allCases, 1...15)
  func everyAppend(trouble: FailingStore.Trouble, at: Int) async throws {
    let orders = OrderBook()
    #expect(try await talk(trouble, at: at, orders) == Self.replies)
    #expect(orders.orderCount == 1)
  }

  @Test(
    "whichever call of the store goes wrong, and however, the talk is the same and one tea is bought",
    arguments: FailingStore.Trouble.allCases, 1...40)
  func everyCall(trouble: FailingStore.Trouble, at: Int) async throws {
    let orders = OrderBook()
    #expect(try await talk(trouble, at: at, of: .everything, orders) == Self.replies)
    #expect(orders.orderCount == 1)
  }

  @Test("a turn that could not be stored has not happened")
  func refused() async throws {
    let store = FailingStore(InMemoryCheckpointStore(), .refuses, at: 3)
    let floor = try await ShopFloor(store)
    _ = try await floor.talk("item=tea")
    let before = try await floor.conversation().state
    #expect(try await floor.talk("count=2") == ["STATE_UNAVAILABLE"])
    #expect(try await floor.conversation().state == before)
    #expect(try await floor.talk("count=2") == ["2 of tea?"])
  }

  /// A thread whose process died when its write had begun.
  private func cutOff(_ disk: InMemoryCheckpointStore, _ sources: GraphSources, _ tools: [any Tool]) async throws {
    // began … segment | delivered | heard, segment with the write | result …
    let floor = try await ShopFloor(FailingStore(disk, .killsBefore, at: 4), sources: sources, tools: tools)
    _ = try await floor.talk("item=tea count=2")
    _ = try? await floor.say("yes", id: "the-yes")
  }

  @Test("a write that was cut off is finished at start-up, under the same key, and its reply waits")
  func recovery() async throws {
    let disk = InMemoryCheckpointStore()
    let orders = OrderBook()
    try await cutOff(disk, Shop.sources(), [ScriptedTool.stock, orders])
    #expect(await disk.find(.working).map(\.id) == [ShopFloor.thread])
    let floor = try await ShopFloor(disk, tools: [ScriptedTool.stock, orders])
    #expect(try await floor.directory.recover() == [])
    #expect(await disk.find(.working).map(\.id) == [])
    #expect(orders.callCount == 2)
    #expect(orders.orderCount == 1)
    let conversation = try await floor.conversation()
    #expect(await conversation.undelivered().map(\.text) == ["Bought: T1."])
    let again = try await floor.say("yes", id: "the-yes")
    #expect(again.text == "Bought: T1.")
    #expect(again.isRepeated)
  }

  @Test("a thread left where a write has failed goes on after a restart, under the same yes and the same key")
  func leftAtRetry() async throws {
    let disk = InMemoryCheckpointStore()
    let orders = ScriptedTool("order.place") { (attempt, _) throws(ToolFailure) in
      if attempt == 1 { throw .notDone(reason: "down") }
      return ToolAnswer("placed", ["number": .string("T1")])
    }
    let floor = try await ShopFloor(disk, sources: Shop.retryingSources, tools: [ScriptedTool.stock, orders])
    _ = try await floor.talk("item=tea count=2")
    #expect(try await floor.say("yes").text == "Shall I try again?")
    let restarted = try await ShopFloor(disk, sources: Shop.retryingSources, tools: [ScriptedTool.stock, orders])
    #expect(try await restarted.directory.recover() == [])
    #expect(try await restarted.say("yes").text == "Bought: T1.")
    #expect(orders.requests.count == 2)
    #expect(Set(orders.requests.map(\.key)).count == 1)
  }

  @Test("a write that may never be repeated is unsure after a restart")
  func neverRepeated() async throws {
    let disk = InMemoryCheckpointStore()
    let orders = OrderBook()
    try await cutOff(disk, Shop.sources(repeats: "never"), [ScriptedTool.stock, orders])
    let floor = try await ShopFloor(disk, sources: Shop.sources(repeats: "never"), tools: [ScriptedTool.stock, orders])
    // Nobody called `recover`: whoever connects waits for it.
    let conversation = try await floor.conversation()
    #expect(await conversation.undelivered().map(\.text) == ["I cannot tell."])
    #expect(orders.callCount == 1)
  }

  @Test("a reply whose delivery was not stored comes again as missed")
  func missedReply() async throws {
    let disk = InMemoryCheckpointStore()
    let floor = try await ShopFloor(FailingStore(disk, .killsBefore, at: 2))
    _ = try await floor.say("item=tea")
    let restarted = try await ShopFloor(disk)
    let conversation = try await restarted.conversation()
    #expect(await conversation.undelivered().map(\.text) == ["How many?"])
    #expect(await conversation.newestDelivered == .none)
  }

  @Test("a thread whose checkpoints are lost is computed again from its journal")
  func lostCheckpoints() async throws {
    let disk = InMemoryCheckpointStore()
    _ = try await ShopFloor(disk).talk("item=tea count=2", "yes", "item=rum")
    let before = try #require(await disk.load(ShopFloor.thread)?.checkpoint?.state)
    let floor = try await ShopFloor(DamagedStore(disk, keepsJournal: true))
    #expect(try await floor.conversation().state?.slots == before.slots)
    #expect(try await floor.talk("count=3", "yes") == ["3 of rum?", "Bought: T1."])
    let report = try await Replay.run(ShopFloor.thread, store: disk, archive: disk)
    #expect(report.difference == nil)
  }

  @Test("a thread whose state is lost begins anew, says so once, and gives no id twice")
  func lostState() async throws {
    let disk = InMemoryCheckpointStore()
    let orders = OrderBook()
    _ = try await ShopFloor(disk, tools: [ScriptedTool.stock, orders]).talk("item=tea count=2", "yes", "item=rum")
    let floor = try await ShopFloor(DamagedStore(disk), tools: [ScriptedTool.stock, orders])
    #expect(
      try await floor.talk("hello", "hello", "item=tea count=2", "yes")
        == ["STATE_RECOVERED", "What would you like?", "2 of tea?", "Bought: T2."])
    #expect(orders.orderCount == 2)
    let report = try await Replay.run(ShopFloor.thread, store: disk, archive: disk)
    #expect(report.difference == nil)
  }
}

/// A store that cannot read the state of a thread until it was stored anew.
private actor DamagedStore: CheckpointStore, ThreadArchive {
  private let inner: InMemoryCheckpointStore
  private let keepsJournal: Bool
  private var isDamaged = true

  init(_ inner: InMemoryCheckpointStore, keepsJournal: Bool = false) {
    self.inner = inner
    self.keepsJournal = keepsJournal
  }

  func append(_ commit: Commit, to thread: ThreadID) async throws(StoreFailure) {
    try await inner.append(commit, to: thread)
    isDamaged = false
  }

  func load(_ thread: ThreadID) async throws(StoreFailure) -> StoredThread? {
    var stored = await inner.load(thread)
    guard isDamaged else { return stored }
    stored?.checkpoint = nil
    stored?.later = keepsJournal ? await inner.journal(of: thread) : []
    stored?.damage = ["all of it"]
    return stored
  }

  func answer(to input: InputID, in thread: ThreadID) async throws(StoreFailure) -> Reply? {
    await inner.answer(to: input, in: thread)
  }
  func find(_ wanted: WantedThreads) async throws(StoreFailure) -> [RestingThread] { await inner.find(wanted) }
  func journal(of thread: ThreadID, newest limit: Int) async throws(StoreFailure) -> [JournalEntry] {
    await inner.journal(of: thread, newest: limit)
  }
  func keep(_ sources: GraphSources) async throws(StoreFailure) { await inner.keep(sources) }
  func sources(of fingerprint: Fingerprint) async throws(StoreFailure) -> GraphSources? { await inner.sources(of: fingerprint) }
  func threads() async throws(StoreFailure) -> [ThreadID] { await inner.threads() }
}
