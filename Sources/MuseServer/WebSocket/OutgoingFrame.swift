import NIOCore

/// Frames as the server writes them: whole, and never masked.
enum OutgoingFrame {
  /// The longest header: two bytes, and eight for a long length.
  static let headroom = 10

  /// A buffer whose content becomes a frame without being copied: it leaves room for the header in front.
  static func payload(capacity: Int, allocator: ByteBufferAllocator) -> ByteBuffer {
    var buffer = allocator.buffer(capacity: headroom + capacity)
    buffer.moveWriterIndex(to: headroom)
    buffer.moveReaderIndex(to: headroom)
    return buffer
  }

  static func payload(_ bytes: [UInt8], allocator: ByteBufferAllocator) -> ByteBuffer {
    var buffer = payload(capacity: bytes.count, allocator: allocator)
    buffer.writeBytes(bytes)
    return buffer
  }

  /// A whole message in one frame.
  static func data(_ opcode: FrameHeader.Opcode, _ payload: ByteBuffer, isCompressed: Bool = false) -> ByteBuffer {
    frame(opcode, payload, reserved: isCompressed ? 0x40 : 0)
  }

  static func control(_ opcode: FrameHeader.Opcode, _ bytes: [UInt8], allocator: ByteBufferAllocator) -> ByteBuffer {
    frame(opcode, payload(bytes, allocator: allocator))
  }

  /// - Parameter closing: Nil for a close frame without a code.
  static func close(_ closing: Closing?, allocator: ByteBufferAllocator) -> ByteBuffer {
    guard let closing else { return control(.close, [], allocator: allocator) }
    let code = closing.code.rawValue
    let bytes = [UInt8(code >> 8), UInt8(code & 0xFF)] + closing.reason.utf8
    return control(.close, bytes, allocator: allocator)
  }

  private static func frame(_ opcode: FrameHeader.Opcode, _ payload: ByteBuffer, reserved: UInt8 = 0) -> ByteBuffer {
    let header = header(0x80 | reserved | opcode.rawValue, length: payload.readableBytes)
    var buffer = payload
    guard buffer.readerIndex >= header.count else {
      var whole = ByteBuffer(bytes: header)
      whole.writeImmutableBuffer(payload)
      return whole
    }
    buffer.setBytes(header, at: buffer.readerIndex - header.count)
    buffer.moveReaderIndex(to: buffer.readerIndex - header.count)
    return buffer
  }

  private static func header(_ first: UInt8, length: Int) -> [UInt8] {
    switch length {
    case ...125: return [first, UInt8(length)]
    case ...0xFFFF: return [first, 126, UInt8(length >> 8), UInt8(length & 0xFF)]
    default: return [first, 127] + (0..<8).map { UInt8(truncatingIfNeeded: length >> (56 - 8 * $0)) }
    }
  }
}

/// What is sent as one message: best made by `OutgoingFrame.payload`, so that it need not be copied.
enum WebSocketPayload: Sendable {
  /// Valid UTF-8.
  case text(ByteBuffer)
  case binary(ByteBuffer)
}
