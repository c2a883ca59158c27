import MuseServer
import NIOCore

/// What every stream of bytes must come to: the same events, however the network cuts it, none larger than the limit, no text that is
/// not UTF-8, and nothing after a violation.
///
/// The first byte says how messages may be compressed, the second how the stream is cut; the rest comes from the socket.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFrames(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  guard input.count > 2 else { return 0 }
  let bytes = Array(input[2...])
  let agreement = agreements[Int(input[0]) % agreements.count]
  let whole = events(of: bytes, inPiecesOf: bytes.count, agreement)
  check(whole)
  precondition(events(of: bytes, inPiecesOf: 1 + Int(input[1]), agreement) == whole, "what was said depends on who carries it")
  return 0
}

private let limit = 4096

private let agreements: [DeflateAgreement?] =
  [nil]
  + ["permessage-deflate", "permessage-deflate; client_no_context_takeover", "permessage-deflate; client_max_window_bits=9"].map {
    DeflateAgreement(choosingFrom: ExtensionOffer.list([$0]) ?? [], keepsContext: true)
  }

private func events(
  of bytes: [UInt8], inPiecesOf length: Int, _ agreement: DeflateAgreement?
) -> [WebSocketMessageAssembler.Event] {
  var assembler = WebSocketMessageAssembler(
    limits: .init(messageBytes: limit, fragments: 16, acceptsBinary: true), agreement: agreement)
  var events: [WebSocketMessageAssembler.Event] = []
  for start in stride(from: 0, to: bytes.count, by: length) {
    assembler.append(ByteBuffer(bytes: bytes[start..<min(start + length, bytes.count)]))
    while let event = assembler.next() { events.append(event) }
  }
  return events
}

private func check(_ events: [WebSocketMessageAssembler.Event]) {
  for (index, event) in events.enumerated() {
    switch event {
    case .message(.text(let bytes)):
      precondition(bytes.count <= limit, "a text is not too large")
      precondition(String(validating: bytes, as: UTF8.self) != nil, "a text is UTF-8")
    case .message(.binary(let bytes)): precondition(bytes.count <= limit, "a message is not too large")
    case .ping(let payload), .pong(let payload): precondition(payload.count <= 125, "a control frame is short")
    case .close(let code): precondition(code?.mayBeSent ?? true, "a code is one that may be sent")
    case .violation(let violation):
      precondition(index == events.count - 1, "nothing comes after a violation")
      precondition(violation.closing.code.mayBeSent && violation.closing.reason.utf8.count <= 123, "it can be said to the peer")
    }
  }
}
