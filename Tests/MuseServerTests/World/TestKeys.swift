import MuseAccess
import MuseExpression
import MuseServer
import Testing

/// API keys for a server under test.
struct TestKeys {
  private var list = APIKeyList()

  static let now = LiveServer.clock

  mutating func key(
    _ tenant: String? = nil, client: String? = nil, admin: Bool = false, expires: Duration? = nil
  ) -> String {
    list.issue(
      name: "test", tenant: tenant.flatMap { Tenant($0) }, scopes: admin ? [.admin] : [.client],
      speaksFor: client.map(Identity.Voice.client) ?? .anyClient, at: Self.now, expires: expires.flatMap(Self.now.adding)
    ).secretText
  }

  /// One of the right form that was never issued.
  static var wrong: String { APIKeyText.random().secretText }

  var checker: CredentialChecker { CredentialChecker(keys: APIKeyRing(list), tokens: nil) }
}

extension LiveServer.Setup {
  static func asking(_ keys: TestKeys, _ change: (inout LiveServer.Setup) -> Void = { _ in }) -> LiveServer.Setup {
    .with { setup in
      setup.access = keys.checker
      change(&setup)
    }
  }
}
