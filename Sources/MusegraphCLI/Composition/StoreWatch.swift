import Logging
import MuseStoreSQLite
import Synchronization

/// Tells the log when the store stops taking what is said, and when it takes it again.
final class StoreWatch: Sendable {
  private let logger: Logger
  private let isFailing = Mutex(false)

  init(logger: Logger) { self.logger = logger }

  func note(_ transaction: SQLiteStore.Transaction) {
    let fails = transaction.failure != nil
    let isNews = isFailing.withLock { isFailing in
      defer { isFailing = fails }
      return isFailing != fails
    }
    guard isNews else { return }
    if let failure = transaction.failure {
      logger.critical(
        "The store does not take what is said; messages are refused until it does", metadata: ["reason": "\(failure)"])
    } else {
      logger.notice("The store takes what is said again")
    }
  }
}
