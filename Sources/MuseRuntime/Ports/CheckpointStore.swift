public import MuseInterpreter

/// Keeps threads: what they heard, and where they stand.
///
/// ```swift
/// try await store.append(commit, to: "alice-1")      // returns once it is on the disk
/// let stored = try await store.load("alice-1")       // after a restart
/// ```
/// Every implementation passes the suite in `Tests/StoreTests`; `InMemoryCheckpointStore` is the one without a disk.
public protocol CheckpointStore: Sendable {
  /// Stores the records and the checkpoint together, or nothing of them. Returns once they would survive a power cut.
  ///
  /// Fails with `unavailable` where `commit.first` is not the thread's next record: somebody else has written to the thread.
  func append(_ commit: Commit, to thread: ThreadID) async throws(StoreFailure)

  /// Nil for a thread that was never written to.
  func load(_ thread: ThreadID) async throws(StoreFailure) -> StoredThread?

  /// The reply to a message that had its turn; message ids live as long as their thread.
  func answer(to message: MessageID, in thread: ThreadID) async throws(StoreFailure) -> Reply?

  /// The threads whose newest checkpoint waits for the result of a call, sorted.
  func unfinished() async throws(StoreFailure) -> [ThreadID]
}

/// What is stored at once.
public struct Commit: Hashable, Sendable {
  /// The number of the first record; a thread's records are counted from 1 without a gap.
  public var first: Int
  public var records: [JournalRecord]
  public var checkpoint: Checkpoint?
  /// How many checkpoints the thread keeps; older ones go.
  public var keep: Int

  public init(first: Int, records: [JournalRecord], checkpoint: Checkpoint?, keep: Int = 20) {
    self.first = first
    self.records = records
    self.checkpoint = checkpoint
    self.keep = keep
  }
}

/// A thread as the store has it.
public struct StoredThread: Hashable, Sendable {
  /// The newest one that can be read.
  public var checkpoint: Checkpoint?
  /// The records after the checkpoint, up to the first that cannot be read: deliveries, unless a newer checkpoint was damaged.
  public var later: [JournalEntry]
  /// The replies without a delivery record, oldest first; of more than `undeliveredLimit` the newest.
  public var undelivered: [Reply]
  /// The number that the next record will have.
  public var nextRecord: Int
  /// What could not be read, in words for the log; empty for a sound thread. It is set aside and never deleted.
  public var damage: [String]

  public static let undeliveredLimit = 50

  public init(
    checkpoint: Checkpoint?, later: [JournalEntry], undelivered: [Reply], nextRecord: Int, damage: [String] = []
  ) {
    self.checkpoint = checkpoint
    self.later = later
    self.undelivered = undelivered
    self.nextRecord = nextRecord
    self.damage = damage
  }

  /// Something could not be read, and an older checkpoint or the journal stands in for it.
  public var recovered: Bool { !damage.isEmpty }
}
