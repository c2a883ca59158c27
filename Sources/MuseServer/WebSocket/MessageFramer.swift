import NIOCore

/// Makes frames of outgoing messages, compressed where that was agreed on and makes them shorter.
///
/// The compressor is made for the first message that is worth it, and without a context to keep it ends with each.
struct MessageFramer {
  /// Below it there is nothing to be won.
  private static let leastBytes = 48

  private let agreement: DeflateAgreement?
  private var deflater: Deflater?

  init(agreement: DeflateAgreement?) { self.agreement = agreement }

  mutating func frame(_ message: WebSocketPayload, allocator: ByteBufferAllocator) -> ByteBuffer {
    let (opcode, payload): (FrameHeader.Opcode, ByteBuffer) =
      switch message {
      case .text(let payload): (.text, payload)
      case .binary(let payload): (.binary, payload)
      }
    guard let shorter = compress(payload, allocator) else { return OutgoingFrame.data(opcode, payload) }
    return OutgoingFrame.data(opcode, shorter, isCompressed: true)
  }

  /// Nil where the message is better sent as it is.
  private mutating func compress(_ payload: ByteBuffer, _ allocator: ByteBufferAllocator) -> ByteBuffer? {
    guard let agreement, payload.readableBytes >= Self.leastBytes else { return nil }
    guard let deflater = deflater ?? Deflater(window: agreement.serverWindow) else { return nil }
    self.deflater = agreement.serverKeepsContext ? deflater : nil
    var shorter = OutgoingFrame.payload(capacity: payload.readableBytes, allocator: allocator)
    return deflater.deflate(payload, into: &shorter) ? shorter : nil
  }
}
