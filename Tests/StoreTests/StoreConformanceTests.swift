import MuseDefinition
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
