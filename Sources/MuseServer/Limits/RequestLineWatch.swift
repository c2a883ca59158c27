import NIOCore

/// Knows whether the address of a request is too long: where the decoder gives up, that is another answer than for long header fields
/// (414 and 431).
///
/// It stands before the decoder, which keeps to itself what it was reading.
final class RequestLineWatch: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  /// Bytes of an address; more are too many.
  private let longest: Int
  private var spaces = 0
  private var length = 0
  private var isInLine = true

  init(longest: Int) { self.longest = longest }

  /// The address of the request is longer than it may be.
  var isTooLong: Bool { length > longest }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if isInLine { read(unwrapInboundIn(data).readableBytesView) }
    context.fireChannelRead(data)
  }

  /// The address stands between the first space and the second.
  private func read(_ bytes: ByteBufferView) {
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        isInLine = false
        return
      }
      if byte == UInt8(ascii: " ") { spaces += 1 } else if spaces == 1 { length += 1 }
    }
  }

  /// A request is whole: the next byte begins a line. (One that has come in the same buffer is not seen any more; its line counts as
  /// whole.)
  func beginRequest() {
    isInLine = true
    spaces = 0
    length = 0
  }
}
