import Foundation
import GRDB
import MuseDefinition
import MuseInterpreter
import MuseRuntime
import MuseStoreSQLite
import Testing

@Suite("Damaged SQLite files")
struct SQLiteMendingTests {
  fileprivate let file = TemporaryFile()
  private static let page = 4096

  /// Threads of some turns each, on the disk and closed.
  fileprivate func written(threads: Int = 40, turns: Int = 5) async throws -> [ThreadID: StoredThread] {
    let store = try SQLiteStore(path: file.path, durability: .normal)
    var stored: [ThreadID: StoredThread] = [:]
    for number in 0..<threads {
      let thread = ThreadID(rawValue: "thread-\(number)")
      var commits = try Commits()
      for _ in 0..<turns { try await store.append(commits.turn(), to: thread) }
      stored[thread] = try await store.load(thread)
    }
    try await store.keep(Commits.sources)
    try store.close()
    return stored
  }

  fileprivate func overwrite(page: Int) throws {
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: file.path))
    try handle.seek(toOffset: UInt64(page * Self.page))
    try handle.write(contentsOf: Data(repeating: 0xA5, count: Self.page))
    try handle.close()
  }

  private var pages: Int {
    get throws { (try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int ?? 0) / Self.page }
  }

  /// What was readable before is the same or begins anew, never something else; and the store is written to again.
  private func expectMended(_ before: [ThreadID: StoredThread], least: Int) async throws {
    let store = try SQLiteStore(path: file.path)
    try store.probe()
    var same = 0
    for (thread, stored) in before {
      let found = try await store.load(thread)
      if found == stored { same += 1 }
      #expect(found.map { $0.nextRecord >= stored.nextRecord } ?? true)
    }
    #expect(same >= least)
    #expect(try await store.sources(of: Commits.sources.fingerprint) == Commits.sources)
  }

  @Test("a sound file is left alone, and one that is not there")
  func sound() async throws {
    #expect(try SQLiteStore.mend(path: file.path) == nil)
    _ = try await written(threads: 3)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file.path))
    #expect(try SQLiteStore.mend(path: file.path) == nil)
    #expect(try Data(contentsOf: URL(fileURLWithPath: file.path)) == bytes)
  }

  @Test("whichever page is overwritten, the threads beside it live on, and the damaged file is set aside", arguments: 2...60)
  func overwritten(page: Int) async throws {
    let before = try await written()
    guard try page < pages else { return }
    try overwrite(page: page)
    let damaged = try Data(contentsOf: URL(fileURLWithPath: file.path))
    guard let mending = try SQLiteStore.mend(path: file.path) else {
      // A page that holds nothing.
      return try await expectMended(before, least: before.count)
    }
    #expect(mending.aside == file.path + ".damaged-1")
    #expect(try Data(contentsOf: URL(fileURLWithPath: mending.aside)).count == damaged.count)
    #expect(try SQLiteStore.mend(path: file.path) == nil)
    let store = try SQLiteStore(path: file.path)
    try store.probe()
    for (thread, stored) in before {
      let found = try await store.load(thread)
      #expect(found.map { $0.nextRecord >= stored.nextRecord } ?? true, "\(thread)")
    }
  }

  @Test("one damaged page costs few threads")
  func few() async throws {
    let before = try await written()
    try overwrite(page: try pages / 2)
    let mending = try #require(try SQLiteStore.mend(path: file.path))
    #expect(!mending.damage.isEmpty)
    try await expectMended(before, least: before.count / 2)
  }

  @Test("a file that lost its end keeps what is left")
  func truncated() async throws {
    let before = try await written()
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: file.path))
    try handle.truncate(atOffset: UInt64(try pages * Self.page * 3 / 4))
    try handle.close()
    #expect(try SQLiteStore.mend(path: file.path) != nil)
    let store = try SQLiteStore(path: file.path)
    try store.probe()
    #expect(try await store.threads().count <= before.count)
  }

  @Test("garbage behind the WAL's last transaction changes nothing")
  func garbageInWAL() async throws {
    let store = try SQLiteStore(path: file.path)
    var commits = try Commits()
    for _ in 1...3 { try await store.append(commits.turn(), to: "ann") }
    let stored = try await store.load("ann")
    let copy = TemporaryFile()
    try FileManager.default.createDirectory(atPath: copy.folder, withIntermediateDirectories: true)
    for suffix in ["", "-wal"] { try FileManager.default.copyItem(atPath: file.path + suffix, toPath: copy.path + suffix) }
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: copy.path + "-wal"))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(repeating: 0x5A, count: 3 * Self.page))
    try handle.close()
    #expect(try SQLiteStore.mend(path: copy.path) == nil)
    #expect(try await SQLiteStore(path: copy.path).load("ann") == stored)
  }

  @Test("a start that was killed when the mended file was whole, but not in its place, is gone on with")
  func killedWhileMending() async throws {
    let before = try await written(threads: 5)
    try FileManager.default.copyItem(atPath: file.path, toPath: file.path + ".mended")
    try Data("half".utf8).write(to: URL(fileURLWithPath: file.path + ".mending"))
    try overwrite(page: 3)
    #expect(try SQLiteStore.mend(path: file.path)?.aside == file.path + ".damaged-1")
    try await expectMended(before, least: before.count)
  }

  @Test("what is no database at all is refused in a sentence")
  func nothingLeft() throws {
    try FileManager.default.createDirectory(atPath: file.folder, withIntermediateDirectories: true)
    try Data(repeating: 7, count: 5000).write(to: URL(fileURLWithPath: file.path))
    let error = #expect(throws: SQLiteStoreError.self) { try SQLiteStore.mend(path: file.path) }
    #expect(error?.description.contains("Put a backup in its place") == true)
    #expect(throws: SQLiteStoreError.self) { try SQLiteStore(path: file.path) }
  }
}

extension SQLiteMendingTests {
  @Test("threads whose rows are lost live on from their records; a name that only a calendar knows never counts from 1 again")
  func lostRows() async throws {
    let before = try await written(threads: 6)
    let store = try SQLiteStore(path: file.path)
    _ = try await store.update("only-a-calendar", key: "only-a-calendar/7") { _ in .missing }
    try store.close()
    let root = try await DatabaseQueue(path: file.path).read {
      try Int.fetchOne($0, sql: "SELECT rootpage FROM sqlite_master WHERE name = 'thread'") ?? 0
    }
    try overwrite(page: root - 1)
    #expect(try SQLiteStore.mend(path: file.path)?.torn == ["thread"])
    let mended = try SQLiteStore(path: file.path)
    for (thread, stored) in before { #expect(try await mended.load(thread) == stored) }
    #expect(try await mended.find(.working).count == 7)
    #expect(try await mended.load("only-a-calendar")?.nextRecord ?? 0 > 1_000_000)
  }
}
