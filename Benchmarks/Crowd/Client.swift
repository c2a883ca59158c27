/// One connection: what comes from its socket, to what the crowd must know.
struct Client {
  enum Stage { case upgrading, greeting, talking, closing, gone }

  enum Event {
    /// It may talk now.
    case ready
    case reply
    /// Nothing more is to come.
    case left
    case send([UInt8])
    case trouble(String)
  }

  let socket: Int32
  private(set) var stage = Stage.upgrading
  private let session: [UInt8]
  private let isEcho: Bool
  private var incoming: [UInt8] = []
  /// What must stand in the next reply; nil: none is awaited.
  private var expected: [UInt8]?
  var line = 0
  var asked: UInt64 = 0

  init(socket: Int32, name: String, isEcho: Bool) {
    self.socket = socket
    self.isEcho = isEcho
    session = Array("\"session_id\":\"\(name)\"".utf8)
  }

  static func request(name: String, port: UInt16, isEcho: Bool) -> [UInt8] {
    let lines = [
      "GET \(isEcho ? "/ws-echo" : "/ws/" + name) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Upgrade: websocket",
      "Connection: Upgrade", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version: 13", "", "",
    ]
    return Array(lines.joined(separator: "\r\n").utf8)
  }

  /// The key above has this answer; both stand in RFC 6455.
  private static let accepted = Array("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=".utf8)
  private static let headEnd = Array("\r\n\r\n".utf8)
  private static let greeting = Array("\"connection_established\"".utf8)
  private static let type = Array("\"type\":".utf8)
  private static let system = Array("\"type\":\"system\"".utf8)

  /// The frame that says a line.
  mutating func say(_ text: [UInt8], expecting expected: [UInt8], at instant: UInt64) -> [UInt8] {
    (self.expected, asked) = (expected, instant)
    guard !isEcho else { return Frame.bytes(Frame.text, text) }
    return Frame.bytes(
      Frame.text, Array("{\"type\":\"user_message\",\"content\":\"".utf8) + text + Array("\",".utf8) + session + [0x7d])
  }

  mutating func leave() -> [UInt8] {
    stage = .closing
    return Frame.bytes(Frame.close, [0x03, 0xe8])
  }

  mutating func lose() { stage = .gone }

  mutating func take(_ bytes: some Sequence<UInt8>, _ tell: (Event) -> Void) {
    incoming += bytes
    var start = stage == .upgrading ? upgrade(tell) : 0
    guard stage != .upgrading else { return }
    while stage != .gone, let frame = Frame(in: incoming, from: start) {
      take(frame, tell)
      start = frame.end
    }
    incoming.removeFirst(start)
  }

  /// Where the frames begin.
  private mutating func upgrade(_ tell: (Event) -> Void) -> Int {
    guard let end = incoming.place(of: Self.headEnd) else { return 0 }
    guard incoming[..<end].place(of: Self.accepted) != nil else {
      tell(.trouble("refused: " + String(decoding: incoming[..<end].prefix(40), as: UTF8.self)))
      return 0
    }
    stage = isEcho ? .talking : .greeting
    if isEcho { tell(.ready) }
    return end + Self.headEnd.count
  }

  private mutating func take(_ frame: Frame, _ tell: (Event) -> Void) {
    switch frame.opcode {
    case Frame.ping: tell(.send(Frame.bytes(Frame.pong, Array(frame.payload))))
    case Frame.close where stage == .closing: tell(.left)
    case Frame.close: tell(.trouble("closed by the server"))
    case Frame.text: hear(frame.payload, tell)
    default: tell(.trouble("opcode \(frame.opcode)"))
    }
  }

  private mutating func hear(_ text: ArraySlice<UInt8>, _ tell: (Event) -> Void) {
    if !isEcho, text.place(of: Self.type) != nil {
      guard text.place(of: Self.system) != nil else { return tell(.trouble("no reply: " + text.start)) }
      guard stage == .greeting, text.place(of: Self.greeting) != nil else { return }
      stage = .talking
      return tell(.ready)
    }
    guard let expected else { return tell(.trouble("a reply that nobody asked for: " + text.start)) }
    guard isEcho || text.place(of: session) != nil else { return tell(.trouble("another session: " + text.start)) }
    guard expected.isEmpty || text.place(of: expected) != nil else { return tell(.trouble("wrong reply: " + text.start)) }
    self.expected = nil
    tell(.reply)
  }
}

extension Collection<UInt8> {
  fileprivate var start: String { String(decoding: prefix(200), as: UTF8.self) }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// Where the bytes begin that are looked for.
  fileprivate func place(of wanted: [UInt8]) -> Int? {
    guard let first = wanted.first, count >= wanted.count else { return nil }
    return (startIndex...endIndex - wanted.count).first { place in
      self[place] == first && self[place..<place + wanted.count].elementsEqual(wanted)
    }
  }
}
