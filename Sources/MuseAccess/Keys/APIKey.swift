import Crypto
public import MuseExpression

/// What is kept of an API key: everything but the key.
public struct APIKey: Hashable, Sendable {
  /// The part of the key that finds this entry; no secret.
  public var id: String
  /// What whoever runs the server calls it: `website`.
  public var name: String
  public var tenant: Tenant?
  public var scopes: Set<Identity.Scope>
  public var speaksFor: Identity.Voice
  public var created: Instant
  public var expires: Instant?
  public var revoked: Instant?
  /// The SHA-256 of the key, in hexadecimal digits.
  var hash: String

  /// The entry of a key that was just made.
  public init(
    _ text: APIKeyText, name: String, tenant: Tenant?, scopes: Set<Identity.Scope>, speaksFor: Identity.Voice, created: Instant,
    expires: Instant?
  ) {
    self.id = text.id
    self.name = name
    self.tenant = tenant
    self.scopes = scopes
    self.speaksFor = speaksFor
    self.created = created
    self.expires = expires
    self.hash = text.hash.hexadecimal
  }

  public enum Standing: String, Hashable, Sendable {
    case active, expired, revoked
  }

  public func standing(at now: Instant) -> Standing {
    if revoked != nil { return .revoked }
    return expires.map { now >= $0 } == true ? .expired : .active
  }

  var identity: Identity {
    Identity(tenant: tenant, speaksFor: speaksFor, scopes: scopes, expires: expires, keyID: id)
  }
}

extension SHA256Digest {
  var hexadecimal: String {
    map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }
}
