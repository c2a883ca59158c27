import MuseSource
import MuseWorkbench
import Testing

@Suite("Scenario files")
struct ScenarioReaderTests {
  @Test(
    "what is wrong with a scenario is said with its place",
    arguments: [
      ("now: \"2026-03-02 09:00\"\ntalk: [{user: hi}]\n", ["1:1 missing-key"]),
      ("scenario: x\nnow: soon\ntalk:\n  - user: hi\n", ["2:6 bad-value"]),
      ("scenario: x\nnow: \"2026-03-02 09:00\"\ntalk:\n  - usr: hi\n", ["4:5 unknown-key"]),
      ("scenario: x\ntalk: []\n", ["2:7 missing-value"]),
      ("scenario: x\nnow: \"2026-03-02 09:00\"\nzone: Europe/Londn\ntalk:\n  - user: hi\n", ["3:7 unknown-timezone"]),
      ("scenario: x\nnow: \"2026-03-02 09:00\"\ntalk:\n  - user: hi\n    bot: \"/(/\"\n", ["5:10 bad-pattern"]),
      ("scenario: x\nnow: \"2026-03-02 09:00\"\ntalk:\n  - user: hi\n    later: 3 moons\n", ["5:12 bad-value"]),
      ("scenario: x\ntalk:\n  - bot: hi\n", ["3:5 missing-key"]),
      ("scenario: x\ntalk:\n  - user: hi\n    press: OK\n", ["4:12 bad-value"]),
      ("scenario: x\ntalk:\n  - user: hi\n    model: {say: hi}\n", ["4:12 bad-value"]),
      ("scenario: x\ntalk:\n  - user: hi\n    tools: {a.b: {c: {}, d: {}}}\n", ["4:18 bad-value"]),
      ("scenario: x\ntalk:\n  - user: hi\n    slots: {when: 12:30}\n", ["4:19 yaml-meaning"]),
      ("scenario: x\ntalk:\n  - person_does: leaves\n", ["3:18 wrong-kind"]),
      ("scenario: x\ntalk:\n  - user: hi\n    calls: [{a.b: \"Sync\"}]\n", ["4:19 wrong-kind"]),
      ("scenario: x\ntalk:\n  - user: hi\n    calls: [{}]\n", ["4:13 missing-value"]),
      ("scenario: x\ntalk:\n  - user: hi\n    tools: {a.b: {c: 1}}\n", ["4:22 wrong-kind"]),
      ("scenario: x\ntalk:\n  - user: hi\n    bot: []\n", ["4:10 missing-value"]),
      ("scenario: x\ntalk:\n  - user: hi\n    waits_for: []\n", ["4:16 missing-value"]),
      ("scenario: x\ntalk:\n  - user: hi\n    slots: {}\n", ["4:12 missing-value"]),
      ("scenario: x\ntalk:\n  - event: {paid: 5}\n", ["3:19 wrong-kind"]),
      ("scenario: x\ntalk:\n  - event: {paid: {}, rung: {}}\n", ["3:23 bad-value"]),
      ("scenario: x\ntalk:\n  - user: hi\n    later: -24h\n", ["4:12 bad-value"]),
    ])
  func findings(text: String, expected: [String]) {
    let (scenario, diagnostics) = ScenarioReader.read(SourceFile(path: "x.scenario.yaml", text: text))
    #expect(scenario == nil)
    #expect(
      diagnostics.map { "\($0.location.range.start.line):\($0.location.range.start.column) \($0.id)" } == expected)
  }
}
