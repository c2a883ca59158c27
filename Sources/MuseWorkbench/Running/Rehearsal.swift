import Logging
public import MuseDefinition
public import MuseExpression
public import MuseInterpreter
public import MuseRuntime

/// One conversation in memory, through the real understanding, interpreter and shell: what scenarios, `chat` and scripts talk with.
///
/// `ToolBench` says which tools a graph gets here.
public struct Rehearsal: Sendable {
  /// What a rehearsal plays by.
  public struct Stage: Sendable {
    public var graph: ConversationGraph
    public var sources: GraphSources
    /// Kept by the caller, because making one trains it.
    public var understanding: any Understanding
    public var tools: [any Tool]
    public var models: LanguageModelBox
    /// Somebody is there for every `handoff`.
    public var isStaffed: Bool
    public var clock: any TimeSource
    /// The zone that the client names.
    public var zone: Zone?
    /// The locale that the client names.
    public var locale: LocaleID?
    public var seed: UInt64

    public init(
      graph: ConversationGraph, sources: GraphSources, understanding: any Understanding, tools: [any Tool],
      models: LanguageModelBox = LanguageModelBox(), isStaffed: Bool = false, clock: any TimeSource, zone: Zone? = nil,
      locale: LocaleID? = nil, seed: UInt64 = 0
    ) {
      self.graph = graph
      self.sources = sources
      self.understanding = understanding
      self.tools = tools
      self.models = models
      self.isStaffed = isStaffed
      self.clock = clock
      self.zone = zone
      self.locale = locale
      self.seed = seed
    }
  }

  /// Whose calendar it is.
  public static let person: OwnerID = "you"
  private static let thread: ThreadID = "rehearsal"

  let stage: Stage
  let conversation: Conversation
  private let store: InMemoryCheckpointStore
  private let directory: ConversationDirectory

  /// - Throws: `TurnFailure` or `StoreFailure`, neither of which a store in memory has reason for.
  public init(on stage: Stage) async throws {
    self.stage = stage
    let logger = Logger(label: "rehearsal") { _ in SwiftLogNoOpLogHandler() }
    let understanding = stage.understanding
    store = InMemoryCheckpointStore()
    let library = GraphLibrary(archive: store, understanding: { _ in understanding })
    try await library.add(stage.graph, from: stage.sources)
    let desk = HandoffDesk(staffed: stage.staffedQueues)
    let performer = EffectPerformer(
      tools: ToolBox(stage.tools), models: stage.models, desk: desk, time: stage.clock,
      limits: .init(
        readAttempts: 1, writeAttempts: 1, pauseBetweenAttempts: .zero,
        models: .init(attempts: 1, pauseBetweenAttempts: .zero)), logger: logger)
    let resources = ConversationResources(
      store: store, library: library, performer: performer, desk: desk, time: stage.clock, entropy: .counting(from: stage.seed),
      logger: logger)
    directory = ConversationDirectory(resources: resources, graph: stage.graph.name)
    conversation = try await directory.conversation(Self.thread)
  }

  /// Says a line and waits for what comes of it, which counts as delivered before the next line is said.
  public func say(_ line: String) async throws -> RehearsedTurn { try await play(.user(line)) }

  /// As `say`, but a line in brackets presses the button with that label, where there is one.
  public func sayOrPress(_ line: String) async throws -> RehearsedTurn {
    if line.hasPrefix("["), line.hasSuffix("]"), line.count > 2 {
      let turn = try await play(.press(String(line.dropFirst().dropLast())))
      if turn.obstacle == nil { return turn }
    }
    return try await say(line)
  }

  /// What is said without a line that asked for it, from now on, until the task is cancelled: timers fire as time goes on.
  public func listen(_ hear: @Sendable (Reply) async -> Void) async {
    let unasked = await conversation.attend().unasked
    await withDiscardingTaskGroup { group in
      group.addTask { await directory.keepTime() }
      for await reply in unasked {
        await hear(reply)
        await conversation.delivered(reply.id)
      }
      group.cancelAll()
    }
  }

  /// - Parameters:
  ///   - later: how much time passes before; only a clock that can be set lets it.
  ///   - isDelivered: whether the replies reach the person.
  public func play(
    _ occasion: ScenarioTurn.Occasion, after later: Duration? = nil, isDelivered: Bool = true
  ) async throws -> RehearsedTurn {
    let before = await store.journal(of: Self.thread).count
    if let later { await pass(later, isDelivered: isDelivered) }
    let response = await bring(occasion, number: before)
    if isDelivered { await deliver() }
    let records = await store.journal(of: Self.thread).dropFirst(before).map(\.record)
    return RehearsedTurn(occasion, response, records: records, state: await conversation.state)
  }

  private func deliver() async {
    for reply in await conversation.undelivered() { await conversation.delivered(reply.id) }
    await conversation.idle()
  }

  /// Sets the clock to each timer that is due meanwhile, and lets it fire.
  private func pass(_ duration: Duration, isDelivered: Bool) async {
    guard let clock = stage.clock as? SettableTimeSource, let then = clock.now().adding(duration) else { return }
    var fired: TimerID?
    while let timer = await conversation.state?.nextTimer, timer.due <= then, timer.id != fired {
      clock.set(to: max(clock.now(), timer.due))
      fired = timer.id
      guard await conversation.fireTimer() else { break }
      if isDelivered { await deliver() }
    }
    clock.set(to: then)
  }

  /// All that was journalled, as `replay` reads it.
  public func journal() async throws -> JournalFile {
    try await JournalFile.of(Self.thread, store: store, archive: store)
  }

  func records() async -> [JournalEntry] { await store.journal(of: Self.thread) }
}

extension Rehearsal.Stage {
  fileprivate var staffedQueues: Set<String> {
    guard isStaffed else { return [] }
    let nodes = graph.withOthers.flatMap { $0.nodes.values }
    return Set(
      nodes.compactMap { node in
        if case .handoff(let handoff) = node.kind { handoff.queue } else { nil }
      })
  }
}
