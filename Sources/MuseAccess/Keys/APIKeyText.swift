import Crypto
import Foundation

/// An API key as its bearer holds it: `mg_7k2m9q4x_…`. It is shown once, when it is made; from then on only its hash is kept.
///
/// `mg_`, an id of 8 characters, `_`, a secret of 32 and a checksum of 6. The id finds the key's entry and may be shown; the secret
/// has 160 bits from the system's generator; the checksum tells a mistyped key from a wrong one, and helps programs that look for
/// leaked secrets. All characters may stand in a header, an address and the name of a subprotocol.
public struct APIKeyText: Hashable, Sendable {
  public static let prefix = "mg_"
  static let idLength = 8
  static let secretLength = 32
  static let checksumLength = 6
  /// Crockford's: no i, l, o and u, which are misread.
  static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// The whole key. Never log it.
  public let secretText: String
  public let id: String

  /// A new one.
  public static func random() -> APIKeyText {
    var generator = SystemRandomNumberGenerator()
    return random(using: &generator)
  }

  package static func random(using generator: inout some RandomNumberGenerator) -> APIKeyText {
    func characters(_ count: Int) -> String {
      String(decoding: (0..<count).map { _ in alphabet[Int(generator.next() & 31)] }, as: UTF8.self)
    }
    let id = characters(idLength)
    let body = prefix + id + "_" + characters(secretLength)
    return APIKeyText(secretText: body + checksum(of: body), id: id)
  }

  private init(secretText: String, id: String) {
    self.secretText = secretText
    self.id = id
  }

  /// - Throws: `malformed` for what is no key at all, `badChecksum` for what must have been one.
  public init(parsing text: String) throws(CredentialRefusal) {
    let bytes = Array(text.utf8)
    let idEnd = Self.prefix.utf8.count + Self.idLength
    let bodyLength = idEnd + 1 + Self.secretLength
    guard text.hasPrefix(Self.prefix), bytes.count == bodyLength + Self.checksumLength, bytes[idEnd] == UInt8(ascii: "_"),
      (bytes[Self.prefix.utf8.count..<idEnd] + bytes[(idEnd + 1)...]).allSatisfy(Self.alphabet.contains)
    else { throw .malformed }
    let body = String(decoding: bytes[..<bodyLength], as: UTF8.self)
    guard Self.checksum(of: body).utf8.elementsEqual(bytes[bodyLength...]) else { throw .badChecksum }
    self.init(secretText: text, id: String(decoding: bytes[Self.prefix.utf8.count..<idEnd], as: UTF8.self))
  }

  /// The SHA-256 of the whole key.
  ///
  /// A fast hash is enough, and no salt is needed: both are there to make guessing what people choose expensive, and nobody guesses
  /// 160 random bits. (A slow one would only help whoever wants to keep the server busy.)
  var hash: SHA256Digest { SHA256.hash(data: Data(secretText.utf8)) }

  /// The lowest 30 bits of the CRC-32 (ISO 3309, as zlib's).
  private static func checksum(of body: String) -> String {
    var remainder: UInt32 = 0xFFFF_FFFF
    for byte in body.utf8 {
      remainder ^= UInt32(byte)
      for _ in 0..<8 { remainder = remainder & 1 == 1 ? remainder >> 1 ^ 0xEDB8_8320 : remainder >> 1 }
    }
    let code = ~remainder
    return String(decoding: (0..<checksumLength).map { alphabet[Int(code >> (5 * UInt32($0)) & 31)] }, as: UTF8.self)
  }
}

/// A description would find its way into a log.
extension APIKeyText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "key \(id)" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: ["id": id]) }
}
