import MuseDefinition
import MuseSource
import MuseWorkbench
import Testing

@Suite("Recording")
struct RecordingTests {
  /// The talk as it stands after recording; nil: nothing was to be written.
  private func recorded(_ talk: String) async throws -> String? {
    let sample = try Sample()
    let file = Sample.file(talk)
    let result = await sample.runner().run(try sample.scenario(talk))
    let text = ScenarioRecording.text(of: file, recording: [result])
    // What was recorded passes, and nothing more is to be recorded.
    if let text {
      let again = SourceFile(path: file.path, text: text)
      let (scenario, findings) = ScenarioReader.read(again)
      #expect(findings == [])
      let second = await sample.runner().run(try #require(scenario))
      #expect(second.mismatches == [])
      #expect(ScenarioRecording.text(of: again, recording: [second]) == nil)
    }
    return text.map { String($0.dropFirst(file.text.count - talk.count)) }
  }

  @Test("what is as written stays, to the byte")
  func unchanged() async throws {
    let text = try await recorded(
      """
      talk:
        - {user: "hi"}    # asks
        - {user: "milk", bot: "When is it due?"}
      """)
    #expect(text == nil)
  }

  @Test("what differs is changed where it stands; comments and layout stay")
  func changed() async throws {
    let text = try await recorded(
      """
      # A comment.
      talk:
        - user: "hi"
          bot: 'Hello.'   # asks
          at:   sure
          slots:
            note: "milk"    # not yet
            total: 3

        # Flow.
        - {user: "milk", bot: ["x", "y"], at: details}
      """)
    #expect(
      text == """
        # A comment.
        talk:
          - user: "hi"
            bot: "What shall I note?"   # asks
            at:   details
            slots:
              note: unset    # not yet
              total: 3

          # Flow.
          - {user: "milk", bot: "When is it due?", at: details}
        """)
  }

  @Test("of several patterns those that fit stay, and what YAML would read otherwise is quoted")
  func patterns() async throws {
    let text = try await recorded(
      """
      talk:
        - user: "hi"
          bot:
            - "*note?"    # the question
            - "*wrong*"
      """)
    #expect(
      text == """
        talk:
          - user: "hi"
            bot:
              - "*note?"    # the question
              - "What shall I note?"
        """)
  }

  @Test("what stands first and is wrong gives way to what comes next")
  func first() async throws {
    let text = try await recorded("talk:\n  - ends: over\n    user: \"hi\"\n    at: details\n")
    #expect(text == "talk:\n  - user: \"hi\"\n    at: details\n")
  }

  @Test("lines at the end that expect nothing get what came of them")
  func draft() async throws {
    let text = try await recorded(
      """
      talk:
        - user: "hi"
        - user: "milk"
          at: details
        - user: "tomorrow at 3pm"
        - user: "yes"   # please
      """)
    #expect(
      text == """
        talk:
          - user: "hi"
          - user: "milk"
            at: details
          - user: "tomorrow at 3pm"
            bot: "Note \\"milk\\" & go?"
            at: sure
          - user: "yes"   # please
            calls:
              - notes.add: {due: "2026-03-03 15:00", note: "milk"}
            bot: "Noted. Bye."
            ends: finished
        """)
  }

  @Test("calls are written in the manner of the line, and those that are right as they were")
  func calls() async throws {
    let text = try await recorded(
      """
      talk:
        - {user: "hi", calls: [notes.count, notes.add]}
        - {user: "milk"}
        - {user: "tomorrow at 3pm"}
        - user: "yes"
          calls:
            - notes.add: {note: "bread"}
          at: sure
      """)
    #expect(
      text == """
        talk:
          - {user: "hi", calls: [notes.count]}
          - {user: "milk"}
          - {user: "tomorrow at 3pm"}
          - user: "yes"
            calls:
              - notes.add: {note: "milk"}
            ends: finished
        """)
  }

  @Test("an unlisted write is added")
  func unlistedWrite() async throws {
    let text = try await recorded(
      """
      talk:
        - {user: "hi"}
        - {user: "milk"}
        - {user: "tomorrow at 3pm"}
        - {user: "yes", bot: "Noted*"}
      """)
    #expect(
      text == """
        talk:
          - {user: "hi"}
          - {user: "milk"}
          - {user: "tomorrow at 3pm"}
          - {user: "yes", calls: [{notes.add: {due: "2026-03-03 15:00", note: "milk"}}], bot: "Noted*"}
        """)
  }

  @Test("a talk is recorded in its graph's file")
  func talks() async throws {
    let talks = "\ntalks:\n  first:\n    - user: \"hi\"\n      bot: \"Hello.\"\n  second: [{user: \"hi\", at: sure}]\n"
    let sample = try Sample(Sample.text + talks)
    var results: [ScenarioResult] = []
    for talk in ScenarioReader.talks(in: sample.sources.root) {
      results.append(await sample.runner().run(try #require(talk.scenario)))
    }
    #expect(
      ScenarioRecording.text(of: sample.sources.root, recording: results) == Sample.text
        + "\ntalks:\n  first:\n    - user: \"hi\"\n      bot: \"What shall I note?\"\n  second: [{user: \"hi\", at: details}]\n")
  }

  @Test("the calendar after is written whole")
  func calendar() async throws {
    let text = try await recorded(
      """
      calendar:
        - {title: "Standup", start: "2026-03-03 09:30", length: 15m, people: [bob@example.com]}
      talk:
        - {user: "hi", at: details}
      calendar_after:
        - {title: "Dinner", start: "2026-03-03 19:00"}
      """)
    #expect(
      text == """
        calendar:
          - {title: "Standup", start: "2026-03-03 09:30", length: 15m, people: [bob@example.com]}
        talk:
          - {user: "hi", at: details}
        calendar_after:
          - {title: "Standup", start: "2026-03-03 09:30", length: 15m, people: ["bob@example.com"]}
        """)
  }
}
