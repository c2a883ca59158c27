import Logging
import MuseAccess
import MuseRuntime
import Synchronization

/// Asks whoever comes for credentials, and holds off addresses that bring wrong ones again and again.
///
/// A credential is never logged: refusals are, as security events, with the reason and the address.
final class Doorkeeper: Sendable {
  private let checker: CredentialChecker?
  private let time: any TimeSource
  private let logger: Logger
  private let throttle: Mutex<FailureThrottle>

  /// - Parameter checker: nil: nobody is asked for anything.
  init(checker: CredentialChecker?, limits: FailureThrottle.Limits, time: any TimeSource, logger: Logger) {
    self.checker = checker
    self.time = time
    self.logger = logger
    throttle = Mutex(FailureThrottle(limits: limits))
  }

  var asksForCredentials: Bool { checker != nil }

  /// - Throws: `heldOff` for an address that has failed too often.
  func checkPatience(with address: String) throws(HTTPRefusal) {
    guard checker != nil, let wait = throttle.withLock({ $0.wait(for: address, at: time.now()) }) else { return }
    throw .heldOff(seconds: max(1, Int(wait.components.seconds) + (wait.components.attoseconds > 0 ? 1 : 0)))
  }

  /// Who brings these credentials; nil where nobody is asked for any.
  ///
  /// - Parameter wish: what was asked for, for the log.
  func identity(
    of offer: CredentialOffer, from address: String, for wish: String
  ) async throws(CredentialRefusal) -> Identity? {
    guard let checker else { return nil }
    do throws(CredentialRefusal) {
      let identity = try await checker.identity(of: try offer.credential(), at: time.now())
      throttle.withLock { $0.noteSuccess(from: address) }
      return identity
    } catch {
      note(error, from: address, for: wish)
      throw error
    }
  }

  /// Whether an identity has lost its credential since it came in.
  func isWithdrawn(_ identity: Identity) async -> Bool { await checker?.isWithdrawn(identity, at: time.now()) ?? false }

  // MARK: The log of security events

  private func note(_ refusal: CredentialRefusal, from address: String, for wish: String) {
    guard refusal.countsAsFailure else {
      return logger.info(
        "Nobody was let in", metadata: ["reason": "\(refusal.rawValue)", "address": "\(address)", "wish": "\(wish)"])
    }
    let wait = throttle.withLock { $0.noteFailure(from: address, at: time.now()) }
    var metadata = event("credentials_refused", address)
    metadata["reason"] = "\(refusal.rawValue)"
    metadata["wish"] = "\(wish)"
    if let wait { metadata["held_off_seconds"] = "\(wait.components.seconds)" }
    logger.warning("Credentials were refused", metadata: metadata)
  }

  /// Somebody who proved to be one client, or no administrator, wanted to be more.
  func noteTrespass(_ identity: Identity, from address: String, for wish: String) {
    var metadata = event("not_allowed", address)
    metadata["wish"] = "\(wish)"
    metadata["tenant"] = identity.tenant.map { "\($0)" }
    metadata["key"] = identity.keyID.map { "\($0)" }
    logger.warning("Somebody wanted what is not theirs", metadata: metadata)
  }

  private func event(_ name: String, _ address: String) -> Logger.Metadata {
    ["security_event": "\(name)", "address": "\(address)"]
  }
}
