import MuseServer
import NIOCore
import Testing

/// What clients send compressed, and what the assembler makes of it.
struct CompressedCase: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var frames: [ClientFrame]
  var events: [WebSocketMessageAssembler.Event]

  init(_ description: String, _ frames: [ClientFrame], _ events: [WebSocketMessageAssembler.Event]) {
    testDescription = description
    self.frames = frames
    self.events = events
  }
}

/// Most of the bytes are those of RFC 7692, section 7.2.3.
@Suite("Compressed messages")
struct CompressedMessageTests {
  private static let hello: [UInt8] = [0xF2, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0x00]
  /// The same once more, by reference to what came before.
  private static let again: [UInt8] = [0xF2, 0x00, 0x11, 0x00, 0x00]
  private static let saysHello = WebSocketMessageAssembler.Event.message(.text(Array("Hello".utf8)))

  private static func compressed(_ payload: [UInt8], opcode: UInt8 = 1, isFinal: Bool = true) -> ClientFrame {
    ClientFrame(opcode: opcode, payload: payload, isFinal: isFinal, reserved: 4)
  }

  /// A block that is not compressed.
  private static func stored(_ bytes: [UInt8]) -> [UInt8] {
    [0x00, UInt8(bytes.count), 0x00, ~UInt8(bytes.count), 0xFF] + bytes + [0x00]
  }

  static let good: [CompressedCase] = [
    CompressedCase("one frame", [compressed(hello)], [saysHello]),
    CompressedCase(
      "fragments, of which only the first says that they are compressed",
      [compressed(Array(hello[..<3]), isFinal: false), ClientFrame(opcode: 0, payload: Array(hello[3...]))], [saysHello]),
    CompressedCase(
      "a ping between fragments",
      [compressed(Array(hello[..<3]), isFinal: false), .ping("x"), ClientFrame(opcode: 0, payload: Array(hello[3...]))],
      [.ping([0x78]), saysHello]),
    CompressedCase("one that refers to the one before it", [compressed(hello), compressed(again)], [saysHello, saysHello]),
    CompressedCase(
      "plain ones between them", [compressed(hello), .text("Hi"), compressed(again)],
      [saysHello, .message(.text(Array("Hi".utf8))), saysHello]),
    CompressedCase("a block that is not compressed", [compressed(stored(Array("Hello".utf8)))], [saysHello]),
    CompressedCase(
      "a last block, and another message after it",
      [compressed([0xF3, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0x00, 0x00]), compressed(hello)], [saysHello, saysHello]),
    CompressedCase(
      "two blocks", [compressed([0xF2, 0x48, 0x05, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xCA, 0xC9, 0xC9, 0x07, 0x00])], [saysHello]),
    CompressedCase("nothing", [compressed([0x00])], [.message(.text([]))]),
    CompressedCase("nothing, in no bytes", [compressed([])], [.message(.text([]))]),
    CompressedCase(
      "binary", [compressed(stored([0xFF]), opcode: 2)], [.message(.binary([0xFF]))]),
  ]

  static let bad: [CompressedCase] = [
    CompressedCase(
      "a continuation that says it again", [compressed(hello, isFinal: false), compressed([], opcode: 0)],
      [.violation(.reservedBits)]),
    CompressedCase("a ping", [compressed([], opcode: 9)], [.violation(.reservedBits)]),
    CompressedCase("a close", [compressed([], opcode: 8)], [.violation(.reservedBits)]),
    CompressedCase("another reserved bit", [ClientFrame(opcode: 1, payload: hello, reserved: 6)], [.violation(.reservedBits)]),
    CompressedCase("no DEFLATE", [compressed([0xFF, 0xFF, 0xFF])], [.violation(.notDeflate)]),
    CompressedCase("a reference to nothing", [compressed(again)], [.violation(.notDeflate)]),
    CompressedCase("a message that ends inside of a block", [compressed(Array(hello[..<4]))], [.violation(.notDeflate)]),
    CompressedCase(
      "a last block without an end", [compressed([0xF3, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0x00])],
      [.violation(.notDeflate)]),
    CompressedCase("not UTF-8", [compressed(stored([0x61, 0xC3, 0x28]))], [.violation(.notUTF8)]),
    CompressedCase(
      "not UTF-8, before the message ends", [compressed(stored([0xFF]), isFinal: false)], [.violation(.notUTF8)]),
    CompressedCase("a character that does not end", [compressed(stored([0xE2, 0x82]))], [.violation(.notUTF8)]),
    CompressedCase(
      "more than the limit", [compressed(stored([UInt8](repeating: 0x61, count: 101)))], [.violation(.messageTooLarge)]),
    CompressedCase(
      "blocks of nothing without end",
      [compressed([], isFinal: false)]
        + [ClientFrame](repeating: ClientFrame(opcode: 0, payload: [0x00, 0x00, 0x00, 0xFF, 0xFF], isFinal: false), count: 60),
      [.violation(.messageTooLarge)]),
  ]

  @Test("compressed frames become messages, whatever pieces the network makes of them", arguments: good + bad)
  func frames(example: CompressedCase) throws {
    let bytes = example.frames.flatMap(\.bytes)
    for length in [bytes.count, 1, 7] {
      #expect(try Self.events(of: bytes, inPiecesOf: length, offer: "permessage-deflate") == example.events)
    }
  }

  @Test("without a context, a reference to the message before is none")
  func noContext() throws {
    let bytes = [Self.hello, Self.again].flatMap { Self.compressed($0).bytes }
    let events = try Self.events(of: bytes, inPiecesOf: 100, offer: "permessage-deflate; client_no_context_takeover")
    #expect(events == [Self.saysHello, .violation(.notDeflate)])
  }

  @Test("a bomb is not inflated beyond the limit")
  func bomb() throws {
    let bytes = Self.compressed(DeflateBomb.bytes).bytes
    // Forty bytes of it are too many already.
    let early = Array(bytes.prefix(40))
    #expect(
      try Self.events(of: early, inPiecesOf: 40, limit: 2000, offer: "permessage-deflate") == [.violation(.messageTooLarge)])
    #expect(try Self.events(of: bytes, inPiecesOf: 7, limit: 1 << 22, offer: "permessage-deflate") == [.violation(.notDeflate)])
  }

  @Test("any bytes at all give events and no trap, in whatever pieces they come")
  func noise() throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<1000 {
      var payload = Self.hello + Self.hello
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        payload[Int.random(in: payload.indices, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
      }
      let bytes = Self.compressed(payload).bytes + Self.compressed(Self.again).bytes
      let whole = try Self.events(of: bytes, inPiecesOf: 61, offer: "permessage-deflate")
      #expect(try Self.events(of: bytes, inPiecesOf: 3, offer: "permessage-deflate") == whole)
    }
  }

  private static func events(
    of bytes: [UInt8], inPiecesOf length: Int, limit: Int = 100, offer: String
  ) throws -> [WebSocketMessageAssembler.Event] {
    let offers = try #require(ExtensionOffer.list([offer]))
    let agreement = try #require(DeflateAgreement(choosingFrom: offers, keepsContext: true))
    var assembler = WebSocketMessageAssembler(
      limits: .init(messageBytes: limit, fragments: 100, acceptsBinary: true), agreement: agreement)
    var events: [WebSocketMessageAssembler.Event] = []
    for start in stride(from: 0, to: bytes.count, by: max(1, length)) {
      assembler.append(ByteBuffer(bytes: bytes[start..<min(start + length, bytes.count)]))
      while let event = assembler.next() { events.append(event) }
    }
    return events
  }
}
