public import MuseRuntime

extension SQLiteStore {
  /// What is left of what was acknowledged, when the process or the machine ends.
  public enum Durability: String, Hashable, Sendable, CaseIterable {
    /// All of it. Each transaction is flushed to the disk before its writers hear of it (`PRAGMA synchronous = FULL`, in WAL mode one
    /// `fdatasync`: https://www.sqlite.org/pragma.html#pragma_synchronous); writers that wait share one.
    case full
    /// All of it where the process is killed, by `kill -9` too. Where the machine loses power, what was written in the last seconds may
    /// be gone, for all threads back to the same moment: the disk is flushed only when the WAL is checkpointed.
    case normal

    var pragma: String {
      switch self {
      case .full: "PRAGMA synchronous = FULL"
      case .normal: "PRAGMA synchronous = NORMAL"
      }
    }
  }

  /// One transaction, for whoever counts them.
  public struct Transaction: Hashable, Sendable {
    /// How many writes shared it.
    public var writes: Int
    /// From its beginning to its end, with the flush.
    public var duration: Duration
    /// Flushes to the disk that its writers waited for.
    public var flushes: Int
    /// Nil: it was stored.
    public var failure: StoreFailure?
  }

  /// Called after each transaction, before its writers hear of it. It must return at once.
  public typealias TransactionObserver = @Sendable (Transaction) -> Void
}
