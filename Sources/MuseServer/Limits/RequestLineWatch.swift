import NIOCore

/// Knows whether the first line of a request has come to its end: where the decoder finds it too long, that is another answer than
/// for long header fields (414 and 431).
///
/// It stands before the decoder, which keeps to itself what it was reading.
final class RequestLineWatch: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  private(set) var isInLine = true

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if isInLine { isInLine = !unwrapInboundIn(data).readableBytesView.contains(UInt8(ascii: "\n")) }
    context.fireChannelRead(data)
  }

  /// A request is whole: the next byte begins a line. (One that has come in the same buffer is not seen any more; its line counts as
  /// whole.)
  func beginRequest() { isInLine = true }
}
