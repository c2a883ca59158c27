import Logging

/// Threads are kept for as many days as their graph says (`policy.keep.days`).
extension ConversationDirectory {
  /// How many are looked up at once.
  private static let forgottenAtOnce = 200

  /// Forgets the threads whose time is over.
  ///
  /// - Returns: how many there were.
  @discardableResult
  public func forgetExpired() async throws(StoreFailure) -> Int {
    var count = 0
    while true {
      let expired = try await resources.store.find(.expired(by: resources.time.now(), limit: Self.forgottenAtOnce))
      var forgotten = 0
      for thread in expired {
        let isForgotten = await entry(thread.id, isUsed: false).forget()
        forgotten += isForgotten ? 1 : 0
      }
      count += forgotten
      // What is left cannot be forgotten now.
      guard forgotten > 0, expired.count == Self.forgottenAtOnce else { return count }
    }
  }

  /// At once and every hour, until the task is cancelled. A clock that leaps ahead makes nobody forgotten.
  func keepForgetting() async {
    guard resources.retention != nil else { return }
    var trust = ClockTrust()
    while !Task.isCancelled {
      if let lead = trust.lead(of: resources.time) {
        resources.logger.error("The clock has leapt ahead: no thread is forgotten", metadata: ["by": "\(lead)"])
      } else {
        await forgetAllExpired()
      }
      // It fails only where the task is cancelled.
      try? await resources.time.sleep(for: .seconds(3600))
    }
  }

  private func forgetAllExpired() async {
    do {
      let count = try await forgetExpired()
      if count > 0 { resources.logger.info("Threads were forgotten", metadata: ["count": "\(count)"]) }
    } catch {
      resources.logger.error("Expired threads could not be found", metadata: ["reason": "\(error)"])
    }
  }
}

// MARK: What is kept of a person's thread, for the person

extension ConversationDirectory {
  public enum Erasure: Hashable, Sendable {
    case erased
    /// There is nothing of such a thread.
    case unknown
    /// A turn is running, or waits.
    case busy
    /// The store cannot be reached, or forgets nothing.
    case failed
  }

  /// The whole journal of a thread, with its graphs; empty for an unknown one.
  public func export(_ thread: ThreadID) async throws(StoreFailure) -> JournalFile {
    try await JournalFile.of(thread, store: resources.store, archive: resources.library.archive)
  }

  /// Deletes all that was kept of a thread, whenever its time would be over, and what was set aside with it. Its number of records
  /// stays, so that no id of a write is given twice. What tools have done for it is theirs.
  public func erase(_ thread: ThreadID) async -> Erasure { await entry(thread, isUsed: false).erase() }
}
