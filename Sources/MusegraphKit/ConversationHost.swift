public import Logging
public import MuseDefinition
import MuseInterpreter
public import MuseRuntime
public import Tracing

/// Holds the conversations of a graph inside a program.
///
/// ```swift
/// let host = try await ConversationHost(graph, tools: [Weather()])
/// let conversation = try await host.conversation("ann")
/// let text = try await conversation.reply(to: "hi")
/// ```
/// Without a store of its own everything is in memory and ends with the program.
public struct ConversationHost: Sendable {
  /// Why a graph cannot be hosted.
  public enum Refusal: Error, Hashable, Sendable {
    /// The graph declares tools that nobody has bound.
    case missingTools([ToolID])
    /// The graph must be given these (`takes`): no conversation begins with it by itself.
    case notByItself([SlotID])
    case store(StoreFailure)
  }

  /// Finds conversations; frontends that need more than `conversation(_:)` go on from it.
  public let directory: ConversationDirectory

  /// - Parameters:
  ///   - graph: what conversations go by.
  ///   - tools: one for every tool that the graph declares.
  ///   - store: where conversations are kept.
  ///   - time: the clock of `now` and `today`.
  ///   - tracer: gets the spans of turns; nil: nobody traces.
  ///   - logger: gets nothing of what people say below `trace`.
  public init(
    _ graph: LoadedGraph, tools: [any Tool] = [],
    store: any CheckpointStore & ThreadArchive & ThreadRetention = InMemoryCheckpointStore(),
    time: any TimeSource = SystemTimeSource(), tracer: (any Tracer)? = nil, logger: Logger = Logger(label: "musegraph")
  ) async throws(Refusal) {
    let box = ToolBox(tools)
    let missing = box.missing(for: graph.graph)
    guard missing.isEmpty else { throw .missingTools(missing) }
    guard graph.graph.takes.isEmpty else { throw .notByItself(graph.graph.takes) }
    let library = GraphLibrary(archive: store)
    let resources = ConversationResources(
      store: store, retention: store, library: library,
      performer: EffectPerformer(tools: box, time: time, logger: logger), time: time,
      tracer: tracer, logger: logger)
    directory = ConversationDirectory(resources: resources, graph: graph.graph.name)
    do {
      try await library.add(graph.graph, from: graph.sources)
      try await directory.recover()
    } catch {
      throw .store(error)
    }
  }

  /// The conversation with somebody: the live one, the stored one, or a new one.
  public func conversation(_ id: ThreadID) async throws(ConversationDirectory.Refusal) -> Conversation {
    try await directory.conversation(id)
  }
}

extension Conversation {
  /// Says something for the person and returns what the conversation replies.
  ///
  /// The reply counts as delivered when this returns, so that a yes to it is one. A frontend that knows when a reply arrives calls
  /// `submit` and `delivered` itself.
  ///
  /// - Throws: `TurnFailure`; nothing of the turn has happened then.
  public func reply(to text: String) async throws(TurnFailure) -> String {
    let message = IncomingMessage(text: text, sender: id.rawValue, seen: newestDelivered)
    switch await submit(message).answer() {
    case .reply(let reply, _):
      delivered(reply.id)
      return reply.text
    case .failed(let failure): throw failure
    }
  }
}
