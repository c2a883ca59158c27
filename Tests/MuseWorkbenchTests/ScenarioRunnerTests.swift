import MuseSource
import MuseWorkbench
import Testing

@Suite("Scenarios, played")
struct ScenarioRunnerTests {
  private func mismatches(_ talk: String) async throws -> [String] {
    let sample = try Sample()
    let result = await sample.runner().run(try sample.scenario(talk))
    #expect(result.findings == [])
    return result.mismatches.map { "\($0.location.range.start.line) \($0.subject): \($0.expected ?? "–") ≠ \($0.found ?? "–")" }
  }

  @Test("what goes as written passes")
  func passes() async throws {
    let found = try await mismatches(
      """
      talk:
        - user: "hi"
          calls: [notes.count]
          bot: "What shall I note?"
          at: details
          slots: {note: unset, total: 3}
        - user: "milk"
          bot: "When*"
          slots: {note: "milk"}
        - user: "tomorrow at 3pm"
          bot: ['Note "milk"*', "*go?"]
          at: sure
          slots: {due: "2026-03-03 15:00"}
        - user: "yes"
          calls:
            - notes.add: {note: "milk", due: "2026-03-03 15:00"}
          bot: "Noted. Bye."
          ends: finished
      """)
    #expect(found == [])
  }

  @Test("whatever differs is told with its line")
  func differs() async throws {
    let found = try await mismatches(
      """
      talk:
        - user: "hi"
          bot: "Hello."
          at: sure
          slots: {note: "milk", total: 4}
        - user: "cancel"
          ends: elsewhere
      """)
    #expect(
      found == [
        "5 bot: Hello. ≠ What shall I note?", "6 at: sure ≠ details", "7 slots: note: milk ≠ note: unset",
        "7 slots: total: 4 ≠ total: 3", "9 ends: elsewhere ≠ finished",
      ])
  }

  @Test("a write that no line lists fails, and so does one that is listed and not made")
  func writes() async throws {
    let found = try await mismatches(
      """
      talk:
        - user: "hi"
          calls: [notes.add]
        - user: "milk"
        - user: "tomorrow at 3pm"
        - user: "yes"
      """)
    #expect(
      found == [
        "5 calls: notes.add ≠ –", "8 calls: – ≠ notes.add: {due: 2026-03-03 15:00, note: milk}",
      ])
  }

  @Test("a write with other arguments is a mismatch once, not twice")
  func otherArguments() async throws {
    let found = try await mismatches(
      """
      talk:
        - user: "hi"
        - user: "milk"
        - user: "tomorrow at 3pm"
        - user: "yes"
          calls:
            - notes.add: {note: "bread"}
      """)
    #expect(found == ["9 calls: notes.add: {note: bread} ≠ notes.add: {due: 2026-03-03 15:00, note: milk}"])
  }

  @Test("a scenario says how calls end")
  func directions() async throws {
    let found = try await mismatches(
      """
      talk:
        - user: "hi"
          tools: {notes.count: {counted: {total: 100}}}
          bot: "There are too many notes. Bye."
          ends: finished
        - user: "hi"
          tools: {notes.count: failed}
          bot: "Bye."
      """)
    #expect(found == [])
  }

  @Test("time passes where a scenario lets it")
  func later() async throws {
    let found = try await mismatches(
      """
      talk:
        - user: "hi"
        - user: "milk"
        - later: 24h
          user: "tomorrow at 3pm"
          slots: {due: "2026-03-04 15:00"}
      """)
    #expect(found == [])
  }

  @Test("the calendar after is compared whole")
  func calendar() async throws {
    let found = try await mismatches(
      """
      calendar:
        - {title: "Standup", start: "2026-03-03 09:30", length: 15m, people: [bob@example.com]}
        - {title: "Lunch", start: "2026-03-03 12:00"}
      talk:
        - user: "hi"
      calendar_after:
        - {title: "Stand*", start: "2026-03-03 09:30", length: 15m, people: bob@example.com}
        - {title: "Dinner", start: "2026-03-03 19:00"}
      """)
    #expect(
      found == [
        "10 calendar: 2026-03-03 19:00 · Dinner ≠ –", "9 calendar: – ≠ 2026-03-03 12:00 · 30m · Lunch",
      ])
  }

  @Test("a name that the graph does not have is a finding, and nothing is played")
  func unknownNames() async throws {
    let sample = try Sample()
    let scenario = try sample.scenario(
      """
      talk:
        - user: "hi"
          at: detials
          slots: {nota: "x"}
          calls: [notes.ad, {notes.add: {nope: "x"}}]
          tools: {notes.count: lost, notes.add: {added: {total: 1}}}
      """)
    let result = await sample.runner().run(scenario)
    #expect(
      result.findings.map { "\($0.location.range.start.line) \($0.id) \($0.nearMiss ?? "–")" } == [
        "5 unknown-node details", "6 unknown-slot note", "7 unknown-tool notes.add", "7 unknown-argument note",
        "8 unknown-outcome –", "8 unknown-field –",
      ])
    #expect(result.turns.isEmpty)
  }
}
