import MuseTracing
import Testing

@Suite("Trace context")
struct TraceContextTests {
  private static let trace = "4bf92f3577b34da6a3ce929d0e0e4736"
  private static let span = "00f067aa0ba902b7"

  @Test(
    "what the recommendation shows is read, and written again",
    arguments: [
      ("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", true),
      ("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00", false),
    ])
  func examples(text: String, isSampled: Bool) throws {
    let context = try #require(TraceContext(traceparent: text))
    #expect("\(context.traceID)" == Self.trace)
    #expect("\(context.spanID)" == Self.span)
    #expect(context.isSampled == isSampled)
    #expect(context.traceparent == text)
  }

  @Test(
    "of later versions and later flags that much is read as is known",
    arguments: [
      ("cc-\(trace)-\(span)-01", "00-\(trace)-\(span)-01"),
      ("cc-\(trace)-\(span)-01-what-the-future-brings", "00-\(trace)-\(span)-01"),
      ("fe-\(trace)-\(span)-00-", "00-\(trace)-\(span)-00"), ("00-\(trace)-\(span)-ff", "00-\(trace)-\(span)-01"),
      ("00-\(trace)-\(span)-fe", "00-\(trace)-\(span)-00"),
    ])
  func later(text: String, written: String) { #expect(TraceContext(traceparent: text)?.traceparent == written) }

  @Test(
    "what is not well formed is nothing",
    arguments: [
      "", "00", "-", "00-\(trace)-\(span)", "00-\(trace)-\(span)-", "00-\(trace)-\(span)-0", "00-\(trace)-\(span)-011",
      "00-\(trace)-\(span)-01-", "00-\(trace)-\(span)-01-more", "ff-\(trace)-\(span)-01", "cc-\(trace)-\(span)-01.more",
      "00-\(trace)-\(span)-0x", "0-\(trace)-\(span)-01", "000-\(trace)-\(span)-01",
      "00-00000000000000000000000000000000-\(span)-01", "00-\(trace)-0000000000000000-01",
      "00-4BF92F3577B34DA6A3CE929D0E0E4736-\(span)-01", "00-\(trace)-00F067AA0BA902B7-01", "0A-\(trace)-\(span)-01",
      "00-\(trace)-\(span)-0A", "00_\(trace)-\(span)-01", "00-\(trace)_\(span)-01", "00-\(trace)-\(span)_01",
      "00-4bf92f3577b34da6a3ce929d0e0e473-0\(span)-01", "00-4bf92f3577b34da6a3ce929d0e0e473.-\(span)-01",
      " 00-\(trace)-\(span)-01", "00-\(trace)-\(span)-01 ", "00-\(trace)-\(span)-é",
      "00-+bf92f3577b34da6a3ce929d0e0e4736-\(span)-01",
    ])
  func malformed(text: String) { #expect(TraceContext(traceparent: text) == nil) }

  @Test(
    "the state is passed on as far as it is well formed",
    arguments: [
      ("rojo=00f067aa0ba902b7,congo=t61rcWkgMzE", "rojo=00f067aa0ba902b7,congo=t61rcWkgMzE"),
      ("rojo=1 , congo=2", "rojo=1,congo=2"), ("\trojo=1\t,,congo=2,", "rojo=1,congo=2"),
      ("fw529a3039@dt=FfBJ", "fw529a3039@dt=FfBJ"),
      ("0tenant@system=1", "0tenant@system=1"), ("a=b c", "a=b c"), ("a=1,a=2", nil), ("", nil), (" , ", nil), ("a", nil),
      ("=1", nil), ("a=", nil), ("A=1", nil), ("0a=1", nil), ("a@=1", nil), ("@a=1", nil), ("a@b@c=1", nil), ("a@0b=1", nil),
      ("a=1=2", nil), ("a=é", nil), ("é=1", nil), ("a=\u{1}", nil), ("a b=1", nil), ("a =1", nil), ("a=1,bad", nil),
    ] as [(String, String?)])
  func state(text: String, kept: String?) {
    let context = TraceContext(traceparent: "00-\(Self.trace)-\(Self.span)-01", tracestate: text)
    #expect(context != nil)
    #expect(context?.state == kept)
  }

  @Test("a state has at most 32 members, and keys and values have their lengths")
  func stateLimits() {
    func kept(_ text: String) -> Bool {
      TraceContext(traceparent: "00-\(Self.trace)-\(Self.span)-01", tracestate: text)?.state == text
    }
    let members = (0..<33).map { "k\($0)=v" }
    #expect(kept(members.dropLast().joined(separator: ",")))
    #expect(!kept(members.joined(separator: ",")))
    #expect(kept(String(repeating: "k", count: 256) + "=v"))
    #expect(!kept(String(repeating: "k", count: 257) + "=v"))
    #expect(kept(String(repeating: "t", count: 241) + "@" + String(repeating: "s", count: 14) + "=v"))
    #expect(!kept(String(repeating: "t", count: 242) + "@s=v"))
    #expect(!kept("t@" + String(repeating: "s", count: 15) + "=v"))
    #expect(kept("k=" + String(repeating: "v", count: 256)))
    #expect(!kept("k=" + String(repeating: "v", count: 257)))
  }

  @Test("whatever comes, what is read can be written and read again", arguments: 1...40)
  func anything(seed: UInt64) {
    var random = SeededGenerator(seed)
    for _ in 0..<500 {
      var bytes = Array("00-\(Self.trace)-\(Self.span)-01".utf8)
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        default: bytes.insert(UInt8.random(in: 32...126, using: &random), at: place)
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      guard let context = TraceContext(traceparent: text, tracestate: text) else { continue }
      #expect(TraceContext(traceparent: context.traceparent)?.traceparent == context.traceparent, "\(text)")
      #expect(text.hasPrefix("\(text.prefix(2))-\(context.traceID)-\(context.spanID)-"), "\(text)")
    }
  }
}

/// Another row of numbers for each seed, the same one each time. Source: SplitMix64.
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
