/// How a token may be signed. A key is for one of them, whatever the token says.
///
/// Source: RFC 7518, section 3.1; RFC 8037, section 3.1.
public enum SignatureAlgorithm: String, Hashable, Sendable, CaseIterable {
  /// HMAC with SHA-256: whoever checks a token could also make one.
  case hs256 = "HS256"
  case rs256 = "RS256"
  case es256 = "ES256"
  case edDSA = "EdDSA"
}
