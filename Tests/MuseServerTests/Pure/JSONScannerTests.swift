import MuseServer
import Testing

@Suite("JSON")
struct JSONScannerTests {
  private static func members(_ text: String) throws -> [String: JSONScanner.Member]? {
    try JSONScanner.members(["a", "b"], of: Array(text.utf8))
  }

  @Test(
    "members are found by name",
    arguments: [
      (#"{"a":"x","b":"y"}"#, ["a": .string("x"), "b": .string("y")]),
      (" \t\r\n{ \"a\" : \"x\" , \"c\" : [ 1 , { } , [ ] ] }\n", ["a": .string("x")]),
      (#"{}"#, [:]),
      (#"{"a":null,"b":false}"#, ["a": .null, "b": .other]),
      (#"{"a":{"a":"inner"},"b":["b"]}"#, ["a": .other, "b": .other]),
      (#"{"a":"1","a":"2"}"#, ["a": .repeated]),
      (#"{"a":"1","a":null,"a":"3"}"#, ["a": .repeated]),
      (#"{"c":1,"c":2,"a":"x"}"#, ["a": .string("x")]),
      (#"{"\u0061":"by escape"}"#, ["a": .string("by escape")]),
      (#"{"a":"\"\\\/\b\f\n\r\tA\u00e9€"}"#, ["a": .string("\"\\/\u{8}\u{C}\n\r\tAé€")]),
      (#"{"a":"\ud83d\udE00 😀"}"#, ["a": .string("😀 😀")]),
      (#"{"a":"\ud83d","b":"\udE00x\ud83d\ud83d\ude00"}"#, ["a": .string("\u{FFFD}"), "b": .string("\u{FFFD}x\u{FFFD}😀")]),
      (#"{"a":"\ud83d\u0041"}"#, ["a": .string("\u{FFFD}A")]),
      (#"{"a":"\u0000"}"#, ["a": .string("\0")]),
      (#"{"b":1e999999999999999999999999,"a":-0.0e-7}"#, ["a": .other, "b": .other]),
    ] as [(String, [String: JSONScanner.Member])])
  func found(text: String, members: [String: JSONScanner.Member]) throws {
    #expect(try Self.members(text) == members)
  }

  @Test(
    "JSON that is no object has no members",
    arguments: ["[]", "null", "0", #""a""#, "true", "[{\"a\":\"x\"}]", "-1.5e+3", " [ ] "])
  func noObject(text: String) throws {
    #expect(try Self.members(text) == nil)
  }

  static let broken = [
    "", " ", "{", "}", "[", "]", "nul", "nulll", "tru", "True", "NaN", "Infinity", "01", "+1", "-", "1.", ".5", "1e", "1e+",
    "0x1", "'a'",
    #"""#, #""a"#, #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{,}"#, #"{"a":1 "b":2}"#, #"{a:1}"#, #"{'a':1}"#, "[1,]", "[,1]",
    "[1 2]", "[1}",
    #"{"a":"b"]"#, #"{"a":"\x"}"#, #"{"a":"\u12"}"#, #"{"a":"\u12g4"}"#, "{\"a\":\"line\nbreak\"}", "{\"a\":\"\u{0}\"}",
    #"{"a":"b"} x"#,
    "{} {}", "{\"a\":1}\u{0}", "\u{FEFF}{}", "// comment\n{}", "{\"a\":1/**/}", #"{"a" "b"}"#, #"{"a"::1}"#, "[[[[",
    "{\"c\":[[1,2],[3}",
    #"{"c":{"d":}}"#, #"{"c":{"d" 1}}"#, #"{"c":{1:2}}"#, "hello", #"{"a":01}"#, #"{"c":-01}"#, #"{"c":1.e5}"#, "{\"a\":\u{A0}1}",
  ]

  @Test("what is not JSON is refused", arguments: broken)
  func refused(text: String) {
    #expect(throws: JSONScanner.Failure()) { try Self.members(text) }
  }

  @Test("depth is bounded, and ten thousand brackets do not trap")
  func depth() throws {
    let nested = { (depth: Int) in String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
    #expect(try Self.members(nested(JSONScanner.maximumDepth)) == nil)
    #expect(throws: JSONScanner.Failure()) { try Self.members(nested(JSONScanner.maximumDepth + 1)) }
    #expect(throws: JSONScanner.Failure()) { try Self.members(nested(10_000)) }
    #expect(try Self.members("{\"c\":\(nested(JSONScanner.maximumDepth - 1))}") == [:])
    #expect(throws: JSONScanner.Failure()) { try Self.members("{\"c\":\(nested(JSONScanner.maximumDepth))}") }
    let objects = String(repeating: #"{"c":"#, count: 10_000)
    #expect(throws: JSONScanner.Failure()) { try Self.members(objects) }
  }

  @Test("any change of a good message gives members or a refusal, and no trap")
  func noise() {
    var random = SeededGenerator(seed: 11)
    let good = Array(#"{"a":"\u0041\n","b":[1,-2.5e3,{"x":null,"y":[true,false]}],"c":"é"}"#.utf8)
    let marks = Array(#"{}[]",:\u0123456789eE+-.tfn "#.utf8)
    for _ in 0..<20_000 {
      var bytes = good
      for _ in 0...Int.random(in: 0...3, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        bytes[index] = marks[Int.random(in: 0..<marks.count, using: &random)]
      }
      bytes.removeLast(Int.random(in: 0...5, using: &random))
      _ = try? JSONScanner.members(["a", "b"], of: bytes)
    }
  }
}
