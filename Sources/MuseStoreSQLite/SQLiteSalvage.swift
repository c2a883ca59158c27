import GRDB

/// Copies what can be read of one store's rows into another.
struct SQLiteSalvage {
  private struct Table {
    var name: String
    /// The columns by which its rows lie in the file.
    var key: [String]
    /// The same before format 4.
    var earlierKey: [String]?
    /// The first of them is the thread.
    var isOfThreads = false
  }

  private static let tables = [
    Table(name: "graph", key: ["fingerprint"]),
    Table(name: "thread", key: ["id"]),
    Table(name: "record", key: ["rowid"], earlierKey: ["thread", "number"], isOfThreads: true),
    Table(name: "checkpoint", key: ["rowid"], earlierKey: ["thread", "record"], isOfThreads: true),
    Table(name: "reply", key: ["thread", "number"], isOfThreads: true),
    Table(name: "occasion", key: ["thread", "kind", "id"], isOfThreads: true),
    Table(name: "calendar_event", key: ["owner", "id"]),
    Table(name: "calendar_receipt", key: ["owner", "key"]),
  ]

  /// More records than any thread has that comes back.
  private static let beyond = 1_000_000

  let source: DatabaseQueue
  let target: Database

  /// - Returns: the names of the tables that have lost rows, sorted.
  func run() throws -> [String] {
    var torn: Set<String> = []
    for table in Self.tables where try !copy(table) {
      torn.insert(table.name)
      guard table.isOfThreads else { continue }
      for thread in try String.fetchAll(target, sql: "SELECT id FROM thread") { _ = try copy(table, of: thread) }
    }
    try mendThreads(isTorn: torn.contains("thread"), areRecordsTorn: torn.contains("record"))
    return torn.sorted()
  }

  /// False: something could not be read.
  private func copy(_ table: Table, of thread: String? = nil) throws -> Bool {
    if try pour(table, of: thread, order: "ASC") { return true }
    _ = try pour(table, of: thread, order: "DESC")
    return false
  }

  /// Up to the first page that cannot be read; false where there was one.
  private func pour(_ table: Table, of thread: String?, order: String) throws -> Bool {
    do {
      try source.read { damaged in
        guard try damaged.tableExists(table.name) else { return }
        let known = Set(try damaged.columns(in: table.name).map(\.name))
        let columns = try target.columns(in: table.name).map(\.name).filter(known.contains)
        let list = columns.joined(separator: ", ")
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        let insertion = try target.cachedStatement(sql: "INSERT OR IGNORE INTO \(table.name) (\(list)) VALUES (\(marks))")
        let condition = thread == nil ? "" : "WHERE thread = ?"
        let isEarlier = try Int.fetchOne(damaged, sql: "PRAGMA user_version") ?? 0 < 4
        let key = (isEarlier ? table.earlierKey : nil) ?? table.key
        let rows = try Row.fetchCursor(
          damaged,
          sql: "SELECT \(list) FROM \(table.name) \(condition) ORDER BY \(key.map { "\($0) \(order)" }.joined(separator: ", "))",
          arguments: StatementArguments([thread].compactMap(\.self)))
        while let row = try rows.next() { try insertion.execute(arguments: StatementArguments(row.databaseValues)) }
      }
      return true
    } catch let error as DatabaseError where error.isDamage {
      return false
    }
  }

  /// Rows of threads that are lost are made of their records. They are marked as working, so that the next start looks at each and
  /// finds its timers.
  ///
  /// Where records are lost, too, a thread counts on from far beyond all that is left: so it begins anew, its person is told, and
  /// no id of a write is given twice.
  private func mendThreads(isTorn: Bool, areRecordsTorn: Bool) throws {
    if isTorn {
      try target.execute(
        sql: """
          INSERT OR IGNORE INTO thread (id, records, forgotten, pending)
            SELECT thread, max(number) + \(areRecordsTorn ? Self.beyond : 0), min(number) - 1, 1 FROM record GROUP BY thread;
          INSERT OR IGNORE INTO thread (id, records, pending) SELECT id, max(number) + \(Self.beyond), 1 FROM (
            SELECT thread AS id, max(record) AS number FROM checkpoint GROUP BY thread
            UNION ALL SELECT thread, max(number) FROM reply GROUP BY thread
            UNION ALL SELECT DISTINCT owner, 0 FROM calendar_receipt
          ) GROUP BY id;
          """)
    }
    try target.execute(
      sql: """
        UPDATE thread SET records = max(records,
          (SELECT coalesce(max(number), 0) FROM record WHERE record.thread = thread.id))
        """)
  }
}
