import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
import Testing

@Suite("Errands in a world that breaks")
struct ErrandCrashTests {
  /// What a patient world does, step by step: what got no answer is tried again, after a restart where the process died.
  fileprivate struct Patience {
    let disk = InMemoryCheckpointStore()
    let failing: FailingStore
    let shops = Errand.shops()
    let time = ManualTimeSource()
    var world: ErrandWorld
    var heard: [String] = []
    private var isRestarted = false

    init(_ trouble: FailingStore.Trouble, at: Int, of counting: FailingStore.Counting) async throws {
      failing = FailingStore(disk, trouble, at: at, of: counting)
      world = try await ErrandWorld(failing, shops: shops, time: time)
    }

    /// - Parameter step: true when it is done.
    mutating func insist(_ step: (inout Patience) async throws -> Bool) async throws {
      for _ in 1...4 {
        if (try? await step(&self)) == true { break }
        try await restartIfDead()
      }
      try await restartIfDead()
      try await listen()
    }

    private mutating func restartIfDead() async throws {
      guard await failing.isDead else { return }
      guard !isRestarted else { return }
      isRestarted = true
      world = try await ErrandWorld(disk, shops: shops, time: time)
      try await world.directory.recover()
    }

    /// The person takes what waits for them; each reply once.
    mutating func listen() async throws {
      guard let missed = try? await world.missed() else {
        try await restartIfDead()
        for text in try await world.missed() { hear(text) }
        return
      }
      for text in missed { hear(text) }
      guard await failing.isDead, !isRestarted else { return }
      try await restartIfDead()
      try await listen()
    }

    /// A reply whose delivery was not stored comes again.
    mutating func hear(_ text: String) {
      if heard.last != text { heard.append(text) }
    }

    mutating func say(_ text: String, id: MessageID) async throws {
      try await insist { world in
        guard case .reply(let reply, _) = try await world.world.say(text, id: id) else { return false }
        world.hear(reply.relayed ? "(relayed)" : reply.text)
        return true
      }
    }
  }

  private static let expected = [
    "It comes soon.\n\nOrdered: N1, S1 and E1.", "Still on its way.", "It is at the door. I fetch somebody.", "(relayed)",
    "Here is your tea.", "What else?\n\nWhat shall I get?", "Are you there?", "Sorry.",
  ]

  @Test(
    "whichever append goes wrong, and however, the same is heard and each shop has one order",
    arguments: FailingStore.Trouble.allCases, 1...24)
  func everyAppend(trouble: FailingStore.Trouble, at: Int) async throws {
    try await run(trouble, at: at, of: .appends)
  }

  @Test(
    "whichever call of the store goes wrong, and however, the same is heard and each shop has one order",
    arguments: FailingStore.Trouble.allCases, 1...70)
  func everyCall(trouble: FailingStore.Trouble, at: Int) async throws {
    try await run(trouble, at: at, of: .everything)
  }

  private func run(_ trouble: FailingStore.Trouble, at: Int, of counting: FailingStore.Counting) async throws {
    var patience = try await Patience(trouble, at: at, of: counting)
    try await patience.say("item=tea", id: "m1")
    try await patience.insist { try await $0.fire() }
    try await patience.insist { try await $0.world.arrive().isTaken }
    try await patience.say("Hello?", id: "m2")
    try await patience.insist { try await $0.world.staff(.says("Here is your tea."), id: "d1").isTaken }
    try await patience.insist { try await $0.world.staff(.returns, id: "d2").isTaken }
    try await patience.insist { try await $0.fire() }
    try await patience.say("cancel", id: "m3")
    #expect(patience.heard == Self.expected)
    #expect(Set(patience.shops.requests.map(\.key)).count == 3)
    let report = try await Replay.run(ErrandWorld.thread, store: patience.disk, archive: patience.disk)
    #expect(report.difference == nil)
  }
}

extension ErrandCrashTests.Patience {
  /// Lets the next timer fire; true when it is gone.
  fileprivate mutating func fire() async throws -> Bool {
    guard let due = try await world.directory.nextTimer() else { return false }
    if let length = due.since(time.now()), length > .zero { time.advance(by: length) }
    try await world.directory.fireDueTimers()
    return try await world.directory.nextTimer() != due
  }
}

extension Reception {
  fileprivate var isTaken: Bool {
    switch self {
    case .taken: true
    case .ignored, .failed: false
    }
  }
}
