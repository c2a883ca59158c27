import Logging
import MuseInterpreter

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
    beginAnew()
    return true
  }

  private func beginAnew() {
    thread = nil
    book = DeliveryBook()
    owesRecoveryNotice = false
  }

  /// Deletes the thread, between two turns.
  func erase() async -> ConversationDirectory.Erasure {
    guard queue.isEmpty else { return .busy }
    let promise = erasing ?? Promise<ConversationDirectory.Erasure>()
    erasing = promise
    startWork()
    return await promise.value()
  }

  func eraseNow() async -> ConversationDirectory.Erasure {
    guard let retention = resources.retention else { return .failed }
    // In the middle of a turn that a restart has cut off nobody knows what its write has done.
    if let thread, thread.state.isWorking { return .busy }
    do {
      guard try await retention.erase(id) else { return .unknown }
    } catch {
      resources.logger.error("A thread could not be erased", metadata: ["thread": "\(id)", "reason": "\(error)"])
      return .failed
    }
    resources.logger.info("A thread was erased", metadata: ["thread": "\(id)"])
    beginAnew()
    await tellRest(of: Rest())
    return .erased
  }
}
