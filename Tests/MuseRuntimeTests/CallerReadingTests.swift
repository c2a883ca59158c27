import Logging
import MuseCompiler
import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
import MuseSource
import Testing

/// What is said while a graph talks that another one runs, read by the embedded understanding.
@Suite("A message in the words of a graph that runs the one that talks")
struct CallerReadingTests {
  private static let claim = """
    musegraph: 1
    name: claim
    locales: [en]
    timezone: Europe/London
    import: [address.graph.yaml]
    slots:
      amount: {type: number, ask: "How much?", examples: ["the amount is [900](amount)"]}
      day: {type: date, ask: "When?", examples: ["it happened on [Friday](day)"]}
    facts: {town: text}
    intents:
      hours: ["what are your opening hours", "when are you open", "at what times are you open"]
    begin: what
    nodes:
      what: {ask: [amount, day], next: {done: where}}
      where: {run: address, set: {town: known.town}, next: {known: fine, unknown: over, changed: what, cancelled: over, failed: over}}
      fine: {say: "{amount} in {town}.", next: pause}
      pause: {wait: {for: 10m}, next: {for: over}}
      hours: {say: "Nine to five.", next: back}
      over: {end: over, say: "Bye."}
    otherwise: {exhausted: over}
    policy: {cancel: over, digress: {hours: hours}}
    """

  private static let address = """
    musegraph: 1
    name: address
    locales: [en]
    slots:
      town: {type: text, ask: "Which town?"}
      code: {type: text, pattern: "[A-Z]{2}[0-9]{3}", ask: "Which code?", refuse: "{offered} is no code."}
      people: {type: integer, ask: "How many people?", examples: ["we are [three](people) people"]}
    begin: collect
    nodes:
      collect: {ask: [town, code, people], next: {done: known}}
      known: {end: known}
      unknown: {end: unknown}
    otherwise: {exhausted: unknown}
    """

  /// What comes of lines, one after the other, each reply seen at once.
  private func talk(_ lines: String...) async throws -> [String] { try await hold(lines).replies }

  private func hold(_ lines: [String]) async throws -> (replies: [String], amount: Value?) {
    let sources = GraphSources.gather(root: SourceFile(path: "graph.yaml", text: Self.claim)) { path in
      SourceFile(path: path, text: Self.address)
    }
    let compilation = Compiler.compile(sources)
    let graph = try #require(compilation.graph, "\(compilation.diagnostics.filter { $0.severity == .error })")
    let store = InMemoryCheckpointStore()
    let logger = Logger(label: "claim") { _ in SwiftLogNoOpLogHandler() }
    let library = GraphLibrary(archive: store)
    try await library.add(graph, from: sources)
    let time = ManualTimeSource()
    let directory = ConversationDirectory(
      resources: ConversationResources(
        store: store, library: library, performer: EffectPerformer(tools: ToolBox([]), time: time, logger: logger), time: time,
        entropy: .counting(), logger: logger), graph: "claim")
    let conversation = try await directory.conversation("ann")
    var replies: [String] = []
    for line in lines {
      let message = IncomingMessage(text: line, sender: "ann", seen: await conversation.newestDelivered)
      let answer = await conversation.submit(message).answer()
      if case .reply(let reply, _) = answer { await conversation.delivered(reply.id) }
      await conversation.idle()
      replies.append(answer.text)
    }
    return (replies, await conversation.state?.slots["amount"]?.value)
  }

  @Test("a digression is heard though the question takes any words, and at one that takes others")
  func digressions() async throws {
    #expect(
      try await talk("20 yesterday", "what are your opening hours?", "Leeds", "when are you open", "AB123")
        == [
          "Which town?", "Nine to five.\n\nWhich town?", "Which code?", "Nine to five.\n\nWhich code?", "How many people?",
        ])
  }

  @Test("a value whose words name the caller's slot is the caller's, though the question would take it")
  func named() async throws {
    #expect(
      try await talk("20 yesterday", "the amount is 30", "Leeds", "the amount is 40", "Leeds", "AB123", "the amount is 50")
        == ["Which town?", "Which town?", "Which code?", "Which town?", "Which code?", "How many people?", "Which town?"])
  }

  @Test("what the inner graph names itself, and free words, are its own")
  func own() async throws {
    #expect(
      try await talk("20 yesterday", "Amount upon Tyne", "AB123", "we are 3 people")
        == ["Which town?", "Which code?", "How many people?", "20 in Amount upon Tyne."])
  }

  @Test("what does not fit the pattern and means nothing else is told so, helped with, and given up on")
  func misfits() async throws {
    let replies = try await talk("20 yesterday", "Leeds", "nothing like it", "12", "AB12")
    #expect(replies[2] == "nothing like it is no code.\n\nWhich code?")
    #expect(replies[3].hasPrefix("12 is no code.") && replies[3].hasSuffix("Which code?"))
    #expect(replies[4] == "AB12 is no code.\n\nBye.")
  }

  @Test("at a wait a change of what was said is heard")
  func waiting() async throws {
    let (replies, amount) = try await hold(["20 yesterday", "Leeds", "AB123", "3", "the amount is 50", "see you tomorrow"])
    #expect(Array(replies.suffix(2)) == Array(repeating: "There is nothing to do just now. I will get back to you.", count: 2))
    #expect(amount == .double(50))
  }
}
