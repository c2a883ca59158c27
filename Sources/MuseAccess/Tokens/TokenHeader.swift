import Foundation

/// What of a token's header counts, and what may not be in it.
///
/// Source: RFC 7515, section 4; RFC 8725 (best practices) on what to refuse.
struct TokenHeader: Decodable {
  var algorithm: String
  var keyID: String?
  private var type: String?

  private struct Name: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Keys that come with the token, or from where it says, are the sender's own; and `crit` asks for what nobody here understands.
  private static let forbidden: Set<String> = ["crit", "jwk", "jku", "x5u", "x5c", "b64", "zip", "enc"]

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Name.self)
    guard Self.forbidden.isDisjoint(with: container.allKeys.map(\.stringValue)) else { throw CredentialRefusal.forbiddenHeader }
    algorithm = try container.decode(String.self, forKey: Name(stringValue: "alg"))
    keyID = try container.decodeIfPresent(String.self, forKey: Name(stringValue: "kid"))
    type = try container.decodeIfPresent(String.self, forKey: Name(stringValue: "typ"))
  }

  /// A token that was made for another purpose says so.
  var isAccessToken: Bool {
    switch type?.lowercased() {
    case nil, "jwt", "at+jwt", "application/at+jwt": true
    default: false
    }
  }
}
