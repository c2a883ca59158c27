public import MuseExpression

/// Tells who the bearer of a credential is: an API key (it begins with `mg_`) or a signed token.
///
/// ```swift
/// let checker = CredentialChecker(keys: try APIKeyRing(file: file, logger: logger), tokens: nil)
/// let identity = try await checker.identity(of: credential, at: time.now())
/// ```
public struct CredentialChecker: Sendable {
  /// Tokens, the rules for them, and where the keys come from that they are checked with.
  public struct Tokens: Sendable {
    let verifier: TokenVerifier
    let source: KeySetSource

    public init(rules: TokenRules, source: KeySetSource) {
      verifier = TokenVerifier(rules: rules)
      self.source = source
    }
  }

  private let keys: APIKeyRing?
  private let tokens: Tokens?

  /// - Parameters:
  ///   - keys: nil: keys are not taken.
  ///   - tokens: nil: tokens are not taken.
  public init(keys: APIKeyRing?, tokens: Tokens?) {
    self.keys = keys
    self.tokens = tokens
  }

  public func identity(of credential: String, at now: Instant) async throws(CredentialRefusal) -> Identity {
    guard credential.utf8.count <= TokenVerifier.longest else { throw .tooLong }
    if credential.hasPrefix(APIKeyText.prefix) {
      guard let keys else { throw .malformed }
      return try await keys.identity(of: try APIKeyText(parsing: credential), at: now)
    }
    guard let tokens else { throw .malformed }
    let keyID = try tokens.verifier.keyID(of: credential)
    return try tokens.verifier.identity(of: credential, keys: try await tokens.source.keys(for: keyID, at: now), at: now)
  }

  /// Whether an identity that was accepted has lost its credential since: its key was revoked.
  public func isWithdrawn(_ identity: Identity, at now: Instant) async -> Bool {
    guard let id = identity.keyID else { return false }
    return await keys?.isRevoked(id, at: now) ?? false
  }
}
