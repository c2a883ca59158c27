import MuseSource
import MuseWorkbench
import Testing

@Suite("Scenarios, played")
struct ScenarioRunnerTests {
  private func mismatches(_ talk: String) async throws -> [String] {
    try await Sample().mismatches(talk)
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

  @Test("a list of endings has one for each call, and what comes after is called as ever")
  func endingsInOrder() async throws {
    let found = try await mismatches(
      """
      talk:
        - user: "hi"
          tools: {notes.count: [failed, {counted: {total: 100}}]}
          bot: "Bye."
        - user: "hi"
          bot: "What shall I note?"
      """)
    #expect(found == ["5 tools: notes.count: failed, counted ≠ –"])
  }

  @Test("a script for a call that does not come fails")
  func unusedScript() async throws {
    let found = try await mismatches(
      """
      talk:
        - user: "hi"
          tools: {notes.add: failed}
      """)
    #expect(found == ["5 tools: notes.add: failed ≠ –"])
  }

  @Test("what is waited for is the slot that was asked, a yes, an intent")
  func waits() async throws {
    let found = try await mismatches(
      """
      talk:
        - user: "hi"
          waits_for: note
        - user: "milk"
          waits_for: [due, "yes"]
        - user: "tomorrow at 3pm"
          waits_for: "yes"
      """)
    #expect(found == ["7 waits for: yes ≠ due"])
  }

  @Test("a question that did not reach the person is not answered by a yes")
  func undelivered() async throws {
    let found = try await mismatches(
      """
      talk:
        - user: "hi"
        - user: "milk"
        - user: "tomorrow at 3pm"
          delivered: false
          at: sure
        - user: "yes"
          at: sure
        - user: "yes"
          calls: [notes.add]
          ends: finished
      """)
    #expect(found == [])
  }

  @Test("the clock stands on a Monday morning where nothing else is said")
  func standardClock() async throws {
    let (scenario, _) = ScenarioReader.read(
      SourceFile(
        path: "x.scenario.yaml",
        text: """
          scenario: "x"
          talk:
            - {user: "hi"}
            - {user: "milk"}
            - {user: "tomorrow at 3pm", slots: {due: "2026-01-06 15:00"}}
          """))
    let result = await (try Sample().runner()).run(try #require(scenario))
    #expect(result.mismatches == [])
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
        "5 unknown-node details", "6 unknown-slot note", "7 unknown-tool notes.add", "7 unknown-parameter note",
        "8 unknown-outcome –", "8 unknown-field –",
      ])
    #expect(result.turns.isEmpty)
  }
}
