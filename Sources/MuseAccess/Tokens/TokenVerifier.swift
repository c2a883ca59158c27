import Foundation
import MuseExpression

/// Checks a token: a JSON Web Token in its compact form (RFC 7519), signed and not encrypted.
///
/// Pure: the keys and the time come from outside. The token is taken apart here, strictly, and of the library only the signatures are
/// used: it would fall back to another key where a token names none, and reads Base64 as it comes.
struct TokenVerifier: Sendable {
  /// Bytes.
  static let longest = 8 * 1024

  let rules: TokenRules

  /// The name of the key that a token is signed with, before anything about it was checked.
  ///
  /// - Throws: what is wrong with the token whatever the keys are.
  func keyID(of token: String) throws(CredentialRefusal) -> String { try Parts(token).keyID }

  func identity(of token: String, keys: KeySet, at now: Instant) throws(CredentialRefusal) -> Identity {
    let parts = try Parts(token)
    guard let key = keys.keys[parts.keyID] else { throw .unknownSigner }
    guard parts.header.algorithm == key.algorithm.rawValue else { throw .wrongAlgorithm }
    guard key.isSignature(parts.signature, of: parts.signed) else { throw .badSignature }
    // What is wrong with them is the issuer's affair: no bearer can have changed them.
    guard let claims = try? JSONDecoder().decode(TokenClaims.self, from: Data(parts.payload)) else { throw .badClaims }
    let end = try checkTimes(claims, at: now)
    guard try claims.text("iss") == rules.issuer else { throw .wrongIssuer }
    guard try claims.texts("aud").contains(rules.audience) else { throw .wrongAudience }
    guard let subject = try claims.text("sub"), !subject.isEmpty else { throw .badClaims }
    return Identity(
      tenant: try tenant(claims), speaksFor: .client(subject),
      scopes: claims.isTrue(rules.adminClaim) ? [.client, .admin] : [.client], expires: end)
  }

  /// - Returns: when it ends, for us.
  private func checkTimes(_ claims: TokenClaims, at now: Instant) throws(CredentialRefusal) -> Instant {
    guard let expiry = try claims.instant("exp"), let end = expiry.adding(rules.leeway) else { throw .badClaims }
    guard now < end else { throw .expired }
    guard let begin = try claims.instant("nbf") else { return end }
    guard let begin = begin.adding(.zero - rules.leeway), begin <= now else { throw .notYetValid }
    return end
  }

  private func tenant(_ claims: TokenClaims) throws(CredentialRefusal) -> Tenant? {
    guard let name = rules.tenantClaim else { return nil }
    guard let tenant = try claims.text(name).flatMap({ Tenant($0) }) else { throw .badClaims }
    return tenant
  }
}

extension TokenVerifier {
  /// A token taken apart.
  private struct Parts {
    let header: TokenHeader
    let keyID: String
    let payload: [UInt8]
    let signature: [UInt8]
    /// What the signature is of.
    let signed: [UInt8]

    init(_ token: String) throws(CredentialRefusal) {
      let bytes = Array(token.utf8)
      guard bytes.count <= TokenVerifier.longest else { throw .tooLong }
      let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      guard parts.count == 3, let head = Base64URL.bytes(parts[0]), let payload = Base64URL.bytes(parts[1]),
        let signature = Base64URL.bytes(parts[2])
      else { throw .malformed }
      header = try Self.header(head)
      guard header.isAccessToken else { throw .malformed }
      guard SignatureAlgorithm(rawValue: header.algorithm) != nil else { throw .wrongAlgorithm }
      guard let keyID = header.keyID, !keyID.isEmpty else { throw .unknownSigner }
      self.keyID = keyID
      self.payload = payload
      self.signature = signature
      signed = Array(bytes[..<parts[1].endIndex])
    }

    private static func header(_ bytes: [UInt8]) throws(CredentialRefusal) -> TokenHeader {
      do {
        return try JSONDecoder().decode(TokenHeader.self, from: Data(bytes))
      } catch {
        throw error as? CredentialRefusal ?? .malformed
      }
    }
  }
}
