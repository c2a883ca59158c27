public import MuseExpression

/// All keys that were ever issued. A revoked one stays: its id must not count as unknown, and who revoked it wants to see it.
public struct APIKeyList: Hashable, Sendable {
  /// In the order in which they were made.
  public private(set) var keys: [APIKey]

  public init(keys: [APIKey] = []) { self.keys = keys }

  /// - Returns: the key, which nobody can read from the list again.
  public mutating func issue(
    name: String, tenant: Tenant? = nil, scopes: Set<Identity.Scope> = [.client], speaksFor: Identity.Voice = .anyClient,
    at now: Instant, expires: Instant? = nil
  ) -> APIKeyText {
    var text = APIKeyText.random()
    while key(text.id) != nil { text = APIKeyText.random() }
    keys.append(
      APIKey(
        text, name: name, tenant: tenant, scopes: scopes, speaksFor: speaksFor, created: now, expires: expires))
    return text
  }

  public func key(_ id: String) -> APIKey? { keys.first { $0.id == id } }

  /// - Returns: the entry as it is now; nil where there is none. A second time changes nothing.
  @discardableResult
  public mutating func revoke(_ id: String, at now: Instant) -> APIKey? {
    guard let index = keys.firstIndex(where: { $0.id == id }) else { return nil }
    if keys[index].revoked == nil { keys[index].revoked = now }
    return keys[index]
  }

  /// The bearer of a key.
  ///
  /// The hashes are compared in a time that does not tell how much of them agrees; that an id is there may be known.
  public func identity(of text: APIKeyText, at now: Instant) throws(CredentialRefusal) -> Identity {
    guard let key = key(text.id), areEqual(key.hash, text.hash.hexadecimal) else { throw .unknownKey }
    switch key.standing(at: now) {
    case .active: return key.identity
    case .expired: throw .expired
    case .revoked: throw .revoked
    }
  }

  private func areEqual(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
