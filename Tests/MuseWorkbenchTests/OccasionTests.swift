import Testing

@Suite("What happens in a scenario, besides messages")
struct OccasionTests {
  private static let graph = """
    musegraph: 1
    name: desk
    title: "A desk with all that can happen"
    locales: [en]
    timezone: Europe/London
    slots:
      party: {type: integer, ask: "For how many?"}
    facts: {seats: integer, mood: text, stars: integer}
    events:
      table_free: {seats: integer}
    begin: how_many
    nodes:
      how_many: {ask: party, next: {done: read}}
      read:
        llm: reader
        out: {mood: text, stars: integer}
        prompt: "Read: {party}"
        set: {mood: out.mood, stars: out.stars}
        without: hold
        next: {next: speak, failed: hold}
      speak: {llm: speaker, reply: true, prompt: "Answer, {mood}.", next: {next: hold, failed: hold}}
      hold:
        say: "I put you on the list."
        wait: {for: 30m, event: table_free, where: "event.seats >= party"}
        set: {seats: event.seats}
        next: {for: sorry, event: free}
      free:
        say: "A table for {seats} is free."
        buttons: {Take it: agree, Leave it: refuse}
        next: sure
      sure:
        confirm: "Do you take it?"
        silence: {after: 5m, say: "Still there?", then: {after: 5m, to: sorry}}
        next: {agreed: fetch, refused: over}
      fetch:
        handoff: office
        say: "I am fetching somebody."
        timeout: 10m
        next: {returned: thanks, closed: over, unstaffed: nobody, timeout: nobody}
      nobody: {say: "Nobody is there.", next: over}
      thanks: {say: "Thank you.", next: over}
      sorry: {say: "It takes too long.", next: over}
      over: {end: over}
    otherwise: {exhausted: over}
    policy: {cancel: over}
    """

  private func mismatches(_ talk: String) async throws -> [String] {
    try await Sample(Self.graph).mismatches("talk:\n" + talk)
  }

  @Test("a wait ends when its time has passed, and nothing happens before")
  func time() async throws {
    let found = try await mismatches(
      """
        - {user: "hi"}
        - {user: "4", bot: "I put you on the list.", waits_for: [time, table_free]}
        - {later: 29m, bot: "", at: hold}
        - {later: 1m, bot: "It takes too long.", ends: over}
      """)
    #expect(found == [])
  }

  @Test("an event counts where its condition holds, and an event that nobody waits for changes nothing")
  func events() async throws {
    let found = try await mismatches(
      """
        - {user: "hi"}
        - {event: {table_free: {seats: 4}}, bot: "", at: how_many}
        - {user: "4"}
        - {event: {table_free: {seats: 2}}, bot: "", at: hold}
        - event: {table_free: {seats: 6}}
          bot: "A table for 6 is free.*"
          buttons: ["Take it", "Leave it"]
          slots: {seats: 6}
          waits_for: "yes"
      """)
    #expect(found == [])
  }

  private static let offered = """
      - {user: "hi"}
      - {user: "4"}
      - {event: {table_free: {seats: 4}}, at: sure}

    """

  @Test("a button is an exact move")
  func buttons() async throws {
    #expect(try await mismatches(Self.offered + "  - {press: \"Leave it\", ends: over}\n") == [])
    #expect(
      try await mismatches(Self.offered + "  - {press: \"Give it\"}\n") == [
        "7 stage: – ≠ there is no button 'Give it', but 'Take it', 'Leave it'"
      ])
  }

  @Test("silence is noticed after a question was delivered, step by step")
  func silence() async throws {
    let found = try await mismatches(
      Self.offered + """
          - {later: 4m, bot: "", waits_for: [time, "yes"]}
          - {later: 1m, bot: "Still there?"}
          - {later: 5m, bot: "It takes too long.", ends: over}
        """)
    #expect(found == [])
    let undelivered = Self.offered.replacing("at: sure", with: "at: sure, delivered: false")
    #expect(try await mismatches(undelivered + "  - {later: 2h, bot: \"\", at: sure}\n") == [])
  }

  @Test("somebody who was fetched takes over, speaks and gives back")
  func handoff() async throws {
    let found = try await mismatches(
      Self.offered + """
          - {press: "Take it", bot: "I am fetching somebody.", waits_for: [person, time]}
          - {user: "hello?", at: fetch}
          - {person: "Hello, Eve here.", bot: "Hello, Eve here."}
          - {person_does: gives_back, bot: "Thank you.", ends: over}
        """)
    #expect(found == [])
  }

  @Test("without a line of theirs nobody is there, and nobody comes where the scenario says that somebody is")
  func nobody() async throws {
    let taken = Self.offered + "  - {press: \"Take it\", bot: \"*Nobody is there.\", ends: over}\n"
    #expect(try await mismatches(taken) == [])
    let waited =
      Self.offered + "  - {press: \"Take it\", at: fetch}\n  - {later: 10m, bot: \"Nobody is there.\", ends: over}\n"
    #expect(try await Sample(Self.graph).mismatches("staffed: true\ntalk:\n" + waited) == [])
    let early = try await mismatches("  - {user: \"hi\"}\n  - {person: \"Hello.\"}\n")
    #expect(early == ["5 stage: – ≠ nobody has been fetched"])
  }

  @Test("a language model answers as it is scripted, in order")
  func languageModel() async throws {
    let found = try await mismatches(
      """
        - {user: "hi"}
        - user: "4"
          model: [{out: {mood: glad, stars: 5}}, {reply: "Gladly."}]
          bot: "Gladly.*I put you on the list."
          slots: {mood: "glad", stars: 5}
      """)
    #expect(found == [])
    let failing = try await mismatches(
      """
        - {user: "hi"}
        - {user: "4", model: failed, bot: "I put you on the list.", at: hold}
      """)
    #expect(failing == [])
  }

  @Test("an answer that nobody asked for fails, and so does a question without an answer")
  func unexpectedModel() async throws {
    let found = try await mismatches(
      """
        - {user: "hi", model: {reply: "Hi."}}
        - {user: "4", model: {out: {mood: glad, stars: 5}}}
      """)
    #expect(found == ["4 model: reply: Hi. ≠ –", "5 model: – ≠ speaker: Answer, glad."])
  }
}
