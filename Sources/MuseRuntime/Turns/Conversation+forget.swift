import Logging

extension Conversation {
  /// In the worker, so that no turn runs meanwhile: false where the thread's time is not over, or nobody can tell.
  func forgetNow() async -> Bool {
    guard let retention = resources.retention else { return false }
    do {
      guard try await retention.forget(id, expiredBy: resources.time.now()) else { return false }
    } catch {
      resources.logger.error("A thread could not be forgotten", metadata: ["thread": "\(id)", "reason": "\(error)"])
      return false
    }
    thread = nil
    book = DeliveryBook()
    owesRecoveryNotice = false
    return true
  }
}
