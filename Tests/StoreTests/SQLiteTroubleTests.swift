import Foundation
import GRDB
import MuseDefinition
import MuseInterpreter
import MuseRuntime
import MuseStoreSQLite
import Synchronization
import Testing

@Suite("The SQLite store in trouble")
struct SQLiteTroubleTests {
  private let file = TemporaryFile()

  /// Refused while `trouble` lasts, with readiness red; then as if nothing had been.
  private func refused(during trouble: (SQLiteStore) throws -> Void, until relief: (SQLiteStore) throws -> Void) async throws {
    let store = try SQLiteStore(path: file.path)
    var commits = try Commits()
    let (first, second) = (commits.turn(), commits.turn())
    try await store.append(first, to: "ann")
    #expect(await isReadySoon(store))
    try trouble(store)
    await #expect(throws: StoreFailure.self) { try await store.append(second, to: "ann") }
    #expect(await !store.isReady())
    try relief(store)
    #expect(await isReadySoon(store))
    if try await store.load("ann")?.nextRecord == 3 { try await store.append(second, to: "ann") }
    #expect(try await store.load("ann")?.checkpoint == second.checkpoint)
    try store.close()
    #expect(try await SQLiteStore(path: file.path).journal(of: "ann").map(\.record) == first.records + second.records)
  }

  /// Each answer takes two seconds at most: on a busy machine the first may come too late.
  private func isReadySoon(_ store: SQLiteStore) async -> Bool {
    for _ in 1...15 where await store.isReady() { return true }
    return false
  }

  @Test("a file that was moved away is noticed before anybody is told that something is stored, and taken up when it is back")
  func movedFile() async throws {
    let elsewhere = file.path + ".elsewhere"
    try await refused {
      _ in
      try FileManager.default.moveItem(atPath: file.path, toPath: elsewhere)
    } until: {
      _ in
      try FileManager.default.moveItem(atPath: elsewhere, toPath: file.path)
    }
  }

  @Test("a WAL that was moved away is noticed, too")
  func movedWAL() async throws {
    let (wal, elsewhere) = (file.path + "-wal", file.path + "-wal.elsewhere")
    try await refused {
      _ in
      try FileManager.default.moveItem(atPath: wal, toPath: elsewhere)
    } until: {
      _ in
      try FileManager.default.moveItem(atPath: elsewhere, toPath: wal)
    }
  }

  @Test("a file that is full refuses, and takes more when there is room: what it took is there")
  func full() async throws {
    let store = try SQLiteStore(path: file.path)
    var commits = try Commits()
    try store.limit(pages: 1)
    var stored: [JournalRecord] = []
    var refused: Commit?
    for _ in 1...100 where refused == nil {
      let commit = commits.turn()
      do {
        try await store.append(commit, to: "ann")
        stored += commit.records
      } catch {
        refused = commit
      }
    }
    let commit = try #require(refused)
    #expect(await !store.isReady())
    #expect(try await store.journal(of: "ann").map(\.record) == stored)
    try store.limit(pages: 1_000_000)
    #expect(await isReadySoon(store))
    try await store.append(commit, to: "ann")
    #expect(try await store.journal(of: "ann").map(\.record) == stored + commit.records)
  }

  @Test("while another process holds the file, it is refused, and readiness does not wait for it")
  func locked() async throws {
    let store = try SQLiteStore(path: file.path)
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: file.path, configuration: configuration)
    try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
    #expect(await !store.isReady())
    try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    var commits = try Commits()
    try await store.append(commits.turn(), to: "ann")
    #expect(await isReadySoon(store))
  }

  @Test("the writer flushes as the durability says", arguments: [(SQLiteStore.Durability.full, 2), (.normal, 1)])
  func flushing(durability: SQLiteStore.Durability, level: Int) throws {
    #expect(try SQLiteStore(path: file.path, durability: durability).synchronous() == level)
  }

  @Test("every transaction is told of, with the flush that its writers waited for", arguments: SQLiteStore.Durability.allCases)
  func transactions(durability: SQLiteStore.Durability) async throws {
    let seen = Seen()
    let store = try SQLiteStore(path: file.path, durability: durability) { seen.note($0) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<40 {
        group.addTask {
          var commits = try Commits()
          try await store.append(commits.turn(), to: ThreadID(rawValue: "t\(number)"))
        }
      }
      try await group.waitForAll()
    }
    let transactions = seen.transactions
    #expect(transactions.map(\.writes).reduce(0, +) == 40)
    #expect(transactions.allSatisfy { $0.failure == nil && $0.flushes == (durability == .full ? 1 : 0) })
  }
}

private final class Seen: Sendable {
  private let noted = Mutex<[SQLiteStore.Transaction]>([])

  var transactions: [SQLiteStore.Transaction] { noted.withLock { $0 } }

  func note(_ transaction: SQLiteStore.Transaction) { noted.withLock { $0.append(transaction) } }
}
