import NIOCore
import NIOPosix
import Testing

/// A socket that sends whatever bytes it is told to, and reads what comes: HTTP heads, WebSocket frames, the end.
final class WireClient {
  enum Frame: Hashable {
    case text(String)
    case binary([UInt8])
    /// Text with reserved bit 1, as it came.
    case compressed([UInt8])
    case ping([UInt8])
    case pong([UInt8])
    case close(UInt16?)
    case other(opcode: UInt8)
    /// The server has closed the socket, or reset it.
    case end
  }

  struct Refused: Error, Hashable {
    var status: Int
    var body: String
  }

  let channel: any Channel
  private var chunks: AsyncStream<ByteBuffer>.AsyncIterator
  private var unread = ByteBuffer()

  private init(channel: any Channel, chunks: AsyncStream<ByteBuffer>) {
    self.channel = channel
    self.chunks = chunks.makeAsyncIterator()
  }

  /// A TCP connection on which nothing was said yet.
  static func connect(_ port: Int) async throws -> WireClient {
    let (chunks, chunk) = AsyncStream.makeStream(of: ByteBuffer.self)
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelOption(.allowRemoteHalfClosure, value: true)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Inbox(chunk)) }
      }
      .connect(host: "127.0.0.1", port: port).get()
    return WireClient(channel: channel, chunks: chunks)
  }

  /// A WebSocket, with the greeting still unread.
  static func open(_ port: Int, _ path: String = "/ws/ann-1", fields: [String] = [], then more: [UInt8] = []) async throws
    -> WireClient
  {
    let client = try await connect(port)
    try await client.send(Array(handshake(path, fields: fields).utf8) + more)
    let head = try #require(try await client.head())
    guard head.hasPrefix("HTTP/1.1 101 ") else {
      throw Refused(status: Int(head.split(separator: " ")[1]) ?? 0, body: await client.rest())
    }
    return client
  }

  /// A WebSocket whose greeting was read.
  static func talk(_ port: Int, _ path: String = "/ws/ann-1", fields: [String] = []) async throws -> WireClient {
    let client = try await open(port, path, fields: fields)
    #expect(try await client.next() == .text(greeting))
    return client
  }

  static let greeting = #"{"type":"system","content":"connection_established","timestamp":"\#(LiveServer.timestamp)"}"#

  static func handshake(_ path: String, fields: [String] = []) -> String {
    let common = [
      "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    ]
    return (["GET \(path) HTTP/1.1", "Host: 127.0.0.1"] + common + fields).joined(separator: "\r\n") + "\r\n\r\n"
  }

  // MARK: Out

  func send(_ bytes: [UInt8]) async throws { try await channel.writeAndFlush(ByteBuffer(bytes: bytes)) }

  func send(_ frames: ClientFrame...) async throws { try await send(frames.flatMap(\.bytes)) }

  /// Says a line as a user message.
  /// - Parameter more: further fields, as JSON: `"message_id":"m-1"`.
  func say(_ content: String, _ more: String...) async throws {
    let fields = [#""type":"user_message""#, #""content":"\#(content)""#] + more
    try await send(.text("{\(fields.joined(separator: ","))}"))
  }

  func close() async throws { try await channel.close() }

  // MARK: In

  /// The head of an HTTP response, without the empty line; nil at the end.
  func head() async throws -> String? {
    let mark = Array("\r\n\r\n".utf8)
    while true {
      let view = unread.readableBytesView
      if let range = view.firstRange(of: mark) {
        let length = range.lowerBound - view.startIndex
        let head = unread.readString(length: length)
        unread.moveReaderIndex(forwardBy: mark.count)
        return head
      }
      guard await more() else { return nil }
    }
  }

  /// All that comes until the server closes.
  func rest() async -> String {
    while await more() {}
    return unread.readString(length: unread.readableBytes) ?? ""
  }

  /// The next frame. Pings of the server are not answered.
  func next() async throws -> Frame {
    while true {
      if let frame = takeFrame() { return frame }
      guard await more() else { return .end }
    }
  }

  /// The content or the error code of the next message, whatever its type.
  func content() async throws -> String {
    let frame = try await next()
    guard case .text(let json) = frame else { return "\(frame)" }
    for field in ["error_code", "content"] {
      if let match = json.firstMatch(of: try Regex("\"\(field)\":\"((?:[^\"\\\\]|\\\\.)*)\"", as: (Substring, Substring).self)) {
        return String(match.1)
      }
    }
    return json
  }

  private func more() async -> Bool {
    guard let chunk = await chunks.next() else { return false }
    unread.writeImmutableBuffer(chunk)
    return true
  }

  private func takeFrame() -> Frame? {
    var bytes = unread
    guard let first = bytes.readInteger(as: UInt8.self), let second = bytes.readInteger(as: UInt8.self) else { return nil }
    let length: Int? =
      switch second {
      case 126: bytes.readInteger(as: UInt16.self).map(Int.init)
      case 127: bytes.readInteger(as: UInt64.self).map(Int.init)
      default: Int(second)
      }
    guard let length, let payload = bytes.readBytes(length: length) else { return nil }
    unread = bytes
    switch first {
    case 0x81: return .text(String(decoding: payload, as: UTF8.self))
    case 0x82: return .binary(payload)
    case 0xC1: return .compressed(payload)
    case 0x88: return .close(payload.count >= 2 ? UInt16(payload[0]) << 8 | UInt16(payload[1]) : nil)
    case 0x89: return .ping(payload)
    case 0x8A: return .pong(payload)
    default: return .other(opcode: first)
    }
  }
}

/// Hands over what a socket reads.
private final class Inbox: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let chunks: AsyncStream<ByteBuffer>.Continuation

  init(_ chunks: AsyncStream<ByteBuffer>.Continuation) { self.chunks = chunks }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) { chunks.yield(unwrapInboundIn(data)) }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed = event { chunks.finish() }
  }

  func channelInactive(context: ChannelHandlerContext) { chunks.finish() }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { chunks.finish() }
}
