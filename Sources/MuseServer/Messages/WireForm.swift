/// How a connection's messages are written.
package enum WireForm: Hashable, Sendable {
  /// One reply for each message, for clients that know nothing of musegraph.
  case plain
  /// Envelopes with the whole history of the thread, for clients that ask for it by the subprotocol.
  case full

  /// What a client offers that speaks the full form (`Sec-WebSocket-Protocol`).
  package static let subprotocol = "musegraph.v1"
}
