import MuseServer
import Testing

@Suite("UTF-8, piece by piece")
struct UTF8ValidatorTests {
  private static func isValid(_ bytes: [UInt8], cutAt cut: Int? = nil) -> Bool {
    var validator = UTF8Validator()
    let pieces = [bytes[..<(cut ?? 0)], bytes[(cut ?? 0)...]].map(Array.init)
    return pieces.allSatisfy { piece in piece.withUnsafeBytes { validator.accept($0) } } && validator.isAtBoundary
  }

  @Test("says what the standard library says, wherever the bytes are cut")
  func agreesWithTheStandardLibrary() {
    var random = SeededGenerator(seed: 20_260_301)
    let interesting: [UInt8] = [
      0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEF, 0xF0, 0xF1,
      0xF3, 0xF4, 0xF5, 0xFF,
    ]
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...12, using: &random)
      let bytes = (0..<count).map { _ in interesting[Int.random(in: 0..<interesting.count, using: &random)] }
      let expected = String(validating: bytes, as: UTF8.self) != nil
      #expect(Self.isValid(bytes) == expected, "\(bytes)")
      #expect(Self.isValid(bytes, cutAt: Int.random(in: 0...count, using: &random)) == expected, "\(bytes)")
    }
  }

  @Test(
    "the first wrong byte is seen before the text ends", arguments: [[0xCE, 0xBA, 0xE1, 0xBD, 0xB9, 0xF4, 0x90], [0xED, 0xA0]])
  func failsFast(bytes: [UInt8]) {
    var validator = UTF8Validator()
    #expect(!bytes.withUnsafeBytes { validator.accept($0) })
  }

  @Test("long texts in many scripts are valid, in pieces of every length", arguments: 1...17)
  func longTexts(length: Int) {
    let bytes = Array(String(repeating: "plain text, Grüße, κόσμε, 日本語, 🧭🇬🇧, a\u{300}; ", count: 20).utf8)
    var validator = UTF8Validator()
    for start in stride(from: 0, to: bytes.count, by: length) {
      let piece = Array(bytes[start..<min(start + length, bytes.count)])
      #expect(piece.withUnsafeBytes { validator.accept($0) })
    }
    #expect(validator.isAtBoundary)
  }
}
