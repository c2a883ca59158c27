/// Which credentials a server takes, and where what they are checked with lies. With neither keys nor tokens nobody is asked for any.
public struct CredentialSettings: Hashable, Sendable {
  /// The file of the API keys, as `musegraph key` writes it.
  public var keys: String?
  /// The keys for tokens: a JSON Web Key Set, in a file or behind an address of an issuer (`https://…`).
  public var tokenKeys: String?
  /// The one issuer whose tokens count.
  public var issuer: String?
  /// What this server is called in tokens.
  public var audience: String?
  /// The claim that names the tenant; nil: tokens know no tenants.
  public var tenantClaim: String?
  /// The claim that is `true` for whoever may run the server.
  public var adminClaim = "admin"
  /// By how much the issuer's clock may differ from ours.
  public var leeway = Duration.seconds(10)

  public init() {}
}
