import MuseServer
import NIOCore
import Testing

/// What clients send, and what the assembler makes of it.
struct FrameCase: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var frames: [ClientFrame]
  var events: [WebSocketMessageAssembler.Event]

  init(_ description: String, _ frames: [ClientFrame], _ events: [WebSocketMessageAssembler.Event]) {
    testDescription = description
    self.frames = frames
    self.events = events
  }
}

extension WebSocketMessageAssembler.Event {
  fileprivate static func text(_ text: String) -> Self { .message(.text(Array(text.utf8))) }
}

@Suite("Messages from frames")
struct WebSocketMessageAssemblerTests {
  private static let limits = WebSocketMessageAssembler.Limits(messageBytes: 70_000, fragments: 5)
  private static let long = String(repeating: "long ", count: 14_000)

  static let good: [FrameCase] = [
    FrameCase("a text", [.text("hi")], [.text("hi")]),
    FrameCase("an empty text", [.text("")], [.text("")]),
    FrameCase(
      "texts of every form of length", [.text(String(long.prefix(125))), .text(String(long.prefix(126))), .text(long)],
      [.text(String(long.prefix(125))), .text(String(long.prefix(126))), .text(long)]),
    FrameCase(
      "a text in fragments", [.text("He", isFinal: false), .continuation("l", isFinal: false), .continuation("lo")],
      [.text("Hello")]),
    FrameCase(
      "a ping between fragments", [.text("a", isFinal: false), .ping("x"), .continuation("b")],
      [.ping(Array("x".utf8)), .text("ab")]),
    FrameCase(
      "a character cut by fragments",
      [ClientFrame(opcode: 1, payload: [0xE2, 0x82], isFinal: false), ClientFrame(opcode: 0, payload: [0xAC])], [.text("€")]),
    FrameCase("a pong that nobody asked for", [ClientFrame(opcode: 10, payload: [1, 2])], [.pong([1, 2])]),
    FrameCase("a ping of 125 bytes", [.ping(String(repeating: "p", count: 125))], [.ping([UInt8](repeating: 112, count: 125))]),
    FrameCase("a close without a code", [.close(nil)], [.close(nil)]),
    FrameCase("a close with a reason", [.close(1000, Array("bye ☂".utf8))], [.close(.normal)]),
    FrameCase("a close with a code of one's own", [.close(4999)], [.close(CloseCode(rawValue: 4999))]),
  ]

  static let bad: [FrameCase] = [
    FrameCase("reserved bit 1", [ClientFrame(opcode: 1, reserved: 4)], [.violation(.reservedBits)]),
    FrameCase("reserved bit 2", [ClientFrame(opcode: 1, reserved: 2)], [.violation(.reservedBits)]),
    FrameCase("reserved bit 3", [ClientFrame(opcode: 9, reserved: 1)], [.violation(.reservedBits)]),
    FrameCase("unknown data opcode", [ClientFrame(opcode: 3)], [.violation(.unknownOpcode)]),
    FrameCase("unknown control opcode", [ClientFrame(opcode: 11)], [.violation(.unknownOpcode)]),
    FrameCase("a fragmented ping", [ClientFrame(opcode: 9, isFinal: false)], [.violation(.fragmentedControl)]),
    FrameCase("a ping of 126 bytes", [.ping(String(repeating: "p", count: 126))], [.violation(.longControl)]),
    FrameCase("unmasked", [ClientFrame(opcode: 1, payload: [104], isMasked: false)], [.violation(.unmasked)]),
    FrameCase(
      "a length in more bytes than it needs", [ClientFrame(opcode: 1, payload: [104], length: .word)], [.violation(.badLength)]),
    FrameCase("a length in many more", [ClientFrame(opcode: 1, payload: [104], length: .quad)], [.violation(.badLength)]),
    FrameCase("a length of 2^63", [ClientFrame(opcode: 1, length: .claimed(1 << 63))], [.violation(.badLength)]),
    FrameCase("a length over the limit", [ClientFrame(opcode: 1, length: .claimed(70_001))], [.violation(.messageTooLarge)]),
    FrameCase(
      "fragments that are too long together", [.text(long, isFinal: false), .continuation("a")], [.violation(.messageTooLarge)]),
    FrameCase("binary", [ClientFrame(opcode: 2, payload: [1])], [.violation(.binary)]),
    FrameCase("a continuation of nothing", [.continuation("a")], [.violation(.continuationWithoutStart)]),
    FrameCase("a text inside of a text", [.text("a", isFinal: false), .text("b")], [.violation(.messageInsideMessage)]),
    FrameCase(
      "too many fragments", [.text("", isFinal: false)] + [ClientFrame](repeating: .continuation("", isFinal: false), count: 9),
      [.violation(.tooManyFragments)]),
    FrameCase("not UTF-8", [ClientFrame(opcode: 1, payload: [0xC3, 0x28])], [.violation(.notUTF8)]),
    FrameCase("a character that does not end", [ClientFrame(opcode: 1, payload: [0xE2, 0x82])], [.violation(.notUTF8)]),
    FrameCase("a surrogate", [ClientFrame(opcode: 1, payload: [0xED, 0xA0, 0x80])], [.violation(.notUTF8)]),
    FrameCase(
      "not UTF-8 in a fragment, before the message ends",
      [ClientFrame(opcode: 1, payload: [0x61], isFinal: false), ClientFrame(opcode: 0, payload: [0xFF], isFinal: false)],
      [.violation(.notUTF8)]),
    FrameCase("a close of one byte", [ClientFrame(opcode: 8, payload: [3])], [.violation(.badClosePayload)]),
    FrameCase("a close with a reason that is not UTF-8", [.close(1000, [0xC3, 0x28])], [.violation(.notUTF8)]),
    FrameCase("nothing comes after a violation", [.continuation("a"), .text("b")], [.violation(.continuationWithoutStart)]),
  ]

  @Test("frames become messages, whatever pieces the network makes of them", arguments: good + bad)
  func frames(example: FrameCase) {
    let bytes = example.frames.flatMap(\.bytes)
    #expect(Self.events(of: bytes, inPiecesOf: bytes.count) == example.events)
    #expect(Self.events(of: bytes, inPiecesOf: 1) == example.events)
    #expect(Self.events(of: bytes, inPiecesOf: 7) == example.events)
  }

  @Test(
    "a close code that may not be sent is refused",
    arguments: [0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535])
  func badCloseCodes(code: UInt16) {
    #expect(Self.events(of: ClientFrame.close(code).bytes, inPiecesOf: 100) == [.violation(.badClosePayload)])
  }

  @Test("a wrong byte is seen before its frame is whole")
  func failsInsideOfAFrame() {
    let bytes = ClientFrame(opcode: 1, payload: [0x61, 0xFF] + [UInt8](repeating: 0x61, count: 1000)).bytes
    #expect(Self.events(of: Array(bytes.prefix(12)), inPiecesOf: 12) == [.violation(.notUTF8)])
  }

  @Test("a length over the limit is seen before any of it came")
  func failsAtTheHeader() {
    let bytes = ClientFrame(opcode: 1, payload: [0x61], length: .claimed(1 << 40)).bytes
    #expect(Self.events(of: Array(bytes.prefix(14)), inPiecesOf: 14) == [.violation(.messageTooLarge)])
  }

  @Test("binary is taken where it is wanted")
  func binary() {
    var assembler = WebSocketMessageAssembler(limits: .init(messageBytes: 10, fragments: 2, acceptsBinary: true))
    assembler.append(ByteBuffer(bytes: ClientFrame(opcode: 2, payload: [0xFF, 0]).bytes))
    #expect(assembler.next() == .message(.binary([0xFF, 0])))
    #expect(assembler.next() == nil)
  }

  @Test("any bytes at all give events and no trap")
  func noise() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<3000 {
      var bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in UInt8.random(in: .min ... .max, using: &random) }
      if Bool.random(using: &random) { bytes.insert(contentsOf: ClientFrame.text("ok", isFinal: false).bytes, at: 0) }
      #expect(Self.events(of: bytes, inPiecesOf: 3) == Self.events(of: bytes, inPiecesOf: 61))
    }
  }

  private static func events(of bytes: [UInt8], inPiecesOf length: Int) -> [WebSocketMessageAssembler.Event] {
    var assembler = WebSocketMessageAssembler(limits: limits)
    var events: [WebSocketMessageAssembler.Event] = []
    for start in stride(from: 0, to: bytes.count, by: max(1, length)) {
      assembler.append(ByteBuffer(bytes: bytes[start..<min(start + length, bytes.count)]))
      while let event = assembler.next() { events.append(event) }
    }
    return events
  }
}
