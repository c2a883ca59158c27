/// The credentials that a request brings, from the three places where they may stand: the header `Authorization`, the names of
/// subprotocols (browsers can send no header with a WebSocket), and the address.
public struct CredentialOffer: Hashable, Sendable {
  /// What a subprotocol begins with that carries a credential.
  public static let subprotocolPrefix = "bearer."

  private var credentials: [String] = []
  /// `Authorization` begins like a bearer's credential, and goes on like none.
  private var isMalformed = false

  /// - Parameters:
  ///   - authorization: every field `Authorization`. Other schemes are passed over: a proxy in front may ask for them.
  ///   - subprotocols: the names that were offered.
  ///   - query: the value of `access_token`.
  public init(authorization: [String], subprotocols: [String] = [], query: String?) {
    for field in authorization {
      let words = field.split(separator: " ", omittingEmptySubsequences: true)
      guard words.first?.lowercased() == "bearer" else { continue }
      if words.count == 2 { credentials.append(String(words[1])) } else { isMalformed = true }
    }
    for name in subprotocols where name.hasPrefix(Self.subprotocolPrefix) {
      credentials.append(String(name.dropFirst(Self.subprotocolPrefix.count)))
    }
    if let query { credentials.append(query) }
  }

  /// The one credential: the same one in two places counts as one.
  public func credential() throws(CredentialRefusal) -> String {
    guard !isMalformed else { throw .malformed }
    guard let first = credentials.first else { throw .missing }
    guard credentials.allSatisfy({ $0 == first }) else { throw .ambiguous }
    guard !first.isEmpty else { throw .missing }
    return first
  }
}

/// Its description would hand the credentials to a log.
extension CredentialOffer: CustomStringConvertible, CustomReflectable {
  public var description: String { "\(credentials.count) credentials" }
  public var customMirror: Mirror { Mirror(self, children: ["count": credentials.count]) }
}
