import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
import Testing

@Suite("Threads whose time is over")
struct ForgettingTests {
  private static let day = Duration.seconds(86_400)

  @Test("a thread is forgotten so many days after the last of it, whole, and never gives an id of a write again")
  func forgotten() async throws {
    let orders = OrderBook()
    let disk = InMemoryCheckpointStore()
    let floor = try await ShopFloor(disk, retention: disk, tools: [ScriptedTool.stock, orders])
    #expect(try await floor.talk("item=tea count=1", "yes").last == "Bought: T1.")
    floor.time.advance(by: Self.day * 30 - .seconds(1))
    #expect(try await floor.directory.forgetExpired() == 0)
    floor.time.advance(by: .seconds(1))
    #expect(try await floor.directory.forgetExpired() == 1)
    #expect(try await floor.store.threads() == [])
    #expect(try await floor.talk("item=tea count=1", "yes") == ["1 of tea?", "Bought: T2."])
    let report = try await Replay.run(ShopFloor.thread, store: floor.store, archive: floor.store)
    #expect(report.difference == nil && report.turns == 2)
  }

  @Test("a person may have what is kept of their thread, and have it deleted; then the thread is a new one that goes on counting")
  func erased() async throws {
    let disk = InMemoryCheckpointStore()
    let floor = try await ShopFloor(disk, retention: disk)
    #expect(await floor.directory.erase("ann-1") == .unknown)
    _ = try await floor.talk("item=tea count=1", "yes")
    let feed = try await floor.conversation().follow()
    let file = try await floor.directory.export("ann-1")
    #expect(Replay.run(file).difference == nil && Replay.run(file).turns == 2)
    #expect(await floor.directory.erase("ann-1") == .erased)
    #expect(await floor.directory.erase("ann-1") == .unknown)
    #expect(try await floor.store.threads() == [])
    #expect(try await floor.directory.export("ann-1").journal == [])
    #expect(try await floor.talk("item=tea count=1", "yes") == ["1 of tea?", "Bought: T2."])
    let snapshot = try #require(try await floor.conversation().snapshot)
    #expect(snapshot.newest > feed.snapshot.newest)
    let missed = try await floor.conversation().missed(by: feed.snapshot.newest, upTo: snapshot)
    #expect(missed == .impossible(.tooOld))
  }

  @Test("a thread in the middle of a turn is not deleted, and neither is one whose store forgets nothing")
  func notErased() async throws {
    let gate = Gate()
    let stock = ScriptedTool("stock.look") { (_, _) throws(ToolFailure) in
      await gate.pass()
      return ToolAnswer("there")
    }
    let disk = InMemoryCheckpointStore()
    let floor = try await ShopFloor(disk, retention: disk, tools: [stock, OrderBook()])
    let conversation = try await floor.conversation()
    let pending = await conversation.submit(
      IncomingMessage(text: "item=tea count=1", sender: "ann-1", seen: .none))
    await gate.someoneIsHeld()
    #expect(await floor.directory.erase("ann-1") == .busy)
    await gate.open()
    _ = await pending.answer()
    #expect(try await ShopFloor(disk).directory.erase("ann-1") == .failed)
  }

  @Test("whoever talks meanwhile is not forgotten, whether the thread is in memory or not")
  func talking() async throws {
    let disk = InMemoryCheckpointStore()
    let floor = try await ShopFloor(disk, retention: disk, limit: 1)
    for thread in ["a", "b"] as [ThreadID] { _ = try await floor.talk("item=tea", in: thread) }
    floor.time.advance(by: Self.day * 20)
    #expect(try await floor.talk("count=2", in: "a") == ["2 of tea?"])
    floor.time.advance(by: Self.day * 10)
    #expect(try await floor.directory.forgetExpired() == 1)
    #expect(try await floor.store.threads() == ["a"])
    #expect(try await floor.talk("yes", in: "a") == ["Bought: T1."])
    #expect(try await floor.talk("count=2", in: "b") == ["What would you like?"])
  }

  @Test("a thread in which a call is at work is kept, however old it is")
  func working() async throws {
    let disk = InMemoryCheckpointStore()
    try await Self.leaveUnfinished(on: disk)
    let floor = try await ShopFloor(disk, retention: disk)
    floor.time.advance(by: Self.day * 400)
    #expect(try await floor.directory.forgetExpired() == 0)
    #expect(await disk.threads() == ["ann-1"])
  }

  /// What a process left behind that ended while its write was at work.
  private static func leaveUnfinished(on disk: InMemoryCheckpointStore) async throws {
    let other = InMemoryCheckpointStore()
    let floor = try await ShopFloor(other)
    _ = try await floor.talk("item=tea count=1")
    let checkpoint = try #require(await other.load("ann-1")?.checkpoint)
    let commit = Commit(
      first: 1, records: await other.journal(of: "ann-1").map(\.record), checkpoint: checkpoint, rest: Rest(isWorking: true))
    try await disk.append(commit, to: "ann-1")
  }

  @Test("it is done at the start and every hour, by the clock that was given")
  func hourly() async throws {
    let disk = InMemoryCheckpointStore()
    let floor = try await ShopFloor(disk, retention: disk)
    _ = try await floor.talk("item=tea")
    let keeping = Task { await floor.directory.keepTime() }
    await floor.time.sleepers(2)
    floor.time.advance(by: Self.day * 31)
    await floor.time.sleepers(2)
    #expect(try await floor.store.threads() == [])
    keeping.cancel()
    await keeping.value
  }
}

extension ForgettingTests {
  @Test("a thread that could not be forgotten, or of which nobody knows, is forgotten the next time", arguments: 1...3)
  func failing(at: Int) async throws {
    for trouble in [FailingStore.Trouble.refuses, .loses] {
      let disk = InMemoryCheckpointStore()
      _ = try await ShopFloor(disk, retention: disk).talk("item=tea")
      let failing = FailingStore(disk, trouble, at: at, of: .everything)
      let floor = try await ShopFloor(failing, retention: failing)
      floor.time.advance(by: .seconds(86_400 * 31))
      _ = try? await floor.directory.forgetExpired()
      _ = try? await floor.directory.forgetExpired()
      #expect(await disk.threads() == [])
      #expect(try await floor.talk("item=tea") == ["How many?"])
    }
  }
}
