/// One entry of a JSON Web Key Set, as it is written (RFC 7517; RFC 7518, section 6; RFC 8037, section 2).
struct JSONWebKey: Hashable, Decodable {
  /// What a signature is checked with.
  enum Material: Hashable {
    case secret([UInt8])
    /// Base64url, as all that follow.
    case rsa(modulus: String, exponent: String)
    case p256(x: String, y: String)
    case ed25519(x: String)

    var algorithm: SignatureAlgorithm {
      switch self {
      case .secret: .hs256
      case .rsa: .rs256
      case .p256: .es256
      case .ed25519: .edDSA
      }
    }
  }

  /// Why a key is left out.
  enum Fault: String, Error, Hashable {
    case noKeyID = "it has no 'kid'"
    case repeatedKeyID = "its 'kid' stands there more than once"
    case otherUse = "it is not for signatures"
    case otherAlgorithm = "its kind or 'alg' is none of HS256, RS256, ES256 and EdDSA"
    case privateKey = "it is a private key, which belongs to the issuer alone"
    case exposedSecret = "a shared secret must come from a file that nobody else may read (chmod 600)"
    case shortSecret = "a secret for HS256 has 32 bytes at least"
    case unreadable = "its numbers are missing or wrong"
  }

  var kty: String
  var kid: String?
  var use: String?
  var keyOps: [String]?
  var alg: String?
  var crv: String?
  var k: String?
  var n: String?
  var e: String?
  var x: String?
  var y: String?
  var d: String?

  private enum CodingKeys: String, CodingKey {
    case kty, kid, use, alg, crv, k, n, e, x, y, d
    case keyOps = "key_ops"
  }

  /// - Parameter mayBeSecret: false for keys that others can read, too: such a secret is none.
  func material(mayBeSecret: Bool) throws(Fault) -> Material {
    guard kid?.isEmpty == false else { throw .noKeyID }
    guard use ?? "sig" == "sig", keyOps?.contains("verify") ?? true else { throw .otherUse }
    let material = try materialOfKind()
    guard alg ?? material.algorithm.rawValue == material.algorithm.rawValue else { throw .otherAlgorithm }
    guard case .secret(let bytes) = material else {
      guard d == nil else { throw .privateKey }
      return material
    }
    guard mayBeSecret else { throw .exposedSecret }
    guard bytes.count >= 32 else { throw .shortSecret }
    return material
  }

  private func materialOfKind() throws(Fault) -> Material {
    switch (kty, crv) {
    case ("oct", _):
      guard let bytes = k.flatMap({ Base64URL.bytes($0) }) else { throw .unreadable }
      return .secret(bytes)
    case ("RSA", _):
      guard let n, let e, Base64URL.bytes(n) != nil, Base64URL.bytes(e) != nil else { throw .unreadable }
      return .rsa(modulus: n, exponent: e)
    case ("EC", "P-256"):
      guard let x, let y, Base64URL.bytes(x)?.count == 32, Base64URL.bytes(y)?.count == 32 else { throw .unreadable }
      return .p256(x: x, y: y)
    case ("OKP", "Ed25519"):
      guard let x, Base64URL.bytes(x)?.count == 32 else { throw .unreadable }
      return .ed25519(x: x)
    default: throw .otherAlgorithm
    }
  }
}
