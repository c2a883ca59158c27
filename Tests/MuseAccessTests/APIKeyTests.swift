import MuseAccess
import MuseExpression
import Testing

@Suite("API keys")
struct APIKeyTests {
  private static let now = TestIssuer.now

  private static func refusal<Value>(_ work: () throws(CredentialRefusal) -> Value) -> CredentialRefusal? {
    do throws(CredentialRefusal) {
      _ = try work()
      return nil
    } catch {
      return error
    }
  }

  @Test("a key has one form, and no two are alike")
  func form() throws {
    let keys = (0..<1000).map { _ in APIKeyText.random() }
    #expect(Set(keys.map(\.secretText)).count == 1000)
    for key in keys {
      #expect(try #/mg_[0-9a-hjkmnp-tv-z]{8}_[0-9a-hjkmnp-tv-z]{38}/#.wholeMatch(in: key.secretText) != nil)
      #expect(try APIKeyText(parsing: key.secretText) == key)
      #expect(key.secretText.contains("_\(key.id)_"))
    }
  }

  @Test("every character of the secret is as likely as any other")
  func randomness() {
    var counts: [Character: Int] = [:]
    for _ in 0..<1000 {
      for character in APIKeyText.random().secretText.dropFirst(12).prefix(32) { counts[character, default: 0] += 1 }
    }
    #expect(counts.count == 32)
    // 1000 each; 5 standard deviations are 156.
    #expect(counts.values.allSatisfy { (800...1200).contains($0) })
  }

  @Test("a mistyped key is known by its checksum, wherever the mistake is")
  func checksum() {
    let key = Array(APIKeyText.random().secretText)
    for index in key.indices.dropFirst(3) where key[index] != "_" {
      var wrong = key
      wrong[index] = key[index] == "7" ? "8" : "7"
      #expect(Self.refusal { () throws(CredentialRefusal) in try APIKeyText(parsing: String(wrong)) } == .badChecksum)
    }
  }

  @Test(
    "what is no key is not looked for",
    arguments: ["", "mg_", "mg__", "MG_7k2m9q4x", "mg_7k2m9q4x_short", "mg_" + String(repeating: "0", count: 47), "mg_é"])
  func noKey(text: String) {
    #expect(Self.refusal { () throws(CredentialRefusal) in try APIKeyText(parsing: text) } == .malformed)
  }

  @Test("a key does not show in descriptions, dumps and reflections")
  func hidden() {
    let key = APIKeyText.random()
    var dumped = ""
    dump([key], to: &dumped)
    for text in ["\(key)", String(reflecting: key), String(describing: [key]), dumped] {
      #expect(!text.contains(key.secretText.suffix(38)))
      #expect(text.contains(key.id))
    }
  }

  @Test("a key says who its bearer is, until it ends or is revoked")
  func life() throws {
    var list = APIKeyList()
    let tenant = Tenant("acme")
    let end = Instant(seconds: Self.now.seconds + 60)
    let text = list.issue(
      name: "ann", tenant: tenant, scopes: [.client], speaksFor: .client("ann-1"), at: Self.now, expires: end)
    let ann = Identity(tenant: tenant, speaksFor: .client("ann-1"), scopes: [.client], expires: end, keyID: text.id)
    #expect(try list.identity(of: text, at: Self.now) == ann)
    #expect(Self.refusal { () throws(CredentialRefusal) in try list.identity(of: text, at: end) } == .expired)
    list.revoke(text.id, at: Self.now)
    #expect(Self.refusal { () throws(CredentialRefusal) in try list.identity(of: text, at: Self.now) } == .revoked)
    #expect(list.revoke("nothing0", at: Self.now) == nil)
  }

  @Test("another key with the same id is unknown, revoked or not")
  func sameID() throws {
    var zero = Constant(value: 0)
    let genuine = APIKeyText.random(using: &zero)
    var entry = APIKey(
      genuine, name: "a", tenant: nil, scopes: [.client], speaksFor: .anyClient, created: Self.now, expires: nil)
    var later = Constant(value: 0, after: 8, then: 1)
    let forged = APIKeyText.random(using: &later)
    #expect(forged.id == genuine.id && forged != genuine)
    for revoked in [nil, Self.now] {
      entry.revoked = revoked
      let list = APIKeyList(keys: [entry])
      #expect(Self.refusal { () throws(CredentialRefusal) in try list.identity(of: forged, at: Self.now) } == .unknownKey)
    }
  }

  @Test(
    "an identity speaks for whom it says, and administers its tenant only",
    arguments: [
      (Identity.Voice.client("ann-1"), [.client], "ann-1", true), (.client("ann-1"), [.client], "bob-1", false),
      (.client("ann-1"), [.client], "ann-10", false), (.client("ann-1"), [.client], "ANN-1", false),
      (.anyClient, [.client], "bob-1", true), (.anyClient, [.admin], "bob-1", false),
      (.client("ann-1"), [.admin], "ann-1", false),
      (.anyClient, [], "ann-1", false),
    ] as [(Identity.Voice, Set<Identity.Scope>, String, Bool)])
  func ownership(voice: Identity.Voice, scopes: Set<Identity.Scope>, client: String, may: Bool) {
    let acme = Tenant("acme")
    let identity = Identity(tenant: acme, speaksFor: voice, scopes: scopes)
    #expect(identity.maySpeak(for: client) == may)
    #expect(identity.administers?.contains(acme) == (scopes.contains(.admin) ? true : nil))
    #expect(identity.administers?.contains(nil) != true)
    #expect(identity.administers?.contains(Tenant("other")) != true)
    #expect(Domain.everybody.contains(nil) && Domain.everybody.contains(acme))
  }

  @Test("a tenant has a plain name", arguments: ["", "a:b", "a/b", "a b", "ä", "a\0", "..", String(repeating: "a", count: 65)])
  func tenantNames(name: String) {
    #expect(Tenant(name) == nil)
  }
}

/// Gives one value again and again, and another one later.
private struct Constant: RandomNumberGenerator {
  var value: UInt64
  var after = Int.max
  var then: UInt64 = 0

  mutating func next() -> UInt64 {
    after -= 1
    return after < 0 ? then : value
  }
}
