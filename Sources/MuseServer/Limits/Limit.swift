/// A limit that can be hit: what is counted of each, and what logs call it.
public enum Limit: String, Hashable, Sendable, CaseIterable {
  case messageRate = "message_rate"
  case handshakeRate = "handshake_rate"
  case connections
  case connectionsPerClient = "connections_per_client"
  case connectionsPerAddress = "connections_per_address"
  case messageBytes = "message_bytes"
  case fragments
  case contentLength = "content_length"
  case malformedMessages = "malformed_messages"
  case outgoingBytes = "outgoing_bytes"
  case headers
  case requestTarget = "request_target"
  case queuedMessages = "queued_messages"
  case memory
  case descriptors
  case handshakeTime = "handshake_time"
  case idleTime = "idle_time"
  case pongTime = "pong_time"
}

/// Is told of each time that a limit is hit: for counters. It is called on event loops, so it must be quick.
public struct LimitReport: Sendable {
  private let count: @Sendable (Limit) -> Void

  public init(_ count: @escaping @Sendable (Limit) -> Void) { self.count = count }

  /// Nobody counts.
  public static let none = LimitReport { _ in }

  func hit(_ limit: Limit) { count(limit) }
}
