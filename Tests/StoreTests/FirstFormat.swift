import GRDB
import MuseInterpreter
import MuseRuntime

/// Writes a file as the first builds did, whatever the newest do: the tables of format 1 in their own words.
enum FirstFormat {
  static func write(_ commits: [Commit], to thread: ThreadID, in path: String) throws {
    let queue = try DatabaseQueue(path: path)
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 threads, graphs, calendars") { try $0.execute(sql: tables) }
    try migrator.migrate(queue)
    try queue.write { database in
      for commit in commits { try write(commit, to: thread.rawValue, database) }
    }
    try queue.close()
  }

  private static func write(_ commit: Commit, to thread: String, _ database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO thread (id, records, pending) VALUES (?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET records = excluded.records, pending = excluded.pending
        """, arguments: [thread, commit.first + commit.records.count - 1, commit.rest.isWorking])
    for (index, record) in commit.records.enumerated() {
      try database.execute(
        sql: "INSERT INTO record (thread, number, json) VALUES (?, ?, ?)",
        arguments: [thread, commit.first + index, try CanonicalJSON.text(of: record)])
      guard let reply = record.reply else { continue }
      try database.execute(
        sql: "INSERT INTO reply (thread, number, message, json) VALUES (?, ?, ?, ?)",
        arguments: [thread, reply.id.rawValue, reply.answers?.rawValue, try CanonicalJSON.text(of: reply)])
    }
    if let checkpoint = commit.checkpoint {
      try database.execute(
        sql: "INSERT INTO checkpoint (thread, record, json) VALUES (?, ?, ?)",
        arguments: [thread, checkpoint.record, try CanonicalJSON.text(of: checkpoint)])
    }
  }

  private static let tables = """
    CREATE TABLE thread (
      id TEXT PRIMARY KEY NOT NULL, records INTEGER NOT NULL, pending INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID;
    CREATE INDEX thread_pending ON thread (id) WHERE pending;
    CREATE TABLE record (
      thread TEXT NOT NULL, number INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (thread, number)
    ) WITHOUT ROWID;
    CREATE TABLE checkpoint (
      thread TEXT NOT NULL, record INTEGER NOT NULL, json TEXT NOT NULL, aside INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (thread, record)
    ) WITHOUT ROWID;
    CREATE TABLE reply (
      thread TEXT NOT NULL, number INTEGER NOT NULL, message TEXT NOT NULL, json TEXT NOT NULL,
      delivered INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (thread, number)
    ) WITHOUT ROWID;
    CREATE UNIQUE INDEX reply_message ON reply (thread, message);
    CREATE INDEX reply_undelivered ON reply (thread, number) WHERE NOT delivered;
    CREATE TABLE graph (fingerprint TEXT PRIMARY KEY NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE calendar_event (
      owner TEXT NOT NULL, id TEXT NOT NULL, start INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (owner, id)
    ) WITHOUT ROWID;
    CREATE TABLE calendar_receipt (
      owner TEXT NOT NULL, key TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (owner, key)
    ) WITHOUT ROWID;
    PRAGMA application_id = \(0x4D55_5345);
    PRAGMA user_version = 1;
    """
}
