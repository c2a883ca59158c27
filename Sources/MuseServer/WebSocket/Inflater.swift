import CZlib

/// Takes the compression off one direction of a WebSocket, piece by piece, and never further than it is wanted.
///
/// It holds at most its window (4 or 32 KiB) and 8 KiB of state.
/// Source: RFC 7692, section 7.2.2; https://zlib.net/manual.html.
final class Inflater {
  enum Outcome: Hashable {
    case done
    /// There is more than `limit`: it was not inflated.
    case tooLarge
    /// It is no DEFLATE, or a message ends inside of a block.
    case corrupt
  }

  /// zlib's stream stays where it is made: its state points back to it.
  private let stream: UnsafeMutablePointer<z_stream>

  /// - Parameter window: As a power of two, 8 to 15.
  /// - Returns: Nil where there is no memory left.
  init?(window: Int) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // What says 8 often means 9: zlib's own compressor did, up to 1.2.8.
    let bits = Int32(max(window, 9))
    guard inflateInit2_(stream, -bits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      stream.deallocate()
      return nil
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Inflates a piece of a message and appends it to what came before.
  /// - Parameter limit: Bytes that `output` may have.
  func inflate(_ input: [UInt8], into output: inout [UInt8], limit: Int) -> Outcome {
    input.withUnsafeBufferPointer { bytes in
      // zlib reads from it only; its header leaves out the word.
      stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
      stream.pointee.avail_in = UInt32(bytes.count)
      defer { stream.pointee.next_in = nil }
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16 * 1024) {
        drain(into: &output, limit: limit, through: $0)
      }
    }
  }

  /// Gives the end that senders leave out, and so all of the message.
  func finish(into output: inout [UInt8], limit: Int) -> Outcome {
    let outcome = inflate([0x00, 0x00, 0xFF, 0xFF], into: &output, limit: limit)
    guard outcome == .done else { return outcome }
    // 128: right behind a block; less significant bits: a block that is the last one, or bits that were not used.
    return stream.pointee.data_type == 128 ? .done : .corrupt
  }

  private func drain(into output: inout [UInt8], limit: Int, through space: UnsafeMutableBufferPointer<UInt8>) -> Outcome {
    repeat {
      let room = min(space.count - 1, limit - output.count) + 1
      stream.pointee.next_out = space.baseAddress
      stream.pointee.avail_out = UInt32(room)
      let status = CZlib.inflate(stream, Z_SYNC_FLUSH)
      output.append(contentsOf: space[..<(room - Int(stream.pointee.avail_out))])
      guard output.count <= limit else { return .tooLarge }
      switch status {
      case Z_OK, Z_BUF_ERROR: break
      // A sender may mark a block as the last (RFC 7692, section 7.2.3.4); what follows may still refer to it.
      case Z_STREAM_END: inflateResetKeep(stream)
      default: return .corrupt
      }
    } while stream.pointee.avail_in > 0 || stream.pointee.avail_out == 0
    return .done
  }
}
