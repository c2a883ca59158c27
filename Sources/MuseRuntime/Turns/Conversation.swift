import Logging
public import MuseDefinition
public import MuseInterpreter

/// One thread: its messages have their turns here, one at a time, in the order in which they came.
///
/// ```swift
/// let conversation = try await directory.conversation("alice-1")
/// let pending = await conversation.submit(message)
/// if case .reply(let reply, _) = await pending.answer() {
///   try await socket.send(reply.text)
///   await conversation.delivered(reply.id)
/// }
/// ```
/// A `ConversationDirectory` makes them, so that a thread never has two. Whoever talks in it holds it.
public actor Conversation {
  struct Ticket: Sendable {
    let message: IncomingMessage
    /// The id is the client's, so the message may have had its turn already.
    let mayBeRepeated: Bool
    let promise: Promise<Answer>
  }

  private enum Job {
    case load
    case turn(TurnQueue<Ticket>.Entry)
    case deliveries
  }

  public nonisolated let id: ThreadID
  private let resources: ConversationResources
  private var graphChoice: GraphName
  private var queue: TurnQueue<Ticket>
  private var book = DeliveryBook()
  private var broadcast = EventBroadcast()
  /// As it is stored. Nil: it has to be read from the store, because nobody did yet or because an append failed and nobody knows how.
  private var thread: LiveThread?
  private var worker: Task<Void, Never>?
  private var isLoadDue = false
  private var areDeliveriesDue = false
  private var loadFailure: TurnFailure?
  private var owesRecoveryNotice = false
  private var isDraining = false

  init(id: ThreadID, graph: GraphName, resources: ConversationResources) {
    self.id = id
    self.graphChoice = graph
    self.resources = resources
    self.queue = TurnQueue(limit: resources.limits.queue)
  }

  // MARK: For frontends

  /// Puts the message in the queue, before it returns: the order of calls is the order of turns.
  public func submit(_ message: IncomingMessage) -> PendingAnswer {
    var message = message
    let mayBeRepeated = message.id != nil
    let messageID = message.id ?? resources.entropy.messageID()
    message.id = messageID
    let ticket = Ticket(message: message, mayBeRepeated: mayBeRepeated, promise: Promise())
    let pending = PendingAnswer(message: messageID, promise: ticket.promise)
    guard !isDraining else { return refuse(pending, .draining) }
    switch queue.offer(messageID, ticket) {
    case .joined(let earlier): return PendingAnswer(message: messageID, promise: earlier.promise)
    case .full: return refuse(pending, .conversationBusy)
    case .queued:
      broadcast.send(.heard(message))
      wake()
      return pending
    }
  }

  /// The reply has reached the person. It is journalled as soon as no turn is running, or with the next one.
  public func delivered(_ reply: ReplyID) {
    guard book.deliver(reply) else { return }
    wake()
  }

  /// The replies that are not known to have reached the person, oldest first: to be sent as missed when somebody connects.
  public func undelivered() -> [Reply] { book.undelivered }

  public var newestDelivered: ReplyID { book.newest }

  /// Each call gives a stream of its own, from now on. One that falls 256 events behind loses the oldest.
  public func events() -> AsyncStream<ConversationEvent> { broadcast.listen() }

  /// Where the thread stood after its last stored segment; nil before it was opened.
  public var state: ThreadState? { thread?.state }

  /// The graph that the thread goes by; nil before it was opened.
  public var graph: ConversationGraph? { thread?.graph.graph }

  // MARK: For the directory

  /// Returns when the thread is in memory, with the turn finished that a restart had cut off.
  func open() async throws(TurnFailure) {
    guard thread == nil else { return }
    wake()
    await worker?.value
    if thread == nil { throw loadFailure ?? .stateUnavailable }
  }

  /// The next run goes by the newest version of this graph. False in the middle of a run of another.
  func choose(_ graph: GraphName) -> Bool {
    guard let thread, thread.state.isBetweenRuns || thread.graph.graph.name == graph else { return false }
    graphChoice = graph
    return true
  }

  /// Returns when all that was submitted and delivered so far is done.
  package func idle() async { await worker?.value }

  /// Takes no more messages, and returns when the running turn has ended. Those that wait are told so.
  func drain() async {
    isDraining = true
    for entry in queue.dismiss() { settle(entry, .failed(.draining)) }
    await worker?.value
  }

  // MARK: The one worker

  private func wake() {
    isLoadDue = true
    areDeliveriesDue = true
    if worker == nil { worker = Task { await work() } }
  }

  private func work() async {
    while let job = nextJob() {
      switch job {
      case .load: await load()
      case .deliveries: await storeDeliveries()
      case .turn(let entry):
        let answer = await answer(entry)
        queue.finish()
        settle(entry, answer)
      }
    }
    // No `await` since `nextJob` said that there is none: whoever comes now finds no worker, and starts one.
    worker = nil
  }

  private func nextJob() -> Job? {
    if thread == nil { return isLoadDue ? .load : nil }
    if let entry = queue.begin() { return .turn(entry) }
    return areDeliveriesDue && !book.unstored.isEmpty ? .deliveries : nil
  }

  private func settle(_ entry: TurnQueue<Ticket>.Entry, _ answer: Answer) {
    if case .failed(let failure) = answer { broadcast.send(.failed(failure, to: entry.id)) }
    entry.ticket.promise.fulfil(answer)
  }

  private func refuse(_ pending: PendingAnswer, _ failure: TurnFailure) -> PendingAnswer {
    broadcast.send(.failed(failure, to: pending.message))
    pending.promise.fulfil(.failed(failure))
    return pending
  }

  private func answer(_ entry: TurnQueue<Ticket>.Entry) async -> Answer {
    do throws(TurnFailure) {
      return try await turn(entry.id, entry.ticket)
    } catch {
      return .failed(error)
    }
  }

  // MARK: One turn

  private func turn(_ id: MessageID, _ ticket: Ticket) async throws(TurnFailure) -> Answer {
    if ticket.mayBeRepeated, let earlier = try await earlierReply(to: id) { return .reply(earlier, repeated: true) }
    var ledger = try await openLedger()
    if owesRecoveryNotice { try await beginAnew(&ledger) }
    guard !ledger.thread.state.isClosed else { throw .conversationEnded }
    let message = try await hearer.hear(ticket.message, id, in: ledger.thread)
    broadcast.send(.turnStarted(message))
    ledger.hear(message)
    let reply = try await finish(&ledger)
    broadcast.send(.reply(reply))
    return .reply(reply, repeated: false)
  }

  /// From call to call to the reply. Before a write starts, and before the reply leaves, all that led to it is stored.
  private func finish(_ ledger: inout TurnLedger, resuming: Bool = false) async throws(TurnFailure) -> Reply {
    var isRepetition = resuming
    while let call = ledger.pendingCall {
      if call.effect == .writes, !isRepetition { try await store(&ledger) }
      let result = await resources.performer.perform(order(call, ledger.thread, isRepetition: isRepetition))
      ledger.hear(result, of: call)
      broadcast.send(.called(call, result))
      isRepetition = false
    }
    guard let reply = ledger.reply else { throw .internalError }
    try await store(&ledger)
    book.add(reply)
    return reply
  }

  private func store(_ ledger: inout TurnLedger) async throws(TurnFailure) {
    let effects = ledger.effects
    do {
      let commit = try ledger.commit()
      try await resources.store.append(commit, to: id)
      thread = ledger.thread
      noteStored(commit)
    } catch {
      log(.error, "A segment could not be stored", "\(error)")
      thread = nil
      isLoadDue = true
      throw error is StoreFailure ? .stateUnavailable : .internalError
    }
    if !effects.isEmpty { broadcast.send(.advanced(ledger.thread.state.turn, effects)) }
  }

  private func noteStored(_ commit: Commit) {
    let replies = commit.records.compactMap(\.delivery)
    book.stored(replies)
    for reply in replies { broadcast.send(.delivered(reply)) }
  }

  /// A copy of the thread, with the deliveries that came since, and in the newest graph where a run may begin.
  private func openLedger() async throws(TurnFailure) -> TurnLedger {
    guard let thread else { throw .stateUnavailable }
    var ledger = TurnLedger(thread)
    if thread.state.isBetweenRuns, !thread.state.isClosed {
      let newest = await resources.library.newest(graphChoice) ?? thread.graph
      if !thread.hasBegun || newest.graph.fingerprint != thread.state.graph { ledger.takeUp(newest) }
    }
    ledger.hear(delivered: book.unstored, at: resources.time.now())
    return ledger
  }

  private func beginAnew(_ ledger: inout TurnLedger) async throws(TurnFailure) {
    try await store(&ledger)
    owesRecoveryNotice = false
    throw .stateRecovered
  }

  private func order(_ call: Call, _ thread: LiveThread, isRepetition: Bool) -> EffectPerformer.Order {
    let turn = thread.turn ?? TurnContext(message: "", sender: id.rawValue, now: resources.time.now(), zone: nil)
    return EffectPerformer.Order(call: call, thread: id, turn: turn, graph: thread.graph.graph, isRepetition: isRepetition)
  }

  private var hearer: MessageHearer { MessageHearer(thread: id, resources: resources) }

  private func earlierReply(to message: MessageID) async throws(TurnFailure) -> Reply? {
    do {
      return try await resources.store.answer(to: message, in: id)
    } catch {
      log(.error, "The store did not answer", "\(error)")
      throw .stateUnavailable
    }
  }

  private func storeDeliveries() async {
    areDeliveriesDue = false
    guard let thread else { return }
    var ledger = TurnLedger(thread)
    ledger.hear(delivered: book.unstored, at: resources.time.now())
    // Where the store does not take them, they go with the next turn; until then a restart sends those replies once more.
    try? await store(&ledger)
  }

  // MARK: From the store

  private func load() async {
    isLoadDue = false
    do throws(TurnFailure) {
      let loaded = try await ThreadLoader(resources).load(id, graph: graphChoice)
      thread = loaded.thread
      owesRecoveryNotice = loaded.isAnew
      book.load(undelivered: loaded.undelivered, newest: loaded.thread.state.delivered)
      if !loaded.thread.state.isBetweenRuns { graphChoice = loaded.thread.graph.graph.name }
      try await resume(loaded.thread)
    } catch {
      thread = nil
      isLoadDue = false
      loadFailure = error
      for entry in queue.dismiss() { settle(entry, .failed(error)) }
    }
  }

  /// Finishes the turn that was cut off while a tool was called.
  private func resume(_ thread: LiveThread) async throws(TurnFailure) {
    guard thread.state.pendingCall != nil else { return }
    var ledger = TurnLedger(thread)
    let reply = try await finish(&ledger, resuming: true)
    log(.info, "A turn was finished after a restart", "")
    broadcast.send(.recovered(reply))
  }

  private func log(_ level: Logger.Level, _ message: Logger.Message, _ reason: String) {
    resources.logger.log(level: level, message, metadata: ["thread": "\(id)", "reason": "\(reason)"])
  }
}
