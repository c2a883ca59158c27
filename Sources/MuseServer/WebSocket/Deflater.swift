import CZlib
import NIOCore

/// Compresses the messages of one direction of a WebSocket.
///
/// With a window of 2¹² it holds 38 KiB.
/// Source: RFC 7692, section 7.2.1; https://zlib.net/manual.html.
final class Deflater {
  /// Every flush ends with it, and nobody sends it.
  private static let tail: [UInt8] = [0x00, 0x00, 0xFF, 0xFF]
  /// 2⁹⁺⁵ bytes for hashes: as large as the window and its tables.
  private static let memoryLevel: Int32 = 5

  /// zlib's stream stays where it is made: its state points back to it.
  private let stream: UnsafeMutablePointer<z_stream>

  /// - Parameter window: As a power of two, 9 to 15.
  /// - Returns: Nil where there is no memory left.
  init?(window: Int) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let status = deflateInit2_(
      stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, Int32(-window), Self.memoryLevel, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      stream.deallocate()
      return nil
    }
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  /// Appends the compressed message to a buffer that is empty.
  /// - Returns: False where it is not shorter than the message: it should be sent as it is, and the buffer holds nothing of use.
  func deflate(_ message: ByteBuffer, into output: inout ByteBuffer) -> Bool {
    // What fills this room to the last byte may have been cut off, or saves nothing.
    let room = message.readableBytes + Self.tail.count
    let count = output.writeWithUnsafeMutableBytes(minimumWritableBytes: room) { deflate(message, into: $0, room: room) }
    guard count < room else {
      // The other side will not see it, so nothing may refer to it.
      deflateReset(stream)
      return false
    }
    output.moveWriterIndex(to: output.writerIndex - Self.tail.count)
    return true
  }

  private func deflate(_ message: ByteBuffer, into output: UnsafeMutableRawBufferPointer, room: Int) -> Int {
    message.withUnsafeReadableBytes { bytes in
      // zlib reads from it only; its header leaves out the word.
      stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.assumingMemoryBound(to: UInt8.self).baseAddress)
      stream.pointee.avail_in = UInt32(bytes.count)
      stream.pointee.next_out = output.assumingMemoryBound(to: UInt8.self).baseAddress
      stream.pointee.avail_out = UInt32(room)
      _ = CZlib.deflate(stream, Z_SYNC_FLUSH)
      defer { (stream.pointee.next_in, stream.pointee.next_out) = (nil, nil) }
      return room - Int(stream.pointee.avail_out)
    }
  }
}
