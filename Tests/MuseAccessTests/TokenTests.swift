import Crypto
import CryptoExtras
import Foundation
import MuseAccess
import MuseExpression
import Testing

@Suite("Tokens")
struct TokenTests {
  private let issuer = TestIssuer()
  private static let ann = Identity(
    speaksFor: .client("ann-1"), scopes: [.client], expires: TestIssuer.now.adding(.seconds(610)))

  @Test("a good token says who its bearer is, by each algorithm", arguments: TestIssuer.Kind.allCases)
  func good(kind: TestIssuer.Kind) async throws {
    #expect(try await issuer.verdict(on: issuer.token(kind)) == .success(Self.ann))
  }

  // MARK: Whose signature it is

  @Test("nobody signs with 'none'", arguments: ["none", "None", "NONE", "nOnE", ""])
  func none(algorithm: String) async throws {
    for kid in TestIssuer.Kind.allCases.map(\.kid) {
      let header = TestIssuer.json(["alg": "\"\(algorithm)\"", "kid": "\"\(kid)\""])
      let unsigned = Data(header.utf8).base64URL + "." + Data(TestIssuer.json(TestIssuer.claims([:])).utf8).base64URL + "."
      #expect(try await issuer.verdict(on: unsigned) == .failure(.wrongAlgorithm))
    }
  }

  @Test("a public key is no shared secret, in whatever form")
  func confusion() async throws {
    let key = try issuer.rsa.publicKey
    let forms = [
      Data(key.pemRepresentation.utf8), Data((key.pemRepresentation + "\n").utf8), key.derRepresentation,
      try key.getKeyPrimitives().modulus, Data(issuer.ec.publicKey.pemRepresentation.utf8),
      issuer.ec.publicKey.x963Representation,
      issuer.ed.publicKey.rawRepresentation,
    ]
    for form in forms {
      for kid in ["rs256", "es256", "eddsa"] {
        let header = TestIssuer.json(["alg": #""HS256""#, "kid": "\"\(kid)\""])
        let signed = Data(header.utf8).base64URL + "." + Data(TestIssuer.json(TestIssuer.claims([:])).utf8).base64URL
        let code = HMAC<SHA256>.authenticationCode(for: Data(signed.utf8), using: SymmetricKey(data: form))
        #expect(try await issuer.verdict(on: signed + "." + Data(code).base64URL) == .failure(.wrongAlgorithm))
      }
    }
  }

  @Test("a key counts for its own algorithm only, whatever the token says")
  func bound() async throws {
    for signer in TestIssuer.Kind.allCases {
      for named in TestIssuer.Kind.allCases where named != signer {
        // By the signer's key under its own name, but as another algorithm; and by its own algorithm under another key's name.
        let posing = try issuer.token(signer, header: ["alg": "\"\(named.rawValue)\""])
        #expect(try await issuer.verdict(on: posing) == .failure(.wrongAlgorithm))
        let borrowed = try issuer.token(signer, header: ["kid": "\"\(named.kid)\""])
        #expect(try await issuer.verdict(on: borrowed) == .failure(.wrongAlgorithm))
        let both = try issuer.token(signer, header: ["alg": "\"\(named.rawValue)\"", "kid": "\"\(named.kid)\""])
        #expect(try await issuer.verdict(on: both) == .failure(.badSignature))
      }
    }
  }

  @Test(
    "algorithms that are not served are refused",
    arguments: ["HS384", "HS512", "RS384", "RS512", "PS256", "ES384", "ES512", "ES256K", "RSA-OAEP", "hs256", "HS256 "])
  func otherAlgorithms(name: String) async throws {
    #expect(try await issuer.verdict(on: issuer.token(header: ["alg": "\"\(name)\""])) == .failure(.wrongAlgorithm))
  }

  @Test("a key must be named, and known", arguments: [#""""#, #""other""#, #""ES256""#, #""../../dev/null""#, "null"])
  func unknownKey(kid: String) async throws {
    #expect(try await issuer.verdict(on: issuer.token(header: ["kid": kid])) == .failure(.unknownSigner))
  }

  @Test("a key that is named by no text is no token")
  func strangeKeyName() async throws {
    #expect(try await issuer.verdict(on: issuer.token(header: ["kid": "1"])) == .failure(.malformed))
  }

  @Test(
    "a token brings no key of its own, and asks for nothing special, even when it is signed well",
    arguments: [
      ("crit", #"["exp"]"#), ("crit", "[]"), ("jwk", #"{"kty":"oct","k":"c2VjcmV0"}"#), ("jku", #""https://evil.example/keys""#),
      ("x5u", #""https://evil.example/cert""#), ("x5c", #"["MIIB"]"#), ("b64", "false"), ("zip", #""DEF""#),
      ("enc", #""A128GCM""#),
    ])
  func forbiddenHeader(name: String, value: String) async throws {
    #expect(try await issuer.verdict(on: issuer.token(header: [name: value])) == .failure(.forbiddenHeader))
  }

  @Test("a token that was signed by a key it brings along is refused before the key is looked at")
  func embeddedKey() async throws {
    let other = P256.Signing.PrivateKey()
    let point = other.publicKey.rawRepresentation
    let key = #"{"kty":"EC","crv":"P-256","x":"\#(point.prefix(32).base64URL)","y":"\#(point.suffix(32).base64URL)"}"#
    let signed = [#"{"alg":"ES256","kid":"es256","jwk":\#(key)}"#, TestIssuer.json(TestIssuer.claims([:]))]
      .map { Data($0.utf8).base64URL }.joined(separator: ".")
    let signature = try other.signature(for: Data(signed.utf8)).rawRepresentation.base64URL
    #expect(try await issuer.verdict(on: "\(signed).\(signature)") == .failure(.forbiddenHeader))
  }

  @Test("another issuer's key of the same name does not sign for ours", arguments: TestIssuer.Kind.allCases)
  func foreignKey(kind: TestIssuer.Kind) async throws {
    // The RSA key is one for all tests.
    guard kind != .rs256, kind != .hs256 else { return }
    #expect(try await issuer.verdict(on: TestIssuer().token(kind)) == .failure(.badSignature))
  }

  @Test("no single character of a token may be changed, left out or repeated", arguments: TestIssuer.Kind.allCases)
  func mutations(kind: TestIssuer.Kind) async throws {
    let token = Array(try issuer.token(kind).utf8)
    let file = FileManager.default.temporaryDirectory.appending(path: "jwks-\(UUID().uuidString).json")
    try Data(issuer.jwks().utf8).write(to: file)
    chmod(file.path, 0o600)
    defer { try? FileManager.default.removeItem(at: file) }
    let source = KeySetSource(file: file.path, logger: .silent)
    let checker = CredentialChecker(keys: nil, tokens: .init(rules: TestIssuer.rules, source: source))
    for index in token.indices {
      var changed = token
      changed[index] = token[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      var shorter = token
      shorter.remove(at: index)
      let mutations: [[UInt8]] = [changed, shorter, Array(token[...index] + token[index...])]
      for mutation in mutations {
        let verdict = await checker.verdict(on: String(decoding: mutation, as: UTF8.self))
        #expect((try? verdict.get()) == nil, "position \(index)")
      }
    }
  }

  @Test("tokens that are glued together of parts of good ones are refused", arguments: [1, 2, 3] as [UInt64])
  func splices(seed: UInt64) async throws {
    let claims: [[String: String?]] = [[:], ["sub": #""bob-1""#], ["admin": "true"], ["exp": "\(TestIssuer.now.seconds + 5)"]]
    var good: [String] = []
    for kind in TestIssuer.Kind.allCases { for changed in claims { good.append(try issuer.token(kind, claims: changed)) } }
    let parts = good.map { $0.split(separator: ".") }
    let file = FileManager.default.temporaryDirectory.appending(path: "jwks-\(UUID().uuidString).json")
    try Data(issuer.jwks().utf8).write(to: file)
    chmod(file.path, 0o600)
    defer { try? FileManager.default.removeItem(at: file) }
    let source = KeySetSource(file: file.path, logger: .silent)
    let checker = CredentialChecker(keys: nil, tokens: .init(rules: TestIssuer.rules, source: source))
    var random = Shuffled(state: seed)
    for _ in 0..<1000 {
      let glued = (0..<3).map { parts[Int(random.next() % UInt64(parts.count))][$0] }.joined(separator: ".")
      let isGood = good.contains(glued)
      let verdict = await checker.verdict(on: glued)
      #expect(((try? verdict.get()) != nil) == isGood, "\(glued)")
    }
  }

  // MARK: Its form

  @Test(
    "what is no token is refused",
    arguments: [
      "", ".", "..", "...", "a.b.c", "a.b", "e30.e30.", "e30.e30.e30", "W10.e30.e30", "bnVsbA.e30.e30", "é.é.é", "a b.c.d",
      String(repeating: "A", count: 400), String(repeating: ".", count: 400),
    ])
  func noToken(text: String) async throws {
    #expect(try await issuer.verdict(on: text) == .failure(.malformed))
  }

  @Test("a token is not longer than 8 KiB")
  func tooLong() async throws {
    let long = try issuer.token(claims: ["x": "\"\(String(repeating: "x", count: 8000))\""])
    #expect(try await issuer.verdict(on: long) == .failure(.tooLong))
  }

  @Test("a token has one spelling: no padding, no other alphabet, no space")
  func oneSpelling() async throws {
    let token = try issuer.token(.hs256)
    for other in [token + "=", token + "==", " " + token, token + "\n", token + "\0", token.replacing("-", with: "+") + "+"] {
      #expect((try? await issuer.verdict(on: other).get()) == nil)
    }
  }

  @Test(
    "a token that was made for something else is refused",
    arguments: [(#""JWT""#, true), (#""jwt""#, true), (#""at+jwt""#, true), (#""dpop+jwt""#, false), (#""logout+jwt""#, false)])
  func type(type: String, counts: Bool) async throws {
    let verdict = try await issuer.verdict(on: issuer.token(header: ["typ": type]))
    #expect(verdict == (counts ? .success(Self.ann) : .failure(.malformed)))
  }
}

/// SplitMix64: the same numbers for the same seed.
private struct Shuffled: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
