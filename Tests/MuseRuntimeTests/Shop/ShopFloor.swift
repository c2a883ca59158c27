import Logging
import MuseDefinition
import MuseInterpreter
import MuseRuntime
import MuseTracing
import Testing

/// The shop open for business: a directory over a store, as a process has it. A second one over the same store is a restart.
struct ShopFloor {
  static let thread: ThreadID = "ann-1"

  let directory: ConversationDirectory
  let library: GraphLibrary
  let store: any CheckpointStore & ThreadArchive
  let time: ManualTimeSource
  let understanding = ShopUnderstanding()

  init(
    _ store: any CheckpointStore & ThreadArchive = InMemoryCheckpointStore(), retention: (any ThreadRetention)? = nil,
    sources: GraphSources = Shop.sources(),
    tools: [any Tool] = [ScriptedTool.stock, OrderBook()], time: ManualTimeSource = ManualTimeSource(), limit: Int = 100,
    limits: ConversationResources.Limits = .init(), tracer: SpanTracer? = nil, logger: Logger = .silent,
    policy adjust: (inout Policy) -> Void = { _ in }
  ) async throws {
    let understanding = understanding
    self.store = store
    self.time = time
    library = GraphLibrary(archive: store, understanding: { _ in understanding })
    let resources = ConversationResources(
      store: store, retention: retention, library: library,
      performer: EffectPerformer(
        tools: ToolBox(tools), time: time, limits: .init(pauseBetweenAttempts: .zero), logger: logger),
      time: time, entropy: .counting(), limits: limits, tracer: tracer, logger: logger)
    directory = ConversationDirectory(resources: resources, graph: "shop", limit: limit)
    let graph = try Shop.graph(sources)
    var policy = graph.policy
    adjust(&policy)
    try await library.add(graph.changing(policy: policy), from: sources)
  }

  func conversation(_ id: ThreadID = thread) async throws -> Conversation { try await directory.conversation(id) }

  /// As a client does: takes what it missed, says its line, takes the reply.
  func say(_ text: String, id: MessageID? = nil, in thread: ThreadID = thread) async throws -> Answer {
    let conversation = try await conversation(thread)
    for reply in await conversation.undelivered() { await conversation.delivered(reply.id) }
    let message = IncomingMessage(
      id: id, text: text, sender: thread.rawValue, seen: await conversation.newestDelivered)
    let answer = await conversation.submit(message).answer()
    if case .reply(let reply, _) = answer { await conversation.delivered(reply.id) }
    await conversation.idle()
    return answer
  }

  func talk(_ lines: String..., in thread: ThreadID = thread) async throws -> [String] {
    var replies: [String] = []
    for line in lines { replies.append(try await say(line, in: thread).text) }
    return replies
  }
}

extension Logger {
  static var silent: Logger { Logger(label: "shop") { _ in SwiftLogNoOpLogHandler() } }
}

extension Answer {
  /// The reply's text, or the failure's code.
  var text: String {
    switch self {
    case .reply(let reply, _): reply.text
    case .failed(let failure): failure.code
    }
  }

  var isRepeated: Bool {
    switch self {
    case .reply(_, let repeated): repeated
    case .failed: false
    }
  }
}
