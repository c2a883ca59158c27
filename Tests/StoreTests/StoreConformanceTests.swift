import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
import Testing

@Suite("Every store")
struct StoreConformanceTests {
  @Test("an unknown thread is nothing", arguments: StoreUnderTest.allCases)
  func unknown(kind: StoreUnderTest) async throws {
    let store = try kind.make()
    #expect(try await store.load("ann") == nil)
    #expect(try await store.answer(to: .message("m1"), in: "ann") == nil)
    #expect(try await store.journal(of: "ann") == [])
    #expect(try await store.threads() == [])
    #expect(try await store.find(.working) == [])
  }

  @Test("the newest checkpoint is loaded, later deliveries, and what is undelivered", arguments: StoreUnderTest.allCases)
  func loading(kind: StoreUnderTest) async throws {
    let store = try kind.make()
    var commits = try Commits()
    let first = commits.turn()
    let second = commits.turn()
    let delivery = commits.delivery(1)
    for commit in [first, second, delivery] { try await store.append(commit, to: "ann") }
    let replies = (first.records + second.records).compactMap(\.reply)
    #expect(
      try await store.load("ann")
        == StoredThread(
          checkpoint: second.checkpoint, later: [JournalEntry(number: 5, record: delivery.records[0])],
          undelivered: [replies[1]], nextRecord: 6))
    #expect(try await store.answer(to: .message("m1"), in: "ann") == replies[0])
    #expect(try await store.answer(to: .message("m2"), in: "ann") == replies[1])
    #expect(try await store.answer(to: .message("m1"), in: "bob") == nil)
  }

  @Test("the journal has every record, in order", arguments: StoreUnderTest.allCases)
  func journal(kind: StoreUnderTest) async throws {
    let store = try kind.make()
    var commits = try Commits()
    let all = [commits.turn(), commits.delivery(1), commits.turn(), commits.delivery(2)]
    for commit in all { try await store.append(commit, to: "ann") }
    let records = all.flatMap(\.records)
    #expect(try await store.journal(of: "ann").map(\.record) == records)
    #expect(try await store.journal(of: "ann").map(\.number) == Array(1...records.count))
  }

  @Test("an append at the wrong place stores nothing", arguments: StoreUnderTest.allCases)
  func wrongPlace(kind: StoreUnderTest) async throws {
    let store = try kind.make()
    var commits = try Commits()
    let first = commits.turn()
    let second = commits.turn()
    await #expect(throws: StoreFailure.self) { try await store.append(second, to: "ann") }
    #expect(try await store.load("ann") == nil)
    try await store.append(first, to: "ann")
    await #expect(throws: StoreFailure.self) { try await store.append(first, to: "ann") }
    #expect(try await store.load("ann")?.nextRecord == 3)
    #expect(try await store.journal(of: "ann").count == 2)
  }

  @Test("threads with a pending call are unfinished until the next checkpoint", arguments: StoreUnderTest.allCases)
  func unfinished(kind: StoreUnderTest) async throws {
    let store = try kind.make()
    for thread in ["b", "a", "c"] as [ThreadID] {
      var commits = try Commits()
      try await store.append(commits.turn(), to: thread)
      if thread != "c" { try await store.append(commits.call(), to: thread) }
    }
    #expect(try await store.find(.working).map(\.id) == ["a", "b"])
    #expect(try await store.load("a")?.checkpoint?.state.pendingWork.first?.id == EffectID(rawValue: 1))
    #expect(try await store.threads() == ["a", "b", "c"])
  }

  @Test("what no message brought about is found by what did, and no other", arguments: StoreUnderTest.allCases)
  func occasions(kind: StoreUnderTest) async throws {
    let store = try kind.make()
    var commits = try Commits()
    let event = OutsideEvent(id: "x", name: "rain", fields: [:], now: Instant(seconds: 1), seed: 1)
    let deed = StaffAction(id: "x", deed: .takes, name: "Tom", now: Instant(seconds: 2), seed: 2)
    for commit in [
      commits.turn(), commits.roused(by: .event(event), saying: "It rains."),
      commits.roused(by: .staff(deed), saying: "Tom is here."), commits.roused(by: .event(event), saying: "Twice."),
    ] {
      try await store.append(commit, to: "ann")
    }
    #expect(try await store.answer(to: .event("x"), in: "ann")?.text == "It rains.")
    #expect(try await store.answer(to: .staff("x"), in: "ann")?.text == "Tom is here.")
    #expect(try await store.answer(to: .message("x"), in: "ann") == nil)
    #expect(try await store.answer(to: .event("x"), in: "bob") == nil)
    #expect(try await store.answer(to: .event("y"), in: "ann") == nil)
    #expect(try await store.load("ann")?.undelivered.map(\.text).suffix(3) == ["It rains.", "Tom is here.", "Twice."])
  }

  @Test("messages that were joined to another are answered by its reply", arguments: StoreUnderTest.allCases)
  func gathered(kind: StoreUnderTest) async throws {
    let store = try kind.make()
    var commits = try Commits()
    try await store.append(commits.turn(gathered: ["b", "c"]), to: "ann")
    try await store.append(commits.turn(), to: "ann")
    let reply = try #require(try await store.answer(to: .message("m1"), in: "ann"))
    for id in ["b", "c"] as [MessageID] {
      #expect(try await store.answer(to: .message(id), in: "ann") == reply)
      #expect(try await store.answer(to: .message(id), in: "bob") == nil)
    }
    #expect(try await store.answer(to: .message("m2"), in: "ann") != reply)
  }

  @Test("threads are found by what they rest on since their newest commit", arguments: StoreUnderTest.allCases)
  func resting(kind: StoreUnderTest) async throws {
    let store = try kind.make()
    let dues: [(ThreadID, Int64)] = [("d", 40), ("c", 20), ("b", 30), ("a", 20)]
    for (thread, due) in dues {
      var commits = try Commits()
      try await store.append(commits.turn(), to: thread)
      try await store.append(commits.delivery(1, rest: Rest(due: Instant(seconds: due))), to: thread)
      if thread == "d" { try await store.append(commits.turn(), to: thread) }
    }
    var commits = try Commits()
    try await store.append(commits.turn(), to: "e")
    try await store.append(commits.delivery(1, rest: Rest(queue: "office")), to: "e")
    #expect(
      try await store.find(.due(by: Instant(seconds: 100), limit: 10)) == [
        RestingThread(id: "a", rest: Rest(due: Instant(seconds: 20))),
        RestingThread(id: "c", rest: Rest(due: Instant(seconds: 20))),
        RestingThread(id: "b", rest: Rest(due: Instant(seconds: 30))),
      ])
    #expect(try await store.find(.due(by: Instant(seconds: 20), limit: 10)).map(\.id) == ["a", "c"])
    #expect(try await store.find(.due(by: Instant(seconds: 19), limit: 10)).map(\.id) == [])
    #expect(try await store.find(.due(by: .latest, limit: 1)).map(\.id) == ["a"])
    #expect(try await store.find(.handedOff) == [RestingThread(id: "e", rest: Rest(queue: "office"))])
    #expect(try await store.find(.working) == [])
  }

  @Test("a thread whose time is over is forgotten whole, and goes on counting", arguments: StoreUnderTest.allCases)
  func forgetting(kind: StoreUnderTest) async throws {
    let store = try kind.make()
    var commits = try Commits()
    let deed = StaffAction(id: "x", deed: .takes, name: "Tom", now: Instant(seconds: 2), seed: 2)
    try await store.append(commits.turn(), to: "ann")
    try await store.append(commits.roused(by: .staff(deed), saying: "Tom.", rest: Rest(expires: Instant(seconds: 50))), to: "ann")
    #expect(try await store.find(.expired(by: Instant(seconds: 49), limit: 9)) == [])
    #expect(try await !store.forget("ann", expiredBy: Instant(seconds: 49)))
    #expect(
      try await store.find(.expired(by: Instant(seconds: 50), limit: 9)) == [
        RestingThread(id: "ann", rest: Rest(expires: Instant(seconds: 50)))
      ])
    #expect(try await store.forget("ann", expiredBy: Instant(seconds: 50)))
    let forgotten = StoredThread(checkpoint: nil, later: [], undelivered: [], nextRecord: 5, isForgotten: true)
    #expect(try await store.load("ann") == forgotten)
    #expect(try await store.journal(of: "ann") == [])
    #expect(try await store.threads() == [])
    #expect(try await store.find(.expired(by: .latest, limit: 9)) == [])
    #expect(try await store.answer(to: .message("m1"), in: "ann") == nil)
    #expect(try await store.answer(to: .staff("x"), in: "ann") == nil)
    for thread in ["ann", "bob"] as [ThreadID] { #expect(try await !store.forget(thread, expiredBy: .latest)) }

    let next = commits.turn()
    try await store.append(next, to: "ann")
    #expect(try await store.load("ann")?.checkpoint == next.checkpoint)
    #expect(try await store.journal(of: "ann").map(\.number) == [5, 6])
    #expect(try await store.journal(of: "ann", newest: 1).map(\.number) == [6])
    #expect(try await store.threads() == ["ann"])
  }

  @Test("a thread is deleted whole before its time, and goes on counting", arguments: StoreUnderTest.allCases)
  func erasing(kind: StoreUnderTest) async throws {
    let store = try kind.make()
    var commits = try Commits()
    #expect(try await !store.erase("ann"))
    try await store.append(commits.turn(), to: "ann")
    try await store.append(commits.delivery(1, rest: Rest(due: Instant(seconds: 9), queue: "office")), to: "ann")
    var others = try Commits()
    try await store.append(others.turn(), to: "bob")
    #expect(try await store.erase("ann"))
    #expect(try await !store.erase("ann"))
    let nextRecord = commits.turn().first
    #expect(
      try await store.load("ann")
        == StoredThread(checkpoint: nil, later: [], undelivered: [], nextRecord: nextRecord, isForgotten: true))
    #expect(try await store.threads() == ["bob"])
    #expect(try await store.find(.due(by: .latest, limit: 9)) == [])
    #expect(try await store.find(.handedOff) == [])
    #expect(try await store.answer(to: .message("m1"), in: "ann") == nil)
    #expect(try await store.answer(to: .message("m1"), in: "bob") != nil)
  }

  @Test("of many whose time is over the longest due come first", arguments: StoreUnderTest.allCases)
  func expired(kind: StoreUnderTest) async throws {
    let store = try kind.make()
    for (thread, expires) in [("c", 20), ("b", 10), ("a", 20), ("d", 90)] as [(ThreadID, Int64)] {
      var commits = try Commits()
      try await store.append(commits.turn(), to: thread)
      try await store.append(commits.delivery(1, rest: Rest(expires: Instant(seconds: expires))), to: thread)
    }
    #expect(try await store.find(.expired(by: Instant(seconds: 20), limit: 2)).map(\.id) == ["b", "a"])
    #expect(try await store.find(.expired(by: Instant(seconds: 20), limit: 9)).map(\.id) == ["b", "a", "c"])
  }

  @Test("the newest records are read without the others", arguments: StoreUnderTest.allCases)
  func newest(kind: StoreUnderTest) async throws {
    let store = try kind.make()
    var commits = try Commits()
    for _ in 1...3 { try await store.append(commits.turn(), to: "ann") }
    #expect(try await store.journal(of: "ann", newest: 2).map(\.number) == [5, 6])
    #expect(try await store.journal(of: "ann", newest: 20).count == 6)
  }

  @Test("a graph's source is kept once under its fingerprint", arguments: StoreUnderTest.allCases)
  func sources(kind: StoreUnderTest) async throws {
    let store = try kind.make()
    let sources = Commits.sources
    #expect(try await store.sources(of: sources.fingerprint) == nil)
    for _ in 1...2 { try await store.keep(sources) }
    #expect(try await store.sources(of: sources.fingerprint) == sources)
  }

  @Test("threads do not disturb one another, however many write at once", arguments: StoreUnderTest.allCases)
  func concurrency(kind: StoreUnderTest) async throws {
    let store = try kind.make()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<50 {
        group.addTask {
          var commits = try Commits()
          for _ in 1...5 { try await store.append(commits.turn(), to: ThreadID(rawValue: "t\(number)")) }
        }
      }
      try await group.waitForAll()
    }
    for number in 0..<50 { #expect(try await store.load(ThreadID(rawValue: "t\(number)"))?.nextRecord == 11) }
  }
}

extension JournalRecord {
  var reply: Reply? {
    guard case .segment(let segment) = self, case .reply(let reply)? = segment.effects.last else { return nil }
    return reply
  }
}
