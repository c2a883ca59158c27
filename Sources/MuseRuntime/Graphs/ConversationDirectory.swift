import Logging
public import MuseDefinition
public import MuseExpression

/// Finds the conversation of a thread: the live one, or one that is read from the store.
///
/// ```swift
/// let directory = ConversationDirectory(resources: resources, graph: "meeting")
/// try await directory.recover()
/// let conversation = try await directory.conversation("alice-1")
/// ```
/// The `limit` conversations used last are kept in memory. Others live as long as somebody holds them or their turn runs; nothing
/// is lost when they go, since all that counts is stored.
public actor ConversationDirectory {
  /// Why there is no conversation to be had.
  public enum Refusal: Error, Hashable, Sendable {
    case unknownGraph(GraphName)
    /// The thread is in the middle of a run of another graph.
    case inAnotherGraph(GraphName)
    case failed(TurnFailure)
  }

  private struct Weak {
    weak var conversation: Conversation?
  }

  /// How many threads are recovered at once.
  private static let recoveriesAtOnce = 8

  let resources: ConversationResources
  private let defaultGraph: GraphName
  private let limit: Int
  private let alarms: AlarmClock
  private var live: [ThreadID: Weak] = [:]
  private var recent: RecentlyUsed<ThreadID, Conversation>
  private var isDraining = false

  /// - Parameter graph: what a new thread goes by where no other is asked for.
  public init(resources: ConversationResources, graph: GraphName, limit: Int = 1000) {
    self.resources = resources
    self.defaultGraph = graph
    self.limit = limit
    self.alarms = AlarmClock(store: resources.store, time: resources.time, logger: resources.logger)
    self.recent = RecentlyUsed(limit: limit)
  }

  /// Returns when the thread is ready to talk: read from the store, and with the turn finished that a restart had cut off.
  ///
  /// - Parameter graph: what the thread shall go by; nil: what it goes by already, or the default graph.
  public func conversation(_ id: ThreadID, graph: GraphName? = nil) async throws(Refusal) -> Conversation {
    guard !isDraining else { throw .failed(.draining) }
    if let graph, await resources.library.newest(graph) == nil { throw .unknownGraph(graph) }
    let conversation = entry(id)
    do {
      try await conversation.open()
    } catch {
      throw .failed(error)
    }
    if let graph, await !conversation.choose(graph) {
      throw .inAnotherGraph(await conversation.graph?.name ?? defaultGraph)
    }
    return conversation
  }

  /// What can be talked about, sorted by name.
  public func graphs() async -> [GraphSummary] {
    var summaries: [GraphSummary] = []
    for name in await resources.library.names {
      guard let graph = await resources.library.newest(name)?.graph else { continue }
      summaries.append(
        GraphSummary(name: name, title: graph.title, locales: graph.locales, isDefault: name == defaultGraph))
    }
    return summaries
  }

  /// Who takes over; nil: nobody.
  public nonisolated var desk: HandoffDesk? { resources.desk }

  /// How many conversations are in memory.
  public var count: Int { live.values.count { $0.conversation != nil } }

  /// Finishes the turns that a restart cut off while a tool was called. Their replies wait until somebody connects.
  ///
  /// - Returns: the threads that could not be recovered yet; they are tried again when somebody connects.
  @discardableResult
  public func recover() async throws(StoreFailure) -> [ThreadID] {
    for thread in try await resources.store.find(.handedOff) {
      await resources.desk?.note(thread.id, waitingIn: thread.rest.queue)
    }
    var waiting = try await resources.store.find(.working).map(\.id)[...]
    return await withTaskGroup(of: ThreadID?.self) { group in
      var failed: [ThreadID] = []
      for id in waiting.prefix(Self.recoveriesAtOnce) { group.addTask { await self.recover(id) } }
      waiting = waiting.dropFirst(Self.recoveriesAtOnce)
      while let result = await group.next() {
        if let id = result { failed.append(id) }
        if let id = waiting.popFirst() { group.addTask { await self.recover(id) } }
      }
      return failed.sorted()
    }
  }

  /// Fires timers when they are due, and forgets threads whose time is over, until the task is cancelled.
  public func keepTime() async {
    async let forgetting: Void = keepForgetting()
    await alarms.run { [weak self] thread in await self?.fireTimer(of: thread) ?? true }
    await forgetting
  }

  /// When the next timer of any thread is due: for clocks that are set by hand.
  public func nextTimer() async throws(StoreFailure) -> Instant? {
    try await resources.store.find(.due(by: .latest, limit: 1)).first?.rest.due
  }

  /// Fires what is due now, one thread after the other, and returns when all of it has had its turn: for clocks that are set by
  /// hand, where nobody keeps the time.
  public func fireDueTimers() async throws(StoreFailure) {
    for thread in try await resources.store.find(.due(by: resources.time.now(), limit: .max)) {
      _ = await fireTimer(of: thread.id)
    }
  }

  /// False: it could not be fired. (Whoever goes down leaves the rest to the next start.)
  private func fireTimer(of id: ThreadID) async -> Bool {
    guard !isDraining else { return true }
    let conversation = entry(id)
    do {
      try await conversation.open()
      return await conversation.fireTimer()
    } catch {
      return false
    }
  }

  /// Refuses new conversations and messages, and waits until the running turns have ended, but not longer than `deadline`.
  ///
  /// - Returns: whether all of them have.
  public func drain(deadline: Duration) async -> Bool {
    isDraining = true
    let conversations = live.values.compactMap(\.conversation)
    return await first(within: deadline, by: resources.time) {
      await withTaskGroup(of: Void.self) { group in
        for conversation in conversations { group.addTask { await conversation.drain() } }
      }
      return true
    } ?? false
  }

  private func recover(_ id: ThreadID) async -> ThreadID? {
    do {
      try await entry(id).open()
      return nil
    } catch {
      resources.logger.error("A thread could not be recovered", metadata: ["thread": "\(id)", "reason": "\(error.code)"])
      return id
    }
  }

  /// Without a suspension, so that no thread ever has two conversations.
  ///
  /// - Parameter isUsed: it is one of those used last.
  func entry(_ id: ThreadID, isUsed: Bool = true) -> Conversation {
    let conversation = live[id]?.conversation ?? Conversation(id: id, graph: defaultGraph, resources: resources, alarms: alarms)
    live[id] = Weak(conversation: conversation)
    if isUsed { recent.use(id, conversation) }
    if live.count > 2 * limit { live = live.filter { $0.value.conversation != nil } }
    return conversation
  }
}

/// A graph, for whoever chooses one.
public struct GraphSummary: Hashable, Sendable {
  public var name: GraphName
  public var title: String
  public var locales: [LocaleID]
  /// New threads go by it where no other is asked for.
  public var isDefault: Bool
}
