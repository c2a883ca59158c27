import JWTKit

/// One key that tokens are checked with, and the one algorithm that it is for.
struct VerificationKey: Sendable {
  let algorithm: SignatureAlgorithm
  private let verifier: any JWTAlgorithm

  /// - Parameter material: the key by its kind.
  /// - Throws: whatever the library has against the key.
  init(_ material: JSONWebKey.Material) async throws {
    algorithm = material.algorithm
    // One collection for each key: the library's own choice among several would fall back to another key than the one named.
    let keys = JWTKeyCollection()
    switch material {
    case .secret(let bytes): await keys.add(hmac: HMACKey(from: bytes), digestAlgorithm: .sha256)
    case .rsa(let modulus, let exponent):
      try await keys.add(jwk: .rsa(.rs256, identifier: Self.only, modulus: modulus, exponent: exponent))
    case .p256(let x, let y): try await keys.add(jwk: .ecdsa(.es256, identifier: Self.only, x: x, y: y, curve: .p256))
    case .ed25519(let x):
      try await keys.add(jwk: .octetKeyPair(.eddsa, identifier: Self.only, x: x, y: nil, curve: .ed25519))
    }
    verifier = try await keys.getKey()
    guard verifier.name == algorithm.rawValue else { throw CredentialRefusal.wrongAlgorithm }
  }

  private static let only: JWKIdentifier = "only"

  func isSignature(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
    // It throws for a signature of a wrong length, which is a wrong signature.
    (try? verifier.verify(signature, signs: bytes)) ?? false
  }
}
