import MuseSettings
import MuseSource
import Testing

@Suite("Mutilated settings")
struct MutilatedSettingsTests {
  /// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let scraps = [
    ":", "-", "#", "\"", "'", "{", "}", "[", "]", ",", "\n", "\n  ", "&a", "*a", "!!x", "|", ">", "~", "null", "0x1F", "1e9",
    "off", "\t", "\u{0}", "é", "99999999999999999999", "limits:", "port", "%",
  ]

  private func mutilated(_ text: String, _ generator: inout Generator) -> String {
    var characters = Array(text.unicodeScalars)
    for _ in 0...Int.random(in: 0..<4, using: &generator) {
      let place = Int.random(in: 0..<characters.count, using: &generator)
      let end = min(characters.count, place + Int.random(in: 0..<12, using: &generator))
      let scrap = Self.scraps.randomElement(using: &generator) ?? ""
      characters.replaceSubrange(place..<(Bool.random(using: &generator) ? end : place), with: Array(scrap.unicodeScalars))
      guard !characters.isEmpty else { break }
    }
    return String(String.UnicodeScalarView(characters))
  }

  @Test(
    "whatever stands in the file, each mistake has a place in it, and what has none is taken as printed", arguments: [1, 2, 3, 4])
  func files(seed: UInt64) {
    var generator = Generator(state: seed)
    let printed = SettingsText.text(of: SettingsReader().read(SettingSources(flags: ["graph": ["meeting"]])))
    for round in 0..<300 {
      let file = SourceFile(path: "musegraph.yaml", text: mutilated(printed, &generator))
      let reading = SettingsReader().read(SettingSources(file: file))
      for mistake in reading.mistakes {
        guard case .file(let location) = mistake.origin else {
          Issue.record("seed \(seed), round \(round): \(mistake)")
          continue
        }
        #expect((1...file.lines.count + 1).contains(location.range.start.line), "seed \(seed), round \(round): \(mistake)")
      }
      guard reading.mistakes.isEmpty else { continue }
      let again = SettingsReader().read(
        SettingSources(file: SourceFile(path: "musegraph.yaml", text: SettingsText.text(of: reading))))
      #expect(again.mistakes == [], "seed \(seed), round \(round)")
      #expect(SettingsReload(from: reading.settings, to: again.settings).changed == [], "seed \(seed), round \(round)")
    }
  }
}
