import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
import Testing

@Suite("Turns that no message begins, and work of all kinds")
struct ErrandTests {
  private static let ordered = "It comes soon.\n\nOrdered: N1, S1 and E1."

  @Test("an errand from its first message to its end")
  func whole() async throws {
    let shops = Errand.shops()
    let world = try await ErrandWorld(shops: shops)
    #expect(try await world.say("item=tea").text == Self.ordered)
    #expect(Set(shops.requests.map(\.key)).count == 3)
    #expect(try await world.passTime() == ["Still on its way."])
    #expect(try await world.passTime() == [])
    guard case .taken(let reply?, repeated: false) = try await world.arrive() else {
      Issue.record("The event was not taken.")
      return
    }
    #expect(reply.answers == nil)
    #expect(try await world.missed() == ["It is at the door. I fetch somebody."])
    #expect(await world.desk.openHandoffs.map(\.queue) == ["door"])
    guard case .reply(let relayed, _) = try await world.say("Hello?") else {
      Issue.record("A message was not relayed.")
      return
    }
    #expect(relayed.relayed)
    _ = try await world.staff(.takes, id: "d1")
    _ = try await world.staff(.says("Here is your tea."), id: "d2")
    #expect(try await world.missed() == ["Here is your tea."])
    _ = try await world.staff(.returns, id: "d3")
    #expect(try await world.missed() == ["What else?\n\nWhat shall I get?"])
    #expect(await world.desk.openHandoffs == [])
    let report = try await Replay.run(ErrandWorld.thread, store: world.store, archive: world.store)
    #expect(report.difference == nil)
    #expect(report.turns == 7)
  }

  @Test("without a language model the graph goes its other way")
  func without() async throws {
    let world = try await ErrandWorld(model: nil)
    #expect(try await world.say("item=tea").text == "Ordered: N1, S1 and E1.")
  }

  @Test("what a language model says is heard while it is said")
  func streaming() async throws {
    let world = try await ErrandWorld()
    let events = try await world.directory.conversation(ErrandWorld.thread).events()
    _ = try await world.say("item=tea")
    var words = ""
    for await event in events {
      if case .speaking(.said(_, let piece)) = event { words += piece }
      if case .reply = event { break }
    }
    #expect(words == "It comes soon.")
  }

  @Test("work that a turn waits for is done at the same time, and no more of it than the graph wants")
  func atOnce() async throws {
    let gate = Gate()
    let shops = ScriptedTool("shop.order") { (_, _) throws(ToolFailure) in
      await gate.pass()
      return ToolAnswer("placed", ["number": .string("X")])
    }
    let world = try await ErrandWorld(shops: shops)
    async let answer = world.say("item=tea")
    while shops.requests.count < 2 { await Task.yield() }
    #expect(shops.requests.count == 2)
    await gate.open()
    #expect(try await answer.text == "It comes soon.\n\nOrdered: X, X and X.")
    #expect(shops.requests.count == 3)
  }

  @Test("silence counts from the delivery of the question, step by step")
  func silence() async throws {
    let world = try await ErrandWorld()
    #expect(try await world.directory.nextTimer() == nil)
    _ = try await world.say("hello")
    #expect(try await world.directory.nextTimer() == world.time.now().adding(.seconds(30)))
    #expect(try await world.passTime() == ["Are you there?"])
    #expect(try await world.passTime() == ["I will be here."])
    #expect(try await world.directory.nextTimer() == nil)
  }

  @Test("an event that is not waited for is ignored; one that was taken is not taken again")
  func events() async throws {
    let world = try await ErrandWorld()
    #expect(try await world.arrive() == .ignored)
    _ = try await world.say("item=tea")
    guard case .taken(let first, repeated: false) = try await world.arrive() else {
      Issue.record("The event was not taken.")
      return
    }
    #expect(try await world.arrive() == .taken(first, repeated: true))
    #expect(try await world.arrive(id: "arrival-2") == .ignored)
  }

  @Test("an event that the graph does not declare, or with other fields, is refused")
  func wrongEvents() async throws {
    let world = try await ErrandWorld()
    await #expect(throws: ConversationDirectory.EventRefusal.unknownEvent("gone")) {
      try await world.directory.event("gone", fields: [:], id: "e", to: ErrandWorld.thread)
    }
    await #expect(throws: ConversationDirectory.EventRefusal.badFields("“place” must be a string.")) {
      try await world.directory.event("arrived", fields: ["place": 5], id: "e", to: ErrandWorld.thread)
    }
  }

  @Test("whoever is connected hears at once what nobody asked for")
  func notices() async throws {
    let world = try await ErrandWorld()
    _ = try await world.say("item=tea")
    let (missed, unasked) = try await world.directory.conversation(ErrandWorld.thread).attend()
    #expect(missed == [])
    _ = try await world.arrive()
    var iterator = unasked.makeAsyncIterator()
    #expect(await iterator.next()?.text == "It is at the door. I fetch somebody.")
  }

  @Test("after a restart the desk knows who waits, and timers fire that were late")
  func restart() async throws {
    let disk = InMemoryCheckpointStore()
    let world = try await ErrandWorld(disk)
    _ = try await world.say("item=tea")
    _ = try await world.arrive()
    world.time.advance(by: .seconds(600))
    let restarted = try await ErrandWorld(disk, time: world.time)
    try await restarted.directory.recover()
    #expect(await restarted.desk.openHandoffs.map(\.thread) == [ErrandWorld.thread])
    let keeping = Task { await restarted.directory.keepTime() }
    let (missed, unasked) = try await restarted.directory.conversation(ErrandWorld.thread).attend()
    if !missed.contains(where: { $0.text == "Nobody is there." }) {
      var iterator = unasked.makeAsyncIterator()
      #expect(await iterator.next()?.text == "Nobody is there.")
    }
    keeping.cancel()
    await keeping.value
    #expect(await restarted.desk.openHandoffs == [])
  }

  @Test("lines that were said are read by whoever takes over")
  func lines() async throws {
    let world = try await ErrandWorld()
    _ = try await world.say("item=tea")
    _ = try await world.arrive()
    _ = try await world.say("Hello?")
    _ = try await world.staff(.says("Here."), id: "d1")
    let lines = SaidLine.lines(in: try await world.store.journal(of: ErrandWorld.thread))
    #expect(
      lines.map { "\($0.name ?? $0.speaker.rawValue): \($0.text)" } == [
        "person: item=tea", "graph: \(Self.ordered)", "graph: It is at the door. I fetch somebody.", "person: Hello?",
        "Tom: Here.",
      ])
  }
}
