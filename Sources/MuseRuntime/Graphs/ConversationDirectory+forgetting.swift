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
