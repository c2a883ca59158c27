import Crypto
import CryptoExtras
import Foundation
import MuseAccess
import MuseExpression
import Testing

/// Makes tokens as an issuer would, and as somebody would who pretends to be one.
struct TestIssuer {
  enum Kind: String, CaseIterable {
    case hs256 = "HS256"
    case rs256 = "RS256"
    case es256 = "ES256"
    case edDSA = "EdDSA"

    /// The name of the key.
    var kid: String { rawValue.lowercased() }
  }

  static let now = Instant(rfc3339: "2026-11-23T09:00:00Z") ?? .earliest
  static let rules = TokenRules(issuer: "https://issuer.example", audience: "musegraph")

  let secret = Array("thirty-two bytes of shared secret".utf8)
  let ec = P256.Signing.PrivateKey()
  let ed = Curve25519.Signing.PrivateKey()
  /// Made once: it takes its time.
  private static let rsa = Result { try _RSA.Signing.PrivateKey(keySize: .bits2048) }

  var rsa: _RSA.Signing.PrivateKey { get throws { try Self.rsa.get() } }

  /// The public side, as an issuer publishes it (and the secret).
  func jwks() throws -> String {
    let primitives = try rsa.publicKey.getKeyPrimitives()
    let point = ec.publicKey.rawRepresentation
    let keys = [
      #"{"kty":"oct","kid":"hs256","alg":"HS256","k":"\#(Data(secret).base64URL)"}"#,
      #"{"kty":"RSA","kid":"rs256","use":"sig","n":"\#(primitives.modulus.base64URL)","e":"\#(primitives.publicExponent.base64URL)"}"#,
      #"{"kty":"EC","crv":"P-256","kid":"es256","x":"\#(point.prefix(32).base64URL)","y":"\#(point.suffix(32).base64URL)"}"#,
      #"{"kty":"OKP","crv":"Ed25519","kid":"eddsa","alg":"EdDSA","x":"\#(ed.publicKey.rawRepresentation.base64URL)"}"#,
    ]
    return #"{"keys":[\#(keys.joined(separator: ","))]}"#
  }

  func signature(_ kind: Kind, of text: String) throws -> Data {
    let bytes = Data(text.utf8)
    switch kind {
    case .hs256: return Data(HMAC<SHA256>.authenticationCode(for: bytes, using: SymmetricKey(data: secret)))
    case .rs256: return try rsa.signature(for: SHA256.hash(data: bytes), padding: .insecurePKCS1v1_5).rawRepresentation
    case .es256: return try ec.signature(for: bytes).rawRepresentation
    case .edDSA: return try ed.signature(for: bytes)
    }
  }

  /// A token with whatever stands in its parts.
  func token(_ kind: Kind, header: String, claims: String) throws -> String {
    let signed = Data(header.utf8).base64URL + "." + Data(claims.utf8).base64URL
    return signed + "." + (try signature(kind, of: signed).base64URL)
  }

  /// A good one, but for what is changed of it.
  func token(_ kind: Kind = .es256, header: [String: String] = [:], claims: [String: String?] = [:]) throws -> String {
    var head = ["alg": "\"\(kind.rawValue)\"", "kid": "\"\(kind.kid)\"", "typ": "\"JWT\""]
    head.merge(header) { $1 }
    return try token(kind, header: Self.json(head), claims: Self.json(Self.claims(claims)))
  }

  static func claims(_ changed: [String: String?]) -> [String: String] {
    var all: [String: String] = [
      "iss": #""https://issuer.example""#, "aud": #""musegraph""#, "sub": #""ann-1""#, "exp": "\(now.seconds + 600)",
    ]
    for (name, value) in changed { all[name] = value }
    return all
  }

  static func json(_ fields: [String: String]) -> String {
    "{" + fields.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
  }

  /// What a server makes of a token that knows the keys of this issuer.
  func verdict(on token: String, rules: TokenRules = TestIssuer.rules, at now: Instant = TestIssuer.now) async throws
    -> Result<Identity, CredentialRefusal>
  {
    let json = Array(try jwks().utf8)
    let file = FileManager.default.temporaryDirectory.appending(path: "jwks-\(UUID().uuidString).json").path
    try Data(json).write(to: URL(filePath: file))
    chmod(file, 0o600)
    defer { unlink(file) }
    let checker = CredentialChecker(keys: nil, tokens: .init(rules: rules, source: KeySetSource(file: file, logger: .silent)))
    return await checker.verdict(on: token, at: now)
  }
}

extension CredentialChecker {
  func verdict(on credential: String, at now: Instant = TestIssuer.now) async -> Result<Identity, CredentialRefusal> {
    do throws(CredentialRefusal) {
      return .success(try await identity(of: credential, at: now))
    } catch {
      return .failure(error)
    }
  }
}

extension Data {
  var base64URL: String {
    base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
