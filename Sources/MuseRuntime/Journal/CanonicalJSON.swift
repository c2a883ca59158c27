package import Foundation
import MuseInterpreter
import MuseSource

/// JSON with sorted keys: equal values give equal bytes, on every machine.
package enum CanonicalJSON {
  package static func bytes(of value: some Encodable) throws -> Data {
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
