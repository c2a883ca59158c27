import MuseDefinition
import MuseDialogue
import MuseExpression
import Testing

@Suite("Any text is understood as something")
struct FuzzTests {
  private static let waits: [Awaiting] = [
    Waits.beginning, Waits.triage, Waits.details(asking: "people"), Waits.details(asking: "start"),
    Waits.details(asking: "title"),
    Waits.agree, Waits.offer, Waits.which, Waits.newTime, Awaiting(question: .nothing), Awaiting(question: .ask),
  ]

  private static let pieces = [
    "at", "3", "pm", "tomorrow", "with", "Ann", "and", ",", ".", "\"", "the", "cancel", "yes", "no", "-", "/", ":", "@",
    "example", "com",
    "to", "from", "next", "week", "30", "minutes", "half", "past", "é", "🇬🇧", "👩‍👩‍👧", "\u{0}", "\u{200F}", "\u{301}", "２", "٣", "ﬀ",
    "İ", "'", "’s",
    "99999999999999999999", "2026-11-27", "in", "ago", "call it", "(", ")", "hundred", "thousand", "billion", "first", "\n", "\t",
    "also",
    "without", "instead", "none", "number", "www", "http", "https://", "+44", "e\u{301}", "中文", "the last", "a", "of", "31/02",
    "24:00",
  ]

  @Test("arbitrary mixtures give moves whose spans lie in the text", arguments: 1...20)
  func mixtures(seed: UInt64) {
    var random = Random(state: seed)
    for _ in 0..<8 {
      let text = (0..<random.below(24)).map { _ in random.piece(of: Self.pieces) + (random.below(4) == 0 ? "" : " ") }.joined()
      check(text, seed)
    }
  }

  @Test("arbitrary scalars", arguments: 1...6)
  func scalars(seed: UInt64) {
    var random = Random(state: seed)
    for _ in 0..<8 {
      let scalars = (0..<random.below(60)).compactMap { _ in
        Unicode.Scalar(UInt32(random.below(random.below(2) == 0 ? 0x250 : 0x11_0000)))
      }
      check(String(String.UnicodeScalarView(scalars)), seed)
    }
  }

  @Test(
    "long messages take time linear in their length",
    arguments: [
      "at 3 ", "with Ann and ", "from 2 to ", "one hundred and ", "a@b.", "the ", "1h", "Ann Bob ", "call it ", "yes, ",
    ])
  func longMessages(piece: String) {
    let times = [500, 2000].map { length in
      let text = String(String(repeating: piece, count: length / piece.count + 1).prefix(length))
      return ContinuousClock().measure { for wait in [Waits.triage, Waits.agree] { _ = moves(text, wait) } }
    }
    #expect(times[1] < times[0] * 12 + .milliseconds(100), "\(times)")
  }

  private func check(_ text: String, _ seed: UInt64) {
    let length = text.unicodeScalars.count
    for wait in Self.waits {
      let moves = moves(text, wait)
      #expect(!moves.isEmpty, "seed \(seed): \(text.debugDescription)")
      #expect(moves.allSatisfy { ($0.span?.lowerBound ?? 0) >= 0 && ($0.span?.upperBound ?? 0) <= length }, "seed \(seed)")
    }
  }

  private func moves(_ text: String, _ wait: Awaiting) -> [Move] {
    MeetingGraph.understander.moves(in: text, awaiting: wait, now: MeetingGraph.now, zone: MeetingGraph.london, locale: "en")
  }
}

/// A small generator whose sequence is the same everywhere (xorshift64*, Marsaglia 2003).
struct Random {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % max(1, bound)
  }

  mutating func piece(of pieces: [String]) -> String { pieces[below(pieces.count)] }
}
