import GRDB

/// The tables, and how an older file gets them.
enum SQLiteSchema {
  /// Grows with each migration. A build refuses a file with a format that it does not know.
  static let format = 4
  /// "MUSE", so that the file of another program is never taken for a store.
  static let application = 0x4D55_5345

  static func migrate(_ pool: DatabasePool) throws {
    let (found, owner, isEmpty) = try pool.read { database in
      (
        try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0,
        try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
        try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
      )
    }
    guard isEmpty || owner == application else { throw SQLiteStoreError.foreign(path: pool.path) }
    guard found <= format else {
      throw SQLiteStoreError.newerFormat(path: pool.path, format: found, known: format)
    }
    try migrator.migrate(pool)
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 threads, graphs, calendars") { database in
      try database.execute(sql: threads + graphs + calendars)
      try database.execute(sql: "PRAGMA application_id = \(application)")
      try database.execute(sql: "PRAGMA user_version = 1")
    }
    migrator.registerMigration("2 timers, handoffs, turns without a message") { database in
      try database.execute(sql: rests + occasions)
      try database.execute(sql: "PRAGMA user_version = 2")
    }
    migrator.registerMigration("3 threads whose time is over") { database in
      try database.execute(sql: expiry)
      try database.execute(sql: "PRAGMA user_version = 3")
    }
    migrator.registerMigration("4 a place to write to, and rows in the order of their coming") { database in
      try database.execute(sql: place + rows)
      try database.execute(sql: "PRAGMA user_version = 4")
    }
    return migrator
  }

  /// Writes about as much as some turns do, to the same place each time.
  static func probe(_ database: Database) throws {
    try database.execute(sql: "INSERT OR REPLACE INTO probe (id, filler) VALUES (1, randomblob(32768))")
  }

  private static let threads = """
    CREATE TABLE thread (
      id TEXT PRIMARY KEY NOT NULL,
      -- the number of its newest record
      records INTEGER NOT NULL,
      -- its newest checkpoint waits for the result of a call
      pending INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID;
    CREATE INDEX thread_pending ON thread (id) WHERE pending;
    CREATE TABLE record (
      thread TEXT NOT NULL, number INTEGER NOT NULL, json TEXT NOT NULL,
      PRIMARY KEY (thread, number)
    ) WITHOUT ROWID;
    CREATE TABLE checkpoint (
      thread TEXT NOT NULL,
      -- the newest record that it has seen
      record INTEGER NOT NULL,
      json TEXT NOT NULL,
      -- it could not be read: kept for whoever mends it
      aside INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (thread, record)
    ) WITHOUT ROWID;
    CREATE TABLE reply (
      thread TEXT NOT NULL, number INTEGER NOT NULL,
      -- the message that it answers
      message TEXT NOT NULL,
      json TEXT NOT NULL, delivered INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (thread, number)
    ) WITHOUT ROWID;
    CREATE UNIQUE INDEX reply_message ON reply (thread, message);
    CREATE INDEX reply_undelivered ON reply (thread, number) WHERE NOT delivered;

    """

  private static let rests = """
    -- when its next timer is due, in milliseconds since 1970
    ALTER TABLE thread ADD COLUMN due INTEGER;
    -- the queue of the handoff it waits in
    ALTER TABLE thread ADD COLUMN queue TEXT;
    CREATE INDEX thread_due ON thread (due, id) WHERE due IS NOT NULL;
    CREATE INDEX thread_queue ON thread (id) WHERE queue IS NOT NULL;

    """

  private static let expiry = """
    -- when it may be forgotten, in milliseconds since 1970
    ALTER TABLE thread ADD COLUMN expires INTEGER;
    -- how many of its first records were
    ALTER TABLE thread ADD COLUMN forgotten INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX thread_expires ON thread (expires, id) WHERE expires IS NOT NULL;

    """

  private static let place = """
    CREATE TABLE probe (id INTEGER PRIMARY KEY, filler BLOB NOT NULL);

    """

  /// In a table without row ids a row of a kilobyte spills into a page of its own, and each thread has pages of its own, too. In the
  /// order of their coming they lie side by side: half the room, and few pages for many turns at once.
  private static let rows = """
    CREATE TABLE record_2 (
      thread TEXT NOT NULL, number INTEGER NOT NULL, json TEXT NOT NULL,
      PRIMARY KEY (thread, number)
    );
    INSERT INTO record_2 (thread, number, json) SELECT thread, number, json FROM record;
    DROP TABLE record;
    ALTER TABLE record_2 RENAME TO record;
    CREATE TABLE checkpoint_2 (
      thread TEXT NOT NULL,
      -- the newest record that it has seen
      record INTEGER NOT NULL,
      json TEXT NOT NULL,
      -- it could not be read: kept for whoever mends it
      aside INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (thread, record)
    );
    INSERT INTO checkpoint_2 (thread, record, json, aside) SELECT thread, record, json, aside FROM checkpoint;
    DROP TABLE checkpoint;
    ALTER TABLE checkpoint_2 RENAME TO checkpoint;

    """

  private static let occasions = """
    CREATE TABLE occasion (
      thread TEXT NOT NULL,
      -- "event" or "staff"
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      -- the number of its turn and reply
      reply INTEGER NOT NULL,
      PRIMARY KEY (thread, kind, id)
    ) WITHOUT ROWID;
    CREATE TABLE reply_2 (
      thread TEXT NOT NULL, number INTEGER NOT NULL,
      -- the message that it answers; null where none brought it about
      message TEXT,
      json TEXT NOT NULL, delivered INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (thread, number)
    ) WITHOUT ROWID;
    INSERT INTO reply_2 SELECT thread, number, message, json, delivered FROM reply;
    DROP TABLE reply;
    ALTER TABLE reply_2 RENAME TO reply;
    CREATE UNIQUE INDEX reply_message ON reply (thread, message);
    CREATE INDEX reply_undelivered ON reply (thread, number) WHERE NOT delivered;

    """

  private static let graphs = """
    CREATE TABLE graph (fingerprint TEXT PRIMARY KEY NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;

    """

  private static let calendars = """
    CREATE TABLE calendar_event (
      owner TEXT NOT NULL, id TEXT NOT NULL, start INTEGER NOT NULL, json TEXT NOT NULL,
      PRIMARY KEY (owner, id)
    ) WITHOUT ROWID;
    CREATE TABLE calendar_receipt (
      owner TEXT NOT NULL, key TEXT NOT NULL, json TEXT NOT NULL,
      PRIMARY KEY (owner, key)
    ) WITHOUT ROWID;

    """
}
