/// Why a credential is not accepted. Whoever sent it hears less: logs have the rest.
public enum CredentialRefusal: String, Error, Hashable, Sendable, CaseIterable {
  /// None was sent.
  case missing
  /// Several were sent, and they differ.
  case ambiguous
  /// It is neither a key nor a token, or one of a kind that this server does not take.
  case malformed
  case tooLong
  /// A key that was mistyped or cut: its checksum is wrong.
  case badChecksum
  /// A key that was never issued here.
  case unknownKey
  case revoked
  case expired
  case notYetValid
  /// The token names no key (`kid`), or one that is not known.
  case unknownSigner
  /// The token names another algorithm than its key is for: `none`, or RS256 for a shared secret.
  case wrongAlgorithm
  /// The header of the token asks for what may not be had: `crit`, or a key that comes with the token.
  case forbiddenHeader
  case badSignature
  /// Its issuer is another one, or is not named.
  case wrongIssuer
  /// It is meant for somebody else.
  case wrongAudience
  /// A claim is missing that must be there, or has a form that it may not have.
  case badClaims
  /// The keys to check it with cannot be had just now. This is the server's trouble and not the bearer's.
  case signersUnavailable

  /// Whether it is held against the address that it came from. Who sends nothing guesses nothing.
  public var countsAsFailure: Bool {
    switch self {
    case .missing, .signersUnavailable: false
    case .ambiguous, .malformed, .tooLong, .badChecksum, .unknownKey, .revoked, .expired, .notYetValid, .unknownSigner,
      .wrongAlgorithm, .forbiddenHeader, .badSignature, .wrongIssuer, .wrongAudience, .badClaims:
      true
    }
  }

  /// What its bearer is told. Only who has proved to hold it hears more than that it does not count.
  public var sentence: String {
    switch self {
    case .missing: "This server asks for credentials: an API key or a token."
    case .expired: "The credentials have expired. Connect again with new ones."
    case .revoked: "The credentials were revoked. Connect again with new ones."
    case .signersUnavailable: "Credentials cannot be checked just now. Please try again soon."
    case .ambiguous: "There are several credentials, and they differ. Send one."
    case .malformed, .tooLong, .badChecksum, .unknownKey, .notYetValid, .unknownSigner, .wrongAlgorithm, .forbiddenHeader,
      .badSignature, .wrongIssuer, .wrongAudience, .badClaims:
      "The credentials are not accepted."
    }
  }
}
