import NIOCore

/// The first bytes of a WebSocket frame, before its payload.
///
/// Source: RFC 6455, section 5.2.
struct FrameHeader: Hashable, Sendable {
  enum Opcode: UInt8, Hashable, Sendable {
    case continuation = 0x0
    case text = 0x1
    case binary = 0x2
    case close = 0x8
    case ping = 0x9
    case pong = 0xA

    /// Control frames stand between the fragments of a message, are never fragmented themselves, and carry 125 bytes at most.
    var isControl: Bool { rawValue >= 0x8 }
  }

  var opcode: Opcode
  /// The last frame of its message.
  var isFinal: Bool
  /// The first frame of a message that is compressed: reserved bit 1 (RFC 7692, section 6).
  var isCompressed = false
  /// Bytes of payload that follow.
  var length: Int
  /// The key that the payload is masked with.
  var mask: MaskingKey
}

/// The four bytes that a client's payload is combined with.
///
/// Source: RFC 6455, section 5.3.
struct MaskingKey: Hashable, Sendable {
  /// The key in memory order: its first byte is the lowest.
  private let bits: UInt32

  /// - Parameter bits: The key as it stands in memory, least significant byte first.
  init(littleEndian bits: UInt32) { self.bits = bits }

  /// Unmasks (or masks) bytes of which the first is `offset` bytes into the payload.
  func apply(to bytes: UnsafeMutableRawBufferPointer, offset: Int) {
    let turn = UInt32(offset & 3) * 8
    let key = turn == 0 ? bits : (bits >> turn) | (bits << (32 - turn))
    let wide = UInt64(key) | (UInt64(key) << 32)
    var index = 0
    while index + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      bytes.storeBytes(of: (word ^ wide).littleEndian, toByteOffset: index, as: UInt64.self)
      index += 8
    }
    while index < bytes.count {
      bytes[index] ^= UInt8(truncatingIfNeeded: wide >> (UInt64(index & 7) * 8))
      index += 1
    }
  }
}

extension FrameHeader {
  enum Reading: Hashable, Sendable {
    case header(FrameHeader)
    /// The header is not whole yet: nothing was taken.
    case incomplete
    case violation(ProtocolViolation)
  }

  /// Takes a client's header from the front of `bytes`, or nothing.
  /// - Parameter allowsCompression: Whether both sides agreed on it; else all reserved bits are to be zero.
  static func read(from bytes: inout ByteBuffer, allowsCompression: Bool = false) -> Reading {
    guard let first = bytes.getInteger(at: bytes.readerIndex, as: UInt8.self) else { return .incomplete }
    let isCompressed = first & 0x40 != 0
    guard first & 0x30 == 0, allowsCompression || !isCompressed else { return .violation(.reservedBits) }
    guard let opcode = Opcode(rawValue: first & 0x0F) else { return .violation(.unknownOpcode) }
    guard !isCompressed || opcode == .text || opcode == .binary else { return .violation(.reservedBits) }
    let isFinal = first & 0x80 != 0
    guard isFinal || !opcode.isControl else { return .violation(.fragmentedControl) }
    guard let second = bytes.getInteger(at: bytes.readerIndex + 1, as: UInt8.self) else { return .incomplete }
    guard second & 0x80 != 0 else { return .violation(.unmasked) }
    let start = FrameHeader(
      opcode: opcode, isFinal: isFinal, isCompressed: isCompressed, length: 0, mask: MaskingKey(littleEndian: 0))
    return readLength(second & 0x7F, of: start, from: &bytes)
  }

  private static func readLength(_ short: UInt8, of begun: FrameHeader, from bytes: inout ByteBuffer) -> Reading {
    guard short <= 125 || !begun.opcode.isControl else { return .violation(.longControl) }
    let start = bytes.readerIndex + 2
    let (width, length): (Int, UInt64?) =
      switch short {
      case 126: (2, bytes.getInteger(at: start, as: UInt16.self).map(UInt64.init))
      case 127: (8, bytes.getInteger(at: start, as: UInt64.self))
      default: (0, UInt64(short))
      }
    guard let length else { return .incomplete }
    let least: UInt64 = width == 8 ? 0x1_0000 : width == 2 ? 126 : 0
    guard length >= least, length <= UInt64(Int.max) else { return .violation(.badLength) }
    guard let mask = bytes.getInteger(at: start + width, endianness: .little, as: UInt32.self) else { return .incomplete }
    bytes.moveReaderIndex(forwardBy: 2 + width + 4)
    var header = begun
    header.length = Int(length)
    header.mask = MaskingKey(littleEndian: mask)
    return .header(header)
  }
}
