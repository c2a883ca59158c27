import Foundation
import MuseExpression

/// The keys file: JSON, one object for each key.
///
/// ```json
/// {"musegraph_keys": 1, "keys": [{"id": "7k2m9q4x", "name": "website", "tenant": "acme", "scopes": ["client"], "client": "ann-1",
///   "created": "2026-11-23T09:00:00Z", "expires": "2027-11-23T09:00:00Z", "sha256": "9f86…"}]}
/// ```
extension APIKeyList: Codable {
  private enum CodingKeys: String, CodingKey {
    case version = "musegraph_keys"
    case keys
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard try container.decode(Int.self, forKey: .version) == 1 else {
      throw DecodingError.dataCorruptedError(
        forKey: .version, in: container, debugDescription: "A newer musegraph wrote it: this one reads version 1.")
    }
    self.init(keys: try container.decode([APIKey].self, forKey: .keys))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(1, forKey: .version)
    try container.encode(keys, forKey: .keys)
  }

  /// With sorted keys and one field on each line, so that two versions of it can be compared.
  func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
  }
}

extension APIKey: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, name, tenant, scopes, client, created, expires, revoked
    case hash = "sha256"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    name = try container.decode(String.self, forKey: .name)
    scopes = Set(try container.decode([Identity.Scope].self, forKey: .scopes))
    speaksFor = try container.decodeIfPresent(String.self, forKey: .client).map(Identity.Voice.client) ?? .anyClient
    hash = try container.decode(String.self, forKey: .hash)
    tenant = try container.decodeIfPresent(String.self, forKey: .tenant).map { text in
      guard let tenant = Tenant(text) else {
        throw DecodingError.dataCorruptedError(forKey: .tenant, in: container, debugDescription: "'\(text)' names no tenant.")
      }
      return tenant
    }
    guard let created = try container.instant(.created) else {
      throw DecodingError.dataCorruptedError(forKey: .created, in: container, debugDescription: "It is missing.")
    }
    self.created = created
    expires = try container.instant(.expires)
    revoked = try container.instant(.revoked)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(name, forKey: .name)
    try container.encodeIfPresent(tenant?.rawValue, forKey: .tenant)
    try container.encode(scopes.sorted { $0.rawValue < $1.rawValue }, forKey: .scopes)
    if case .client(let client) = speaksFor { try container.encode(client, forKey: .client) }
    try container.encode(hash, forKey: .hash)
    try container.encode(created.rfc3339, forKey: .created)
    try container.encodeIfPresent(expires?.rfc3339, forKey: .expires)
    try container.encodeIfPresent(revoked?.rfc3339, forKey: .revoked)
  }
}

extension KeyedDecodingContainer {
  /// A time as RFC 3339 has it: one that cannot be read must not count as none.
  fileprivate func instant(_ key: Key) throws -> Instant? {
    guard let text = try decodeIfPresent(String.self, forKey: key) else { return nil }
    guard let instant = Instant(rfc3339: text) else {
      throw DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: "'\(text)' is no time (RFC 3339).")
    }
    return instant
  }
}
