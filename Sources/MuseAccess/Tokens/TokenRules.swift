/// What a token must say to count.
public struct TokenRules: Hashable, Sendable {
  /// The one issuer whose tokens count (`iss`).
  public var issuer: String
  /// What this server is called in tokens: `aud` must be it, or hold it.
  public var audience: String
  /// The claim that names the tenant; then every token must have it. Nil: all bearers are of the one world without a tenant.
  public var tenantClaim: String?
  /// The claim that is `true` for whoever may run the server.
  public var adminClaim: String
  /// By how much the issuer's clock may differ from ours.
  public var leeway: Duration

  public init(
    issuer: String, audience: String, tenantClaim: String? = nil, adminClaim: String = "admin", leeway: Duration = .seconds(10)
  ) {
    self.issuer = issuer
    self.audience = audience
    self.tenantClaim = tenantClaim
    self.adminClaim = adminClaim
    self.leeway = leeway
  }
}
