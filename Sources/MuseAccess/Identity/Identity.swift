public import MuseExpression

/// Who somebody has proved to be: what a credential that was checked says of its bearer.
public struct Identity: Hashable, Sendable {
  /// What the bearer may do.
  public enum Scope: String, Hashable, Sendable, Codable, CaseIterable {
    /// Talk, as the clients of `speaksFor`.
    case client
    /// Run the server: see who is connected, take over threads, report events.
    case admin
  }

  /// In whose name the bearer may talk.
  public enum Voice: Hashable, Sendable {
    /// One client, by its id.
    case client(String)
    /// Any client of the tenant: a server of its own that has checked who its people are.
    case anyClient
  }

  public var tenant: Tenant?
  public var speaksFor: Voice
  public var scopes: Set<Scope>
  /// From then on the credential counts no more, and what was opened with it is closed. Nil: never.
  public var expires: Instant?
  /// The API key behind it; nil for a token.
  public var keyID: String?

  public init(tenant: Tenant? = nil, speaksFor: Voice, scopes: Set<Scope>, expires: Instant? = nil, keyID: String? = nil) {
    self.tenant = tenant
    self.speaksFor = speaksFor
    self.scopes = scopes
    self.expires = expires
    self.keyID = keyID
  }

  /// Whether the bearer may talk as this client of its tenant.
  public func maySpeak(for client: String) -> Bool {
    guard scopes.contains(.client) else { return false }
    switch speaksFor {
    case .client(let own): return own == client
    case .anyClient: return true
    }
  }

  /// Whose threads the bearer may look after; nil: nobody's.
  public var administers: Domain? {
    guard scopes.contains(.admin) else { return nil }
    return tenant.map(Domain.tenant) ?? .everybody
  }
}

/// What an administrator looks after.
public enum Domain: Hashable, Sendable {
  /// The whole server, with all its tenants: the credential names none.
  case everybody
  case tenant(Tenant)

  public func contains(_ tenant: Tenant?) -> Bool {
    switch self {
    case .everybody: true
    case .tenant(let own): own == tenant
    }
  }
}
