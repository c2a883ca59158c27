public import MuseExpression
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

  /// The reply of the turn that an input had; nil where it had none. Ids live as long as their thread.
  func answer(to input: InputID, in thread: ThreadID) async throws(StoreFailure) -> Reply?

  /// The threads that rest so since their newest commit: those that are due first come first, then by their ids.
  func find(_ wanted: WantedThreads) async throws(StoreFailure) -> [RestingThread]
}

/// What an input is known by: none of them has two turns.
public enum InputID: Hashable, Sendable {
  case message(MessageID)
  case event(MessageID)
  case staff(MessageID)
  /// Known to its wait only: a store has no answer to it.
  case timer(TimerID)
}

/// What a thread rests on between two commits, as far as it must be found again by it.
public struct Rest: Hashable, Sendable {
  /// In the middle of a turn, for the results of what it has begun.
  public var isWorking: Bool
  /// Its next timer is due then.
  public var due: Instant?
  /// Somebody of this queue is to take over, or has.
  public var queue: String?
  /// From then on it may be forgotten; nil: not as long as it rests so.
  public var expires: Instant?

  public init(isWorking: Bool = false, due: Instant? = nil, queue: String? = nil, expires: Instant? = nil) {
    self.isWorking = isWorking
    self.due = due
    self.queue = queue
    self.expires = expires
  }
}

public enum WantedThreads: Hashable, Sendable {
  /// Those that a restart has cut off in the middle of a turn.
  case working
  /// Those whose next timer is due before the instant, or at it: at most so many.
  case due(by: Instant, limit: Int)
  /// Those that wait for a person, or talk with one.
  case handedOff
  /// Those that may be forgotten at the instant, the longest due first: at most so many.
  case expired(by: Instant, limit: Int)
}

public struct RestingThread: Hashable, Sendable {
  public var id: ThreadID
  public var rest: Rest

  public init(id: ThreadID, rest: Rest) {
    self.id = id
    self.rest = rest
  }
}

/// What is stored at once.
public struct Commit: Hashable, Sendable {
  /// The number of the first record; a thread's records are counted from 1 without a gap.
  public var first: Int
  public var records: [JournalRecord]
  public var checkpoint: Checkpoint?
  /// What the thread rests on after it.
  public var rest: Rest
  /// How many checkpoints the thread keeps; older ones go.
  public var keep: Int
  /// The checkpoint's state as canonical JSON, where somebody has it already.
  var encodedState: [UInt8]?

  public init(first: Int, records: [JournalRecord], checkpoint: Checkpoint?, rest: Rest, keep: Int = 20) {
    self.first = first
    self.records = records
    self.checkpoint = checkpoint
    self.rest = rest
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
  /// Its time was over (`ThreadRetention`): nothing is left of it but `nextRecord`.
  public var isForgotten: Bool

  public static let undeliveredLimit = 50

  public init(
    checkpoint: Checkpoint?, later: [JournalEntry], undelivered: [Reply], nextRecord: Int, damage: [String] = [],
    isForgotten: Bool = false
  ) {
    self.isForgotten = isForgotten
    self.checkpoint = checkpoint
    self.later = later
    self.undelivered = undelivered
    self.nextRecord = nextRecord
    self.damage = damage
  }

  /// Something could not be read, and an older checkpoint or the journal stands in for it.
  public var recovered: Bool { !damage.isEmpty }
}
