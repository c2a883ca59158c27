import MuseAccess
import MuseExpression
import Testing

private let now = TestIssuer.now.seconds

@Suite("The claims of tokens")
struct ClaimTests {
  private let issuer = TestIssuer()

  @Test(
    "each claim must be there, in its kind, and fit",
    arguments: [
      ("exp", nil, .badClaims), ("exp", #""2030-01-01""#, .badClaims), ("exp", "true", .badClaims), ("exp", "null", .badClaims),
      ("exp", "\(now)", nil), ("exp", "\(now - 9)", nil), ("exp", "\(now - 10)", .expired), ("exp", "0", .expired),
      ("exp", "-1", .expired), ("exp", "1e300", .badClaims), ("exp", "\(now + 60).5", nil), ("exp", "-1e300", .expired),
      ("nbf", "\(now)", nil), ("nbf", "\(now + 10)", nil), ("nbf", "\(now + 11)", .notYetValid), ("nbf", "1e300", .notYetValid),
      ("nbf", #""now""#, .badClaims),
      ("iss", nil, .wrongIssuer), ("iss", #""https://issuer.example/""#, .wrongIssuer),
      ("iss", #""HTTPS://ISSUER.EXAMPLE""#, .wrongIssuer),
      ("iss", #"["https://issuer.example"]"#, .badClaims),
      ("aud", nil, .wrongAudience), ("aud", #""other""#, .wrongAudience), ("aud", #"["other","musegraph"]"#, nil),
      ("aud", "[]", .wrongAudience), ("aud", #"["musegraph ","Musegraph"]"#, .wrongAudience), ("aud", "1", .badClaims),
      ("aud", #"{"musegraph":1}"#, .badClaims),
      ("sub", nil, .badClaims), ("sub", #""""#, .badClaims), ("sub", "1", .badClaims), ("sub", #"["ann-1"]"#, .badClaims),
    ] as [(String, String?, CredentialRefusal?)])
  func claim(name: String, value: String?, refusal: CredentialRefusal?) async throws {
    let verdict = try await issuer.verdict(on: issuer.token(claims: [name: value]))
    switch verdict {
    case .success: #expect(refusal == nil)
    case .failure(let found): #expect(found == refusal)
    }
  }

  @Test("a token ends when it says so, and the leeway is over")
  func end() async throws {
    let identity = try await issuer.verdict(on: issuer.token(claims: ["exp": "\(now + 60)"])).get()
    #expect(identity.expires == TestIssuer.now.adding(.seconds(70)))
  }

  @Test(
    "whoever has the claim 'admin' runs the server, and nobody else", arguments: ["true", "false", #""true""#, "1", #"["true"]"#])
  func admin(value: String) async throws {
    let identity = try await issuer.verdict(on: issuer.token(claims: ["admin": value])).get()
    #expect(identity.scopes == (value == "true" ? [.client, .admin] : [.client]))
    #expect(identity.administers == (value == "true" ? .everybody : nil))
  }

  @Test(
    "where tokens name a tenant, each must name one",
    arguments: [
      (#""acme""#, "acme"), (nil, nil), (#""""#, nil), (#""ac me""#, nil), (#""acme:ann-1""#, nil), ("1", nil),
      (#"["acme"]"#, nil),
    ] as [(String?, String?)])
  func tenant(value: String?, name: String?) async throws {
    var rules = TestIssuer.rules
    rules.tenantClaim = "org"
    let verdict = try await issuer.verdict(on: issuer.token(claims: ["org": value, "admin": "true"]), rules: rules)
    guard let name else {
      #expect(verdict == .failure(.badClaims))
      return
    }
    #expect(try verdict.get().tenant == Tenant(name))
    #expect(try verdict.get().administers == Tenant(name).map(Domain.tenant))
  }

  @Test("without such a rule a tenant in a token means nothing")
  func noTenant() async throws {
    #expect(try await issuer.verdict(on: issuer.token(claims: ["tenant": #""acme""#])).get().tenant == nil)
  }
}
