import Foundation
import MuseRuntime
import Testing

@Suite("Canonical JSON")
struct CanonicalJSONTests {
  private func expectSame(_ value: some Encodable) throws {
    let (found, expected) = (try CanonicalJSON.bytes(of: value), try CanonicalJSON.foundationBytes(of: value))
    #expect(String(decoding: found, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
  }

  private struct Everything: Encodable {
    var zebra = Int.min
    var alpha = UInt64.max
    var a1 = Int8.min
    var a10 = 10
    var a2 = -1
    var under = true
    var none: String?
    var some: String? = "x"
    var list = [[1, 2], [], [3]]
    var map = ["b": [1], "a": [], "B": [2], "10": [3], "9": [4], "": [5]]
    var byNumber = [10: "ten", 9: "nine"]
    var nothing: [String: Int] = [:]
    var double = 1.5
    var whole = 3.0
    var large = 1e300
    var small = -2.5e-9
    var float: Float = 0.1
    var negativeZero = -0.0

    /// In another order than the one in which they are written.
    private enum CodingKeys: String, CodingKey {
      case alpha = "Alpha"
      case under = "a_b"
      case zebra, a1, a10, a2, none, some, list, map, byNumber, nothing, double, whole, large, small, float, negativeZero
    }
  }

  @Test("it is what Foundation writes, for every kind of value")
  func everything() throws {
    try expectSame(Everything())
    try expectSame([Everything(), Everything()])
    try expectSame(["text": Optional("a"), "none": nil])
    try expectSame([Int?.none, 1])
    try expectSame("only a text")
    try expectSame(7)
    try expectSame([Bool]())
  }

  @Test("texts are escaped as Foundation does it")
  func texts() throws {
    for scalar in (0...0x2FF).compactMap(Unicode.Scalar.init) { try expectSame(["text": "a\(Character(scalar))b"]) }
    try expectSame("/\\\"\u{7F}\u{2028}\u{FEFF}👩‍👩‍👧‍👦e\u{301}\u{0}")
  }

  private struct Nesting: Encodable {
    private enum Key: String, CodingKey {
      case z, a, m
    }

    func encode(to encoder: any Encoder) throws {
      var object = encoder.container(keyedBy: Key.self)
      try object.encode(1, forKey: .z)
      var inner = object.nestedContainer(keyedBy: Key.self, forKey: .m)
      try inner.encode(2, forKey: .z)
      try inner.encode(3, forKey: .a)
      var list = object.nestedUnkeyedContainer(forKey: .a)
      try list.encode(4)
    }
  }

  private struct Twice: Encodable {
    private enum Key: String, CodingKey {
      case a, b
    }

    func encode(to encoder: any Encoder) throws {
      var object = encoder.container(keyedBy: Key.self)
      try object.encode(1, forKey: .b)
      try object.encode(2, forKey: .a)
      try object.encode(3, forKey: .b)
    }
  }

  private struct Empty: Encodable {
    func encode(to encoder: any Encoder) throws {}
  }

  @Test("what is left to Foundation is what Foundation writes, too")
  func leftToFoundation() throws {
    try expectSame(Nesting())
    try expectSame(Twice())
    try expectSame(["é": 1, "e": 2, "z": 3])
    try expectSame(["at": Date(timeIntervalSince1970: 3)])
    try expectSame(["bytes": Data([1, 2])])
    try expectSame(["empty": Empty()])
    #expect(throws: (any Error).self) { try CanonicalJSON.bytes(of: Empty()) }
    #expect(throws: (any Error).self) { try CanonicalJSON.bytes(of: [Double.nan]) }
  }

  @Test("what is nested without end is refused before it is read, and brackets in texts do not count")
  func nesting() throws {
    let text = { (depth: Int) in String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
    #expect(throws: DecodingError.self) { try CanonicalJSON.value(JSONValue.self, from: text(101)) }
    #expect(throws: DecodingError.self) { try CanonicalJSON.value(JSONValue.self, from: text(200_000)) }
    #expect(throws: Never.self) { try CanonicalJSON.value(JSONValue.self, from: text(100)) }
    let brackets = "\"\\\"" + String(repeating: "[{", count: 200) + "\""
    #expect(try CanonicalJSON.value(String.self, from: brackets).hasSuffix("[{"))
  }
}
