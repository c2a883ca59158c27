import Logging
public import MuseDefinition
public import MuseExpression
import MuseInterpreter
public import MuseRuntime

/// One conversation in memory, through the real understanding, interpreter and shell: what scenarios, `chat` and scripts talk with.
///
/// Every reply counts as delivered before the next line is said.
public struct Rehearsal: Sendable {
  /// What a rehearsal plays by.
  public struct Stage: Sendable {
    public var graph: ConversationGraph
    public var sources: GraphSources
    /// Kept by the caller, because making one trains it.
    public var understanding: any Understanding
    public var tools: [any Tool]
    public var clock: any TimeSource
    /// The zone that the client names.
    public var zone: Zone?

    public init(
      graph: ConversationGraph, sources: GraphSources, understanding: any Understanding, tools: [any Tool],
      clock: any TimeSource, zone: Zone? = nil
    ) {
      self.graph = graph
      self.sources = sources
      self.understanding = understanding
      self.tools = tools
      self.clock = clock
      self.zone = zone
    }
  }

  /// Whose calendar it is.
  public static let person: OwnerID = "you"
  private static let thread: ThreadID = "rehearsal"

  private let store: InMemoryCheckpointStore
  private let conversation: Conversation
  private let zone: Zone?

  /// - Throws: `TurnFailure` or `StoreFailure`, neither of which a store in memory has reason for.
  public init(on stage: Stage) async throws {
    let logger = Logger(label: "rehearsal") { _ in SwiftLogNoOpLogHandler() }
    let understanding = stage.understanding
    store = InMemoryCheckpointStore()
    zone = stage.zone
    let library = GraphLibrary(archive: store, understanding: { _ in understanding })
    try await library.add(stage.graph, from: stage.sources)
    let performer = EffectPerformer(
      tools: ToolBox(stage.tools), time: stage.clock, limits: .init(readAttempts: 1, writeAttempts: 1), logger: logger)
    let resources = ConversationResources(
      store: store, library: library, performer: performer, time: stage.clock, entropy: .counting(), logger: logger)
    conversation = try await ConversationDirectory(resources: resources, graph: stage.graph.name).conversation(Self.thread)
  }

  /// Says a line and waits for what comes of it.
  public func say(_ line: String) async throws -> RehearsedTurn {
    let before = await store.journal(of: Self.thread).count
    let message = IncomingMessage(
      text: line, sender: Self.person.rawValue, seen: await conversation.newestDelivered, zone: zone?.name)
    let answer = await conversation.submit(message).answer()
    let records = await store.journal(of: Self.thread).dropFirst(before).map(\.record)
    if case .reply(let reply, _) = answer { await conversation.delivered(reply.id) }
    return RehearsedTurn(line: line, answer: answer, records: records, state: await conversation.state)
  }

  /// All that was journalled, as `replay` reads it.
  public func journal() async throws -> JournalFile {
    try await JournalFile.of(Self.thread, store: store, archive: store)
  }
}
