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
    "without", "instead", "instead of", "not", "don't", "book", "move", "change the", "title", "different", "remove the",
    "second", "one",
    "the later", "dot", "EST", "London time", "UTC+2", "Christmas", "May", "2027", "the end of", "before", "another", "none",
    "number", "www", "http", "https://", "+44", "e\u{301}", "中文", "the last", "a", "of", "31/02",
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

  private static let germanPieces = [
    "um", "halb", "vier", "Viertel", "vor", "nach", "15", "Uhr", "30", "am", "3", ".", "Mai", "nächsten", "Dienstag",
    "übermorgen", "früh",
    "von", "bis", "mit", "Anna", "und", "ohne", "nicht", "kein", "buche", "Termin", "ja", "nein", "anderthalb", "Stunden",
    "statt", "den",
    "zweiten", "ändere", "die", "Zeit", "einundzwanzigtausend", "hundert", "tausend", "Million", ",", "!", "?", "ß",
    "Freitagabend", "in",
    "einer", "Woche", "keiner", "davon", "später", "lade", "ein", "auch", "nur", "Ortszeit", "letzten", "ersten", "1.", "1,5",
    "überspringen",
  ]

  @Test("arbitrary mixtures of German words give moves whose spans lie in the text", arguments: 1...12)
  func germanMixtures(seed: UInt64) {
    var random = Random(state: seed)
    let waits = [
      GermanGraph.triage, GermanGraph.details(asking: "leute"), GermanGraph.details(asking: "beginn"),
      GermanGraph.details(asking: "titel"),
      GermanGraph.agree, GermanGraph.agreeCallOff, GermanGraph.offer,
    ]
    for _ in 0..<8 {
      let text = (0..<random.below(24)).map { _ in random.piece(of: Self.germanPieces) + (random.below(5) == 0 ? "" : " ") }
        .joined()
      for wait in waits {
        let moves = GermanGraph.understander.moves(
          in: text, awaiting: wait, now: GermanGraph.now, zone: GermanGraph.berlin, locale: "de")
        #expect(isSound(moves, of: text), "seed \(seed): \(text.debugDescription)")
      }
    }
  }

  @Test("arbitrary answers to a question of every type", arguments: 1...8)
  func everyType(seed: UInt64) {
    var random = Random(state: seed)
    for slot in TypesGraph.slots {
      let text = (0..<random.below(16)).map { _ in random.piece(of: Self.pieces) + (random.below(4) == 0 ? "" : " ") }.joined()
      for understander in [TypesGraph.understander, TypesGraph.german] {
        let awaiting = Awaiting(
          question: .ask, asked: slot.id, open: [slot.id], slots: TypesGraph.slots.map { Awaiting.Slot(id: $0.id) })
        let moves = understander.moves(
          in: text, awaiting: awaiting, now: MeetingGraph.now, zone: MeetingGraph.london, locale: seed % 2 == 0 ? "en" : "de")
        #expect(isSound(moves, of: text), "seed \(seed): \(text.debugDescription)")
      }
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
      "not Bob ",
      "instead of ", "don't book ", "also ", "change the time ", "replace Bob with ", "half past ", "next ", "remove the second ",
      "the later one ", "before ", "Monday 3 ", "3pm London ", "-", "x",
    ])
  func longMessages(piece: String) {
    let times = [2000, 8000].map { length in
      let text = String(String(repeating: piece, count: length / piece.count + 1).prefix(length))
      return ContinuousClock().measure { for wait in [Waits.triage, Waits.agree] { _ = moves(text, wait) } }
    }
    #expect(times[1] < times[0] * 10 + .milliseconds(200), "\(times)")
  }

  private func check(_ text: String, _ seed: UInt64) {
    for wait in Self.waits {
      let moves = moves(text, wait)
      #expect(isSound(moves, of: text), "seed \(seed): \(text.debugDescription)")
    }
  }

  private func isSound(_ moves: [Move], of text: String) -> Bool {
    let length = text.unicodeScalars.count
    return !moves.isEmpty && moves.allSatisfy { ($0.span?.lowerBound ?? 0) >= 0 && ($0.span?.upperBound ?? 0) <= length }
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
