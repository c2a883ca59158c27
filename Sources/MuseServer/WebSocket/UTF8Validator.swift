/// Checks that bytes are UTF-8 as they come, piece by piece: the first wrong byte is seen at once, not at the end of the text.
///
/// Source of the ranges: Unicode Standard, table 3-7 (well-formed UTF-8 byte sequences).
package struct UTF8Validator: Hashable, Sendable {
  /// Continuation bytes that are still to come.
  private var missing = 0
  /// What the next continuation byte may be.
  private var allowed: ClosedRange<UInt8> = 0x80...0xBF

  package init() {}

  /// No character is cut off.
  package var isAtBoundary: Bool { missing == 0 }

  /// False at the first byte that cannot be; what follows has no meaning then.
  package mutating func accept(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while index < bytes.count {
      if missing == 0 {
        index = Self.skipASCII(in: bytes, from: index)
        guard index < bytes.count else { break }
      }
      guard accept(bytes[index]) else { return false }
      index += 1
    }
    return true
  }

  private mutating func accept(_ byte: UInt8) -> Bool {
    guard missing > 0 else { return begin(byte) }
    guard allowed.contains(byte) else { return false }
    missing -= 1
    allowed = 0x80...0xBF
    return true
  }

  private mutating func begin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00...0x7F: break
    case 0xC2...0xDF: missing = 1
    case 0xE0: (missing, allowed) = (2, 0xA0...0xBF)
    case 0xED: (missing, allowed) = (2, 0x80...0x9F)
    case 0xE1...0xEF: missing = 2
    case 0xF0: (missing, allowed) = (3, 0x90...0xBF)
    case 0xF1...0xF3: missing = 3
    case 0xF4: (missing, allowed) = (3, 0x80...0x8F)
    default: return false
    }
    return true
  }

  /// The index of the first byte that is not ASCII, eight at a time.
  private static func skipASCII(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while index + 8 <= bytes.count, bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
      index += 8
    }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    return index
  }
}
