import Foundation
import GRDB
import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
import MuseStoreSQLite
import Testing

@Suite("The SQLite store")
struct SQLiteStoreTests {
  private let file = TemporaryFile()

  private func sql(_ statement: String) throws {
    try DatabaseQueue(path: file.path).write { try $0.execute(sql: statement) }
  }

  private func number(_ query: String) throws -> Int {
    try DatabaseQueue(path: file.path).read { try Int.fetchOne($0, sql: query) ?? -1 }
  }

  /// Turns, each with its delivery.
  private func write(_ turns: Int, to store: SQLiteStore, keep: Int = 20) async throws -> Commits {
    var commits = try Commits()
    for number in 0..<turns {
      try await store.append(commits.turn(keep: keep), to: "ann")
      try await store.append(commits.delivery(number + 1), to: "ann")
    }
    return commits
  }

  @Test("the file comes with its folder, and only its owner may read them")
  func permissions() throws {
    _ = try SQLiteStore(path: file.path)
    #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o600)
    #expect(try FileManager.default.attributesOfItem(atPath: file.folder)[.posixPermissions] as? Int == 0o700)
  }

  @Test("a file that was not closed is read to its last append")
  func uncleanClose() async throws {
    let store = try SQLiteStore(path: file.path)
    var commits = try await write(3, to: store)
    let copy = TemporaryFile()
    try FileManager.default.createDirectory(atPath: copy.folder, withIntermediateDirectories: true)
    for suffix in ["", "-wal"] { try FileManager.default.copyItem(atPath: file.path + suffix, toPath: copy.path + suffix) }
    let reopened = try SQLiteStore(path: copy.path)
    #expect(try await reopened.load("ann") == store.load("ann"))
    try await reopened.append(commits.turn(), to: "ann")
    #expect(try await reopened.load("ann")?.nextRecord == 12)
  }

  @Test("a closed file is read again")
  func reopening() async throws {
    let store = try SQLiteStore(path: file.path)
    _ = try await write(2, to: store)
    let stored = try await store.load("ann")
    try store.close()
    await #expect(throws: StoreFailure.self) { try await store.load("ann") }
    #expect(try await SQLiteStore(path: file.path).load("ann") == stored)
  }

  @Test("a file of the first format is read, and gets what it lacks")
  func migration() async throws {
    var commits = try Commits()
    let (first, second) = (commits.turn(), commits.call())
    try FileManager.default.createDirectory(atPath: file.folder, withIntermediateDirectories: true)
    try FirstFormat.write([first, second], to: "ann", in: file.path)
    let store = try SQLiteStore(path: file.path)
    #expect(try await store.find(.working).map(\.id) == ["ann"])
    #expect(try await store.load("ann")?.checkpoint == second.checkpoint)
    #expect(try await store.journal(of: "ann").map(\.record) == first.records + second.records)
    #expect(try await store.answer(to: .message("m1"), in: "ann") == first.records.last?.reply)
    #expect(try await store.load("ann")?.undelivered.count == 1)
    let event = OutsideEvent(id: "x", name: "rain", fields: [:], now: Instant(seconds: 1), seed: 1)
    try await store.append(
      commits.roused(by: .event(event), saying: "It rains.", rest: Rest(due: Instant(seconds: 5))), to: "ann")
    #expect(try await store.find(.due(by: .latest, limit: 5)).map(\.id) == ["ann"])
    #expect(try number("PRAGMA user_version") == 4)
  }

  @Test("a file of a newer build is refused")
  func newerFormat() throws {
    try SQLiteStore(path: file.path).close()
    try sql("PRAGMA user_version = 99")
    #expect(throws: SQLiteStoreError.newerFormat(path: file.path, format: 99, known: 4)) {
      try SQLiteStore(path: file.path)
    }
  }

  @Test("the database of another program is refused")
  func foreign() throws {
    try FileManager.default.createDirectory(atPath: file.folder, withIntermediateDirectories: true)
    try sql("CREATE TABLE recipe (name TEXT)")
    #expect(throws: SQLiteStoreError.foreign(path: file.path)) { try SQLiteStore(path: file.path) }
  }

  @Test("what is no database is refused")
  func noDatabase() throws {
    try FileManager.default.createDirectory(atPath: file.folder, withIntermediateDirectories: true)
    try Data(repeating: 7, count: 5000).write(to: URL(fileURLWithPath: file.path))
    #expect(throws: SQLiteStoreError.self) { try SQLiteStore(path: file.path) }
  }

  @Test("only the newest checkpoints are kept")
  func pruning() async throws {
    let store = try SQLiteStore(path: file.path, durability: .normal)
    _ = try await write(30, to: store, keep: 5)
    #expect(try number("SELECT count(*) FROM checkpoint") == 5)
    #expect(try number("SELECT min(record) FROM checkpoint") == 77)
    #expect(try await store.load("ann")?.checkpoint?.record == 89)
  }

  @Test("a checkpoint that cannot be read is set aside, and an older one with the journal stands in for it")
  func damagedCheckpoint() async throws {
    let store = try SQLiteStore(path: file.path)
    _ = try await write(3, to: store)
    try sql("UPDATE checkpoint SET json = '{' WHERE record = 8")
    let stored = try #require(try await store.load("ann"))
    #expect(stored.recovered)
    #expect(stored.checkpoint?.record == 5)
    #expect(stored.later.map(\.number) == [6, 7, 8, 9])
    #expect(stored.damage == ["The checkpoint at record 8 cannot be read."])
    #expect(try number("SELECT record FROM checkpoint WHERE aside") == 8)
    #expect(try await store.load("ann")?.recovered == false)
    #expect(try number("SELECT count(*) FROM checkpoint") == 3)
  }

  @Test("a record that cannot be read ends what is known")
  func damagedRecord() async throws {
    let store = try SQLiteStore(path: file.path)
    _ = try await write(3, to: store)
    try sql("UPDATE checkpoint SET json = '{'")
    try sql("UPDATE record SET json = '{}' WHERE number = 4")
    let stored = try #require(try await store.load("ann"))
    #expect(stored.checkpoint == nil)
    #expect(stored.later.map(\.number) == [1, 2, 3])
    #expect(stored.nextRecord == 10)
    #expect(stored.damage.last == "Record 4 cannot be read.")
    await #expect(throws: StoreFailure.unreadable(reason: "Record 4 cannot be read.")) { try await store.journal(of: "ann") }
  }

  @Test("a turn takes as much room at the thousandth turn as at the tenth")
  func room() async throws {
    let store = try SQLiteStore(path: file.path, durability: .normal)
    _ = try await write(1000, to: store)
    let bytes = { (turn: Int) in
      try number("SELECT sum(length(json)) FROM record WHERE number > \(3 * turn) AND number <= \(3 * turn + 3)")
    }
    // Beyond the digits of its numbers.
    #expect(try abs(bytes(999) - bytes(9)) < 40)
    #expect(try number("SELECT max(length(json)) - min(length(json)) FROM checkpoint") < 40)
    #expect(try number("SELECT count(*) FROM checkpoint") == 20)
  }

  @Test("records are JSON that the sqlite3 tool reads")
  func json() async throws {
    let store = try SQLiteStore(path: file.path)
    _ = try await write(1, to: store)
    #expect(try number("SELECT count(*) FROM record WHERE json_valid(json)") == 3)
    #expect(try number("SELECT json ->> '$.delivered.reply' FROM record WHERE number = 3") == 1)
    #expect(try number("SELECT json ->> '$.state.turn' FROM checkpoint") == 1)
  }

  @Test("keeps the promises of a calendar store", arguments: CalendarStoreConformance.allCases)
  func calendar(check: CalendarStoreConformance) async throws {
    try await check.run(on: try SQLiteStore(path: file.path))
  }
}
