import Testing

@Suite("musegraph chat")
struct ChatTests {
  private static let script = """
    hi
    I want to schedule a meeting with bob@example.com
    tomorrow at 3pm
    30 minutes
    call it Design review
    yes

    """
  private static let now = ["--now", "2026-03-02T09:00"]

  @Test("a script prints the transcript, with the clock at --now")
  func script() async throws {
    try await ScratchFolder.with { folder in
      let path = try folder.write(Self.script, to: "lines.txt")
      let outcome = try await BuiltMusegraph.run(["chat", "Graphs/meeting", "--script", path] + Self.now)
      #expect(outcome.status == 0, "\(outcome.complaints)")
      try Golden.expect(outcome.output, in: "chat-six-lines.txt")
    }
  }

  @Test("lines that are piped in are a script, too")
  func pipe() async throws {
    let outcome = try await BuiltMusegraph.run(["chat", "Graphs/meeting"] + Self.now, input: Self.script)
    #expect(outcome.status == 0)
    try Golden.expect(outcome.output, in: "chat-six-lines.txt")
  }

  @Test("no input at all ends it well, and so does a last line without its end")
  func noInput() async throws {
    #expect(try await BuiltMusegraph.run(["chat", "Graphs/greeting"]).output == "")
    let outcome = try await BuiltMusegraph.run(["chat", "Graphs/greeting"], input: "I am Ann")
    #expect(outcome.status == 0)
    #expect(outcome.output == "you  I am Ann\nbot  Nice to meet you, Ann.\n")
  }

  @Test("a reader that goes away ends it")
  func brokenPipe() async throws {
    let lines = String(repeating: "hi\n", count: 2_000)
    let outcome = try await BuiltMusegraph.shell("\"$musegraph\" chat Graphs/greeting | head -n 1", input: lines)
    #expect(outcome.output == "you  hi\n")
    #expect(outcome.complaints == "")
  }

  @Test("10 MB in one line are refused and do not hang")
  func largeLine() async throws {
    let outcome = try await BuiltMusegraph.run(
      ["chat", "Graphs/greeting"], input: String(repeating: "ha ", count: 3_500_000) + "\nI am Ann\n")
    #expect(outcome.output == "you  I am Ann\nbot  Nice to meet you, Ann.\n")
    #expect(outcome.complaints.contains("8000"))
  }

  @Test("--locale and --zone are the person's")
  func person() async throws {
    let german = try await BuiltMusegraph.run(
      ["chat", "Graphs/insurance-claim", "--locale", "de", "--zone", "Europe/Berlin"] + Self.now, input: "hallo\n")
    #expect(german.status == 0, "\(german.complaints)")
    #expect(german.output.hasPrefix("you  hallo\nbot  Was ist passiert"), "\(german.output)")
    // Nine o'clock in Tokyo is midnight in London, where the meeting would be at seven in the morning.
    let tokyo = try await BuiltMusegraph.run(
      ["chat", "Graphs/meeting", "--zone", "Asia/Tokyo"] + Self.now,
      input: "book a meeting with bob@example.com today at 4pm called Sync\n")
    #expect(tokyo.output.contains("Monday 2 March at 4 pm"), "\(tokyo.output)")
  }

  @Test(
    "a locale without texts, and what is no locale, zone or time, are told with what to write",
    arguments: [
      (["--locale", "fr"], "'greeting' has no texts for 'fr', but for 'en'."),
      (["--locale", "Deutsch"], "Write one like en or en-GB."),
      (["--zone", "Europe/Londn"], "Did you mean 'Europe/London'?"), (["--now", "soon"], "like 2026-03-02T09:00"),
    ])
  func wrongPerson(options: [String], advice: String) async throws {
    let outcome = try await BuiltMusegraph.run(["chat", "Graphs/greeting"] + options)
    #expect(outcome.status == 2)
    #expect(outcome.complaints.contains(advice), "\(outcome.complaints)")
  }

  @Test("a journal that cannot be written is refused before the talk, not after it")
  func journalNowhere() async throws {
    let outcome = try await BuiltMusegraph.run(["chat", "Graphs/greeting", "--journal", "nowhere/talk.journal"], input: "hi\n")
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.complaints.hasPrefix("'nowhere/talk.journal' cannot be written."))
  }

  static let part: String = """
    musegraph: 1
    name: part
    takes: size
    facts: {size: integer}
    begin: a
    nodes:
      a: {say: "Size {size}.", next: b}
      b: {end: done}

    """

  @Test("a graph that must be given something is not begun by itself: chat and serve say so, validate notes it")
  func notByItself() async throws {
    try await ScratchFolder.with { folder in
      let path = try folder.write(Self.part, to: "part.graph.yaml")
      let sentence =
        "'\(path)' cannot be begun by itself: whoever runs it must give it 'size' ('takes'). Name a graph that runs it. [not-by-itself]\n"
      for call in [["chat", path], ["serve", path, "--store", "memory"], ["serve", folder.path(""), "--store", "memory"]] {
        let outcome = try await BuiltMusegraph.run(call, input: "hi\n")
        #expect(outcome.status == 2 && outcome.output.isEmpty, "\(call)")
        #expect(outcome.complaints.hasSuffix(sentence), "\(outcome.complaints)")
      }
      let validation = try await BuiltMusegraph.run(["validate", path])
      #expect(validation.status == 0)
      #expect(
        validation.output.contains("3:8: note: This graph must be given 'size' and is not begun by itself. [not-by-itself]"))
      let explanation = try await BuiltMusegraph.run(["explain", "not-by-itself"])
      #expect(explanation.status == 0)
    }
  }

  @Test("a script that is not there, and a graph with errors, are said to be so")
  func refusals() async throws {
    let missing = try await BuiltMusegraph.run(["chat", "Graphs/greeting", "--script", "nope.txt"])
    #expect(missing.status == 2)
    #expect(missing.complaints == "'nope.txt' is not there.\n")
    try await ScratchFolder.with { folder in
      let path = try folder.write(
        "musegraph: 1\nname: broken\nbegin: nowhere\nnodes: {bye: {end: done}}\n", to: "broken.graph.yaml")
      let outcome = try await BuiltMusegraph.run(["chat", path])
      #expect(outcome.status == 1)
      #expect(outcome.complaints.contains("unknown-node"))
    }
  }
}
