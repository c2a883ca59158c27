import Logging
import MuseCompiler
import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
import MuseSource
import MuseTracing
import Testing

/// A graph in which nearly everything waits for something else than a message: shops, a language model, time, an event, a person.
enum Errand {
  static let sources = GraphSources(
    root: SourceFile(path: "errand/graph.yaml", text: graph),
    imported: [SourceFile(path: "errand/errand.tools.yaml", text: tools)])

  static func compiled() throws -> ConversationGraph {
    let compilation = Compiler.compile(sources)
    return try #require(compilation.graph, "\(compilation.diagnostics.filter { $0.severity == .error })")
  }

  private static let graph = """
    musegraph: 1
    name: errand
    title: "Runs errands"
    locales: [en]
    timezone: Europe/London
    import: [errand.tools.yaml]
    slots:
      item: {type: text, ask: "What shall I get?"}
    facts:
      numbers: list<text>
      words: text
      place: text
    events:
      arrived: {place: text}
    begin: wish
    nodes:
      wish:
        ask: item
        silence: [{after: 30s, say: "Are you there?"}, {after: 60s, to: nobody}]
        next: {done: find}
      nobody:
        say: "I will be here."
        end: alone
      find:
        each: "['north', 'south', 'east']"
        as: shop
        at_once: 2
        call: shop.order
        with: {item: item, shop: shop}
        freely: "orders can be sent back"
        set: {numbers: placed.number}
        next: {done: tell, some: tell, failed: sorry}
      tell:
        llm: writer
        reply: true
        prompt: "Say that {item} is on its way."
        without: hold
        next: {next: hold, failed: hold}
      hold:
        say: "Ordered: {numbers}."
        wait: {for: 10m, event: arrived}
        set: {place: event.place}
        next: {for: late, event: here}
      late:
        say: "Still on its way."
        next: hold_on
      hold_on:
        wait: {event: arrived}
        set: {place: event.place}
        next: {event: here}
      here:
        say: "It is at {place}. I fetch somebody."
        next: fetch
      fetch:
        handoff: door
        timeout: 5m
        next: {returned: wish_again, closed: sorry, unstaffed: alone, timeout: alone}
      alone:
        say: "Nobody is there."
        end: alone
      wish_again:
        say: "What else?"
        forget: [item]
        next: wish
      sorry:
        say: "Sorry."
        end: sorry
    otherwise: {exhausted: sorry}
    policy:
      cancel: sorry
    """

  private static let tools = """
    musegraph: 1
    tools:
      shop.order:
        effect: writes
        repeat: same_key
        takes: {item: text, shop: text}
        outcomes: {placed: {number: text}}
    """
}

/// The shops of an errand, open for business: a directory over a store, as a process has it. A second one over the same store is a
/// restart.
struct ErrandWorld {
  static let thread: ThreadID = "ann-1"

  let directory: ConversationDirectory
  let store: any CheckpointStore & ThreadArchive
  let time: ManualTimeSource
  let desk: HandoffDesk

  init(
    _ store: any CheckpointStore & ThreadArchive = InMemoryCheckpointStore(), shops: any Tool = Errand.shops(),
    model: ScriptedLanguageModel? = Errand.writer(), time: ManualTimeSource = ManualTimeSource(), staffed: Set<String> = ["door"],
    tracer: SpanTracer? = nil
  ) async throws {
    let logger = Logger(label: "errand") { _ in SwiftLogNoOpLogHandler() }
    self.store = store
    self.time = time
    desk = HandoffDesk(staffed: staffed)
    let library = GraphLibrary(archive: store, understanding: { _ in ShopUnderstanding() })
    let performer = EffectPerformer(
      tools: ToolBox([shops]), models: LanguageModelBox(["writer": model.map { [$0] } ?? []]), desk: desk, time: time,
      limits: .init(pauseBetweenAttempts: .zero, models: .init(pauseBetweenAttempts: .zero)), logger: logger)
    let resources = ConversationResources(
      store: store, library: library, performer: performer, desk: desk, time: time, entropy: .counting(), tracer: tracer,
      logger: logger)
    directory = ConversationDirectory(resources: resources, graph: "errand")
    try await library.add(try Errand.compiled(), from: Errand.sources)
  }

  /// As a client does: takes what it missed, says its line, takes the reply.
  func say(_ text: String, id: MessageID? = nil) async throws -> Answer {
    let conversation = try await directory.conversation(Self.thread)
    _ = try await missed()
    let message = IncomingMessage(
      id: id, text: text, sender: Self.thread.rawValue, seen: await conversation.newestDelivered)
    let answer = await conversation.submit(message).answer()
    if case .reply(let reply, _) = answer { await conversation.delivered(reply.id) }
    await conversation.idle()
    return answer
  }

  /// Takes what waits for the person.
  func missed() async throws -> [String] {
    let conversation = try await directory.conversation(Self.thread)
    let missed = await conversation.undelivered()
    for reply in missed { await conversation.delivered(reply.id) }
    await conversation.idle()
    return missed.filter { !$0.relayed }.map(\.text)
  }

  /// Lets time pass to the next timer, fires it, and takes what is said.
  func passTime() async throws -> [String] {
    guard let due = try await directory.nextTimer(), let length = due.since(time.now()) else { return [] }
    if length > .zero { time.advance(by: length) }
    try await directory.fireDueTimers()
    return try await missed()
  }

  func arrive(_ place: String = "the door", id: MessageID = "arrival-1") async throws -> Reception {
    try await directory.event("arrived", fields: ["place": .string(place)], id: id, to: Self.thread)
  }

  func staff(_ deed: StaffAction.Deed, id: MessageID) async throws -> Reception {
    try await directory.staff(IncomingDeed(id: id, deed: deed, name: "Tom"), in: Self.thread)
  }
}

extension Errand {
  /// Give the same number for the same order, however often they are asked.
  static func shops() -> ScriptedTool {
    ScriptedTool("shop.order") { (_, request) throws(ToolFailure) in
      guard case .string(let shop)? = request.arguments["shop"] else { throw .notDone(reason: "no shop") }
      return ToolAnswer("placed", ["number": .string(shop.prefix(1).uppercased() + "1")])
    }
  }

  static func writer(_ lines: Int = 20) -> ScriptedLanguageModel {
    ScriptedLanguageModel(Array(repeating: .init(.reply("It comes soon.")), count: lines))
  }
}
