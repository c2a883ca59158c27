import MuseAccess
import MuseRuntime
import MuseServer

extension SettingCatalogue {
  /// Bounds that keep one client from hurting the others.
  static let limits = [
    Setting(
      "limits.connections", \.server.limits.connections, .count(1...1_000_000), reload: .live,
      "WebSockets in all; one more is refused with 503."),
    Setting(
      "limits.connections_per_client", \.server.limits.connectionsPerClient, .count(1...10_000), reload: .live,
      "WebSockets of one client; one more is closed with 4429."),
    Setting(
      "limits.connections_per_address", \.server.limits.connectionsPerAddress, .count(1...1_000_000), reload: .live,
      "WebSockets of one address (of IPv6: of one /64); one more is refused with 429."),
    Setting(
      "limits.handshake_rate", \.server.limits.handshakeRate, .rate(upTo: 1_000_000), reload: .live,
      "WebSocket handshakes of one address; one more is refused with 429 and 'Retry-After'."),
    Setting(
      "limits.handshake_burst", \.server.limits.handshakeBurst, .count(1...1_000_000), reload: .live,
      "Handshakes of one address at once, before the rate counts."),
    Setting(
      "limits.uncounted_addresses", list: \.server.limits.uncountedAddresses, .addresses, reload: .live,
      "Addresses whose handshakes and connections are not counted; as a rule this machine, where a proxy speaks for many."),
    Setting(
      "limits.message_rate", \.server.limits.messageRate, .rate(upTo: 1_000_000), reload: .live,
      "Messages of one client, over all its connections; one more is answered with RATE_LIMITED."),
    Setting(
      "limits.message_burst", \.server.limits.messageBurst, .count(1...1_000_000), reload: .live,
      "Messages of one client at once, before the rate counts."),
    Setting(
      "limits.messages_too_fast", \.server.limits.messagesTooFast, .count(1...10_000), reload: .live,
      "Messages in a row that came too fast; so many close the connection with 1008."),
    Setting(
      "limits.queued_messages", \.limits.queue, .count(1...10_000), reload: .restart,
      "Messages that wait for their turn in one thread; one more is answered with CONVERSATION_BUSY."),
    Setting(
      "limits.message_bytes", \.server.limits.messageBytes, .bytes(1024...(64 << 20)), reload: .live,
      "Bytes of one message; a larger one closes the connection with 1009."),
    Setting(
      "limits.fragments", \.server.limits.fragments, .count(1...100_000), reload: .live,
      "Frames of one message; one more closes the connection with 1009."),
    Setting(
      "limits.content_length", \.server.limits.contentLength, .count(1...1_000_000), reload: .live,
      "Characters of one message; a longer one is answered with MESSAGE_TOO_LONG."),
    Setting(
      "limits.malformed_messages", \.server.limits.malformedMessages, .count(1...1000), reload: .live,
      "Malformed messages in a row; so many close the connection with 1008."),
    Setting(
      "limits.messages_in_flight", \.server.limits.messagesInFlight, .count(1...1000), reload: .live,
      "Messages of one connection that wait for their answers; beyond it nothing more is read."),
    Setting(
      "limits.outgoing_bytes", \.server.limits.outgoingBytes, .bytes(1024...(1 << 30)), reload: .live,
      "Bytes that wait for a client that reads slowly; beyond it the connection is closed with 4413."),
    Setting(
      "limits.free_failures", \.server.failures.free, .count(0...1_000_000), reload: .restart,
      "So many wrong credentials of an address cost nothing; then each makes it wait longer."),
    Setting(
      "limits.memory", \.server.limits.memory, .or("none", .bytes((16 << 20)...(1 << 40))), reload: .live,
      "Resident memory of the process; beyond it new WebSockets are refused with 503."),
    Setting(
      "limits.header_field_bytes", \.server.limits.headerFieldBytes, .bytes(256...(1 << 20)), reload: .live,
      "Bytes of one header field of a request, and of its first line; beyond it: 431, and 414 for the line."),
    Setting(
      "limits.header_bytes", \.server.limits.headerBytes, .bytes(1024...(1 << 20)), reload: .live,
      "Bytes of all header fields of a request; more are refused with 431."),
    Setting(
      "limits.header_fields", \.server.limits.headerFields, .count(10...10_000), reload: .live,
      "Header fields of a request; more are refused with 431."),
  ]

  /// How long something may take.
  static let timeouts = [
    Setting(
      "timeouts.handshake", \.server.timeouts.handshake, .duration(.milliseconds(100) ... .seconds(10)), reload: .live,
      "From the connection to the end of the first request's head; then it is closed."),
    Setting(
      "timeouts.idle_http", \.server.timeouts.idleHTTP, .duration(.seconds(1) ... .seconds(3600)), reload: .live,
      "A kept-alive HTTP connection without a request is closed."),
    Setting(
      "timeouts.idle_websocket", \.server.timeouts.idleWebSocket, .or("never", .duration(.seconds(1) ... .seconds(2_592_000))),
      reload: .live, "Silence of a WebSocket, pings aside, after which it is closed with 1001."),
    Setting(
      "timeouts.ping_interval", \.server.timeouts.pingInterval, .duration(.milliseconds(100) ... .seconds(3600)), reload: .live,
      "Silence of a WebSocket after which a ping is sent."),
    Setting(
      "timeouts.pong_deadline", \.server.timeouts.pongDeadline, .duration(.milliseconds(100) ... .seconds(600)), reload: .live,
      "How long the answer to a ping may take; then the connection is closed with 4408."),
    Setting(
      "timeouts.close", \.server.timeouts.close, .duration(.milliseconds(100) ... .seconds(60)), reload: .live,
      "How long a close handshake may take."),
    Setting(
      "timeouts.drain", \.server.timeouts.drain, .duration(.zero ... .seconds(3600)), reload: .live,
      "How long running turns may go on after the server was told to stop."),
    Setting(
      "timeouts.understanding", \.limits.understanding, .duration(.milliseconds(100) ... .seconds(600)), reload: .restart,
      "How long the meaning of one message may be looked for."),
    Setting(
      "timeouts.turn", \.limits.turn, .duration(.milliseconds(100) ... .seconds(3600)), reload: .restart,
      "How long a turn may go on before it is undone; one that has begun to write goes on to its end."),
  ]
}
