package import Foundation
import MuseInterpreter
import MuseSource

/// JSON with sorted keys: equal values give equal bytes, on every machine.
package enum CanonicalJSON {
  package static func bytes(of value: some Encodable) throws -> [UInt8] {
    try CanonicalEncoder.bytes(of: value) ?? [UInt8](foundationBytes(of: value))
  }

  /// What the bytes are held to by tests, and what writes the few things that nobody here does.
  package static func foundationBytes(of value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }

  package static func text(of value: some Encodable) throws -> String {
    String(decoding: try bytes(of: value), as: UTF8.self)
  }

  package static func value<Value: Decodable>(_ type: Value.Type = Value.self, from text: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }
}

extension ThreadState {
  /// The SHA-256 of the state's bytes in a checkpoint.
  func digest() throws -> String { SHA256.hexadecimal(of: try CanonicalJSON.bytes(of: self)) }
}

/// What was encoded before, to stand in a document as it is.
struct EncodedJSON: Encodable {
  let bytes: [UInt8]

  /// Only for who knows what it is.
  func encode(to encoder: any Encoder) throws {
    throw EncodingError.invalidValue(
      self, EncodingError.Context(codingPath: encoder.codingPath, debugDescription: "It is JSON already."))
  }
}
