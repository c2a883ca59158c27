package import NIOCore

/// Makes messages of the bytes of a socket: frames, fragments, masks, compression and UTF-8, with every size bounded.
///
/// A pure state machine: it reads no socket and writes none. What came in is given by `append`, and `next` is asked until it has
/// nothing more. A frame's payload is taken as it comes, so that a wrong byte or a length over the limit is seen at once.
///
/// ```swift
/// var assembler = WebSocketMessageAssembler(limits: limits)
/// assembler.append(bytes)
/// while let event = assembler.next() { … }
/// ```
/// Source: RFC 6455, sections 5 and 8.1; RFC 7692, sections 6.2 and 7.2.2.
package struct WebSocketMessageAssembler {
  package struct Limits: Hashable, Sendable {
    /// Bytes of one message, over all its fragments and without its compression.
    var messageBytes: Int
    /// Frames of one message.
    var fragments: Int
    var acceptsBinary: Bool

    package init(messageBytes: Int, fragments: Int, acceptsBinary: Bool = false) {
      self.messageBytes = messageBytes
      self.fragments = fragments
      self.acceptsBinary = acceptsBinary
    }

    /// What a message may take before it is inflated: what cannot be compressed grows a little, and blocks may be empty.
    fileprivate var compressedBytes: Int { messageBytes + messageBytes / 8 + 64 }
  }

  package enum Event: Hashable, Sendable {
    case message(WebSocketMessage)
    case ping([UInt8])
    case pong([UInt8])
    /// The code and reason of a close frame; nil: it had none.
    case close(CloseCode?)
    /// The connection has to be closed. Nothing comes after it.
    case violation(ProtocolViolation)
  }

  private enum State {
    case header
    case payload(FrameHeader, received: Int)
    case failed
  }

  /// What the fragments of one message have given so far.
  private struct Partial {
    var opcode: FrameHeader.Opcode
    var isCompressed: Bool
    var bytes: [UInt8] = []
    /// Bytes of its frames, those included that are still to come.
    var announced = 0
    var fragments = 1
    var text = UTF8Validator()

    /// False where text stops being UTF-8, in what was added from `start` on.
    mutating func acceptsText(from start: Int) -> Bool {
      guard opcode == .text else { return true }
      return bytes.withUnsafeBytes { text.accept(UnsafeRawBufferPointer(rebasing: $0[start...])) }
    }
  }

  private let limits: Limits
  private var state = State.header
  private var unread = ByteBuffer()
  private var partial: Partial?
  private var control: [UInt8] = []
  private let agreement: DeflateAgreement?
  /// Made for the first message that is compressed.
  private var inflater: Inflater?

  /// - Parameter agreement: How messages may be compressed; nil: not at all.
  package init(limits: Limits, agreement: DeflateAgreement? = nil) {
    self.limits = limits
    self.agreement = agreement
  }

  package mutating func append(_ bytes: ByteBuffer) {
    if case .failed = state { return }
    if unread.readableBytes == 0 {
      unread = bytes
    } else {
      unread.writeImmutableBuffer(bytes)
    }
  }

  /// The next thing that the bytes so far amount to; nil: more bytes are needed.
  package mutating func next() -> Event? {
    while true {
      switch step() {
      case .goOn: continue
      case .needsMore: return nil
      case .event(let event): return event
      }
    }
  }

  private enum Step {
    case goOn
    case needsMore
    case event(Event)
  }

  private mutating func step() -> Step {
    switch state {
    case .header: readHeader()
    case .payload(let header, let received): readPayload(of: header, received: received)
    case .failed: .needsMore
    }
  }

  private mutating func fail(_ violation: ProtocolViolation) -> Step {
    state = .failed
    partial = nil
    inflater = nil
    unread = ByteBuffer()
    return .event(.violation(violation))
  }

  // MARK: Headers

  private mutating func readHeader() -> Step {
    switch FrameHeader.read(from: &unread, allowsCompression: agreement != nil) {
    case .incomplete:
      if unread.readableBytes == 0 { unread = ByteBuffer() }
      return .needsMore
    case .violation(let violation):
      return fail(violation)
    case .header(let header):
      if !header.opcode.isControl, let violation = begin(header) { return fail(violation) }
      state = .payload(header, received: 0)
      return .goOn
    }
  }

  /// Joins a data frame to its message, or says why it may not.
  private mutating func begin(_ header: FrameHeader) -> ProtocolViolation? {
    if header.opcode == .continuation {
      guard partial != nil else { return .continuationWithoutStart }
      partial?.fragments += 1
    } else {
      guard partial == nil else { return .messageInsideMessage }
      guard header.opcode == .text || limits.acceptsBinary else { return .binary }
      partial = Partial(opcode: header.opcode, isCompressed: header.isCompressed)
    }
    guard var message = partial.take() else { return .continuationWithoutStart }
    defer { partial = message }
    guard message.fragments <= limits.fragments else { return .tooManyFragments }
    let most = message.isCompressed ? limits.compressedBytes : limits.messageBytes
    guard header.length <= most - message.announced else { return .messageTooLarge }
    message.announced += header.length
    return nil
  }

  // MARK: Payloads

  private mutating func readPayload(of header: FrameHeader, received: Int) -> Step {
    let count = min(header.length - received, unread.readableBytes)
    let piece = unmask(count, header: header, offset: received)
    if let violation = keep(piece, isControl: header.opcode.isControl) { return fail(violation) }
    guard received + count == header.length else {
      state = .payload(header, received: received + count)
      unread = ByteBuffer()
      return .needsMore
    }
    state = .header
    return header.opcode.isControl ? finishControl(header.opcode) : finish(header)
  }

  private mutating func unmask(_ count: Int, header: FrameHeader, offset: Int) -> [UInt8] {
    guard count > 0, var piece = unread.readBytes(length: count) else { return [] }
    piece.withUnsafeMutableBytes { header.mask.apply(to: $0, offset: offset) }
    return piece
  }

  private mutating func keep(_ piece: [UInt8], isControl: Bool) -> ProtocolViolation? {
    if isControl {
      control.append(contentsOf: piece)
      return nil
    }
    guard !piece.isEmpty, var message = partial.take() else { return nil }
    defer { partial = message }
    let start = message.bytes.count
    var violation: ProtocolViolation?
    if message.isCompressed {
      violation = inflate(piece, into: &message.bytes)
    } else if start == 0 {
      message.bytes = piece
    } else {
      message.bytes.append(contentsOf: piece)
    }
    return message.acceptsText(from: start) ? violation : .notUTF8
  }

  private mutating func finish(_ header: FrameHeader) -> Step {
    guard header.isFinal, var message = partial.take() else { return .goOn }
    if message.isCompressed, let violation = finishInflating(&message) { return fail(violation) }
    guard message.opcode == .text else { return .event(.message(.binary(message.bytes))) }
    guard message.text.isAtBoundary else { return fail(.notUTF8) }
    return .event(.message(.text(message.bytes)))
  }

  // MARK: Compression

  private mutating func inflate(_ piece: [UInt8], into bytes: inout [UInt8]) -> ProtocolViolation? {
    guard let agreement, let inflater = inflater ?? Inflater(window: agreement.largestClientWindow) else { return .notDeflate }
    self.inflater = inflater
    return Self.violation(inflater.inflate(piece, into: &bytes, limit: limits.messageBytes))
  }

  private mutating func finishInflating(_ message: inout Partial) -> ProtocolViolation? {
    // What zlib's flush makes of nothing, the second time, is nothing.
    guard message.announced > 0, let inflater else { return nil }
    let start = message.bytes.count
    let violation = Self.violation(inflater.finish(into: &message.bytes, limit: limits.messageBytes))
    if agreement?.clientKeepsContext != true { self.inflater = nil }
    return message.acceptsText(from: start) ? violation : .notUTF8
  }

  private static func violation(_ outcome: Inflater.Outcome) -> ProtocolViolation? {
    switch outcome {
    case .done: nil
    case .tooLarge: .messageTooLarge
    case .corrupt: .notDeflate
    }
  }

  // MARK: Control frames

  private mutating func finishControl(_ opcode: FrameHeader.Opcode) -> Step {
    let payload = control
    control = []
    switch opcode {
    case .ping: return .event(.ping(payload))
    case .pong: return .event(.pong(payload))
    case .close, .text, .binary, .continuation: return finishClose(payload)
    }
  }

  private mutating func finishClose(_ payload: [UInt8]) -> Step {
    guard !payload.isEmpty else { return .event(.close(nil)) }
    guard payload.count >= 2 else { return fail(.badClosePayload) }
    let code = CloseCode(rawValue: UInt16(payload[0]) << 8 | UInt16(payload[1]))
    guard code.mayBeSent else { return fail(.badClosePayload) }
    var reason = UTF8Validator()
    let isText = payload.withUnsafeBytes { reason.accept(UnsafeRawBufferPointer(rebasing: $0[2...])) }
    guard isText, reason.isAtBoundary else { return fail(.notUTF8) }
    return .event(.close(code))
  }
}

/// A whole message, its fragments joined.
package enum WebSocketMessage: Hashable, Sendable {
  /// Valid UTF-8.
  case text([UInt8])
  case binary([UInt8])
}
