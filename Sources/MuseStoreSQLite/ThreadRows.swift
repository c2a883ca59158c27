import GRDB
import MuseExpression
import MuseInterpreter
import MuseRuntime

/// The rows of one thread, inside of a transaction.
struct ThreadRows {
  private let thread: String
  private let database: Database

  init(_ thread: ThreadID, _ database: Database) {
    self.thread = thread.rawValue
    self.database = database
  }

  private func run(_ sql: String, _ arguments: StatementArguments) throws {
    try database.cachedStatement(sql: sql).execute(arguments: arguments)
  }
}

// MARK: Writing

extension ThreadRows {
  func append(_ rows: CommitRows) throws {
    try claim(rows)
    for (index, json) in rows.records.enumerated() {
      try run("INSERT INTO record (thread, number, json) VALUES (?, ?, ?)", [thread, rows.first + index, json])
    }
    for reply in rows.replies {
      try run(
        "INSERT INTO reply (thread, number, message, json) VALUES (?, ?, ?, ?)",
        [thread, reply.number, reply.message, reply.json])
    }
    for number in rows.delivered {
      try run("UPDATE reply SET delivered = 1 WHERE thread = ? AND number = ?", [thread, number])
    }
    for occasion in rows.occasions {
      try run(
        "INSERT OR IGNORE INTO occasion (thread, kind, id, reply) VALUES (?, ?, ?, ?)",
        [thread, occasion.kind, occasion.id, occasion.turn])
    }
    if let checkpoint = rows.checkpoint { try write(checkpoint, keep: rows.keep) }
  }

  /// Moves the thread's counter: of two that write at the same place, the second fails.
  private func claim(_ rows: CommitRows) throws {
    if rows.first == 1 { try run("INSERT OR IGNORE INTO thread (id, records) VALUES (?, 0)", [thread]) }
    try run(
      "UPDATE thread SET records = records + ?, pending = ?, due = ?, queue = ?, expires = ? WHERE id = ? AND records = ?",
      [rows.records.count, rows.isPending, rows.due, rows.queue, rows.expires, thread, rows.first - 1])
    guard database.changesCount == 1 else {
      throw StoreFailure.unavailable(reason: "Record \(rows.first) is not the next one of its thread.")
    }
  }

  /// Those that were set aside are counted with the others, so that the index alone tells which is the oldest to be kept.
  private func write(_ checkpoint: CommitRows.CheckpointRow, keep: Int) throws {
    try run(
      "INSERT INTO checkpoint (thread, record, json) VALUES (?, ?, ?)", [thread, checkpoint.record, checkpoint.json])
    try run(
      """
      DELETE FROM checkpoint WHERE thread = ?1 AND NOT aside AND record <= (
        SELECT record FROM checkpoint WHERE thread = ?1 ORDER BY record DESC LIMIT 1 OFFSET ?2)
      """, [thread, max(1, keep)])
  }

  /// What was set aside is for whoever mends it: then nothing is deleted.
  func forget(expiredBy now: Instant) throws -> Bool {
    try run(
      """
      UPDATE thread SET forgotten = records, expires = NULL WHERE id = ?1 AND expires <= ?2
        AND NOT EXISTS (SELECT 1 FROM checkpoint WHERE thread = ?1 AND aside)
      """, [thread, now.milliseconds])
    guard database.changesCount == 1 else { return false }
    try deleteRows()
    return true
  }

  /// Whatever there is of it, set aside or not.
  func erase() throws -> Bool {
    try run(
      """
      UPDATE thread SET forgotten = records, expires = NULL, due = NULL, queue = NULL, pending = 0
        WHERE id = ? AND forgotten < records
      """, [thread])
    guard database.changesCount == 1 else { return false }
    try deleteRows()
    return true
  }

  private func deleteRows() throws {
    for table in ["record", "checkpoint", "reply", "occasion"] { try run("DELETE FROM \(table) WHERE thread = ?", [thread]) }
  }

  func setAside(_ records: [Int]) throws {
    for record in records { try run("UPDATE checkpoint SET aside = 1 WHERE thread = ? AND record = ?", [thread, record]) }
  }
}

// MARK: Reading

extension ThreadRows {
  /// Besides the thread, the checkpoints that could not be read.
  func load() throws -> (StoredThread, unreadable: [Int])? {
    guard let (counted, forgotten) = try recordCounts() else { return nil }
    let (checkpoint, unreadable) = try newestCheckpoint()
    var damage = unreadable.map { "The checkpoint at record \($0) cannot be read." }
    let later = try entries(after: checkpoint?.record ?? forgotten, damage: &damage)
    let stored = StoredThread(
      checkpoint: checkpoint, later: later, undelivered: try undelivered(damage: &damage), nextRecord: counted + 1,
      damage: damage, isForgotten: counted > 0 && counted == forgotten)
    return (stored, unreadable)
  }

  func answer(to input: InputID) throws -> Reply? {
    switch input {
    case .message(let id): try reply(where: "message = ?2", [thread, id.rawValue]) ?? reply(toOccasion: input)
    case .event, .staff: try reply(toOccasion: input)
    case .timer: nil
    }
  }

  private func reply(toOccasion input: InputID) throws -> Reply? {
    guard let (kind, id) = input.row else { return nil }
    return try reply(
      where: "number = (SELECT reply FROM occasion WHERE thread = ?1 AND kind = ?2 AND id = ?3)", [thread, kind, id])
  }

  private func reply(where condition: String, _ arguments: StatementArguments) throws -> Reply? {
    try String.fetchOne(
      database.cachedStatement(sql: "SELECT json FROM reply WHERE thread = ?1 AND " + condition), arguments: arguments
    ).map { try CanonicalJSON.value(from: $0) }
  }

  /// - Throws: `StoreFailure.unreadable` with the number of the first record that cannot be read.
  func journal(newest limit: Int) throws -> [JournalEntry] {
    var damage: [String] = []
    let (counted, forgotten) = try recordCounts() ?? (0, forgotten: 0)
    let journal = try entries(after: max(forgotten, counted - limit), damage: &damage)
    if let first = damage.first { throw StoreFailure.unreadable(reason: first) }
    return journal
  }

  /// How many there were, and how many of them were forgotten.
  private func recordCounts() throws -> (Int, forgotten: Int)? {
    try Row.fetchOne(
      database.cachedStatement(sql: "SELECT records, forgotten FROM thread WHERE id = ?"), arguments: [thread]
    ).map { row in (row["records"], forgotten: row["forgotten"]) }
  }

  private func newestCheckpoint() throws -> (Checkpoint?, unreadable: [Int]) {
    let rows = try Row.fetchCursor(
      database.cachedStatement(
        sql: "SELECT record, json FROM checkpoint WHERE thread = ? AND NOT aside ORDER BY record DESC"),
      arguments: [thread])
    var unreadable: [Int] = []
    while let row = try rows.next() {
      // What cannot be decoded is reported by its number; why it cannot is for whoever looks at the row.
      if let checkpoint = try? CanonicalJSON.value(Checkpoint.self, from: row["json"]) { return (checkpoint, unreadable) }
      unreadable.append(row["record"])
    }
    return (nil, unreadable)
  }

  /// Up to the first that cannot be read, or is missing.
  private func entries(after number: Int, damage: inout [String]) throws -> [JournalEntry] {
    let rows = try Row.fetchCursor(
      database.cachedStatement(sql: "SELECT number, json FROM record WHERE thread = ? AND number > ? ORDER BY number"),
      arguments: [thread, number])
    var entries: [JournalEntry] = []
    while let row = try rows.next() {
      let next = number + entries.count + 1
      guard row["number"] == next, let record = try? CanonicalJSON.value(JournalRecord.self, from: row["json"]) else {
        damage.append("Record \(next) cannot be read.")
        break
      }
      entries.append(JournalEntry(number: next, record: record))
    }
    return entries
  }

  private func undelivered(damage: inout [String]) throws -> [Reply] {
    let rows = try Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT number, json FROM reply WHERE thread = ? AND NOT delivered ORDER BY number DESC LIMIT ?"),
      arguments: [thread, StoredThread.undeliveredLimit])
    var replies: [Reply] = []
    for row in rows.reversed() {
      if let reply = try? CanonicalJSON.value(Reply.self, from: row["json"]) {
        replies.append(reply)
      } else {
        damage.append("Reply \(row["number"] as Int) cannot be read.")
      }
    }
    return replies
  }
}
