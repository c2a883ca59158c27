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
    guard isFlatEnough(text) else {
      throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "It is nested more than \(deepest) deep."))
    }
    return try JSONDecoder().decode(type, from: Data(text.utf8))
  }

  /// Far deeper than anything that is written, and not so deep that the stack of a thread ends first.
  private static let deepest = 100

  private static func isFlatEnough(_ text: String) -> Bool {
    var depth = 0
    var isInString = false
    var isEscaped = false
    for byte in text.utf8 {
      if isEscaped {
        isEscaped = false
      } else if isInString {
        if byte == UInt8(ascii: "\"") { isInString = false } else { isEscaped = byte == UInt8(ascii: "\\") }
      } else {
        switch Unicode.Scalar(byte) {
        case "\"": isInString = true
        case "[", "{": depth += 1
        case "]", "}": depth -= 1
        default: break
        }
        if depth > deepest { return false }
      }
    }
    return true
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
