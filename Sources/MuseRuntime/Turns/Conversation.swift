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
/// A `ConversationDirectory` makes them, so that a thread never has two. Whoever talks in it holds it. What a turn does stands in
/// `Conversation+turn.swift`, what comes from the store in `Conversation+load.swift`: both run in the one worker only.
public actor Conversation {
  struct Ticket: Sendable {
    var occasion: Occasion
    /// The id is the sender's, so it may have had its turn already.
    let mayBeRepeated: Bool
    let promise: Promise<Reception>
    /// Kept when its turn is to be given up, or is over.
    let interruption = Promise<Bool>()
  }

  typealias Queue = TurnQueue<InputID, Ticket>

  enum Job {
    case load
    case turn(Queue.Entry)
    case deliveries
    case forgetting(Promise<Bool>)
    case erasing(Promise<ConversationDirectory.Erasure>)
  }

  public nonisolated let id: ThreadID
  let resources: ConversationResources
  let defaultGraph: GraphName
  /// The graph that the next run shall go by, where somebody asked for one.
  var graphChoice: GraphName?
  let alarms: AlarmClock
  var queue: Queue
  var book = DeliveryBook()
  var broadcast = Broadcast<ConversationEvent>()
  var unasked = Broadcast<Reply>()
  var followers = Broadcast<HistoryFeed.News>(limit: 512, overflow: .ends)
  /// As it is stored. Nil: to be read from the store, because nobody did yet, or because an append failed and nobody knows how.
  var thread: LiveThread?
  var isLoadDue = false
  var areDeliveriesDue = false
  /// Deliveries wait for the next turn.
  private var isDeliveryPaused = false
  /// Somebody waits to hear whether the thread was forgotten.
  private var forgetting: Promise<Bool>?
  var erasing: Promise<ConversationDirectory.Erasure>?
  var loadFailure: TurnFailure?
  var owesRecoveryNotice = false
  /// Deliveries could not be stored once: the next time the alarms are asked for help.
  var areDeliveriesLate = false
  private var worker: Task<Void, Never>?
  /// Where turns run: nil: on the pool that all tasks share.
  private var executor: (any TaskExecutor)?
  var isDraining = false
  /// What the thread rests on, as the alarms and the desk were told.
  var toldRest = Rest()
  /// The turn at hand, as logs call it; and its spans, until its deliveries are stored. Nil: nobody traces.
  var turnNumber = ReplyID.none
  var turnTrace: TurnTrace?

  init(id: ThreadID, graph: GraphName, resources: ConversationResources, alarms: AlarmClock) {
    self.id = id
    self.defaultGraph = graph
    self.resources = resources
    self.alarms = alarms
    self.queue = TurnQueue(limit: resources.limits.queue)
  }

  // MARK: For frontends

  /// Puts the message in the queue, before it returns: the order of calls is the order of turns.
  ///
  /// - Parameter executor: where its turn shall run, so that a message need not change threads between its socket and its turn; nil:
  ///   on the pool that all tasks share.
  public func submit(_ message: IncomingMessage, on executor: (any TaskExecutor)? = nil) -> PendingAnswer {
    self.executor = executor
    let messageID = message.id ?? resources.entropy.messageID()
    let ticket = Ticket(occasion: .message(message), mayBeRepeated: message.id != nil, promise: Promise())
    let (promise, isNew) = makeRoom(for: .message(messageID), ticket) ?? enqueue(.message(messageID), ticket)
    if isNew { broadcast.send(.heard(message.identified(as: messageID))) }
    return PendingAnswer(message: messageID, promise: promise)
  }

  /// The reply has reached the person. It is journalled as soon as no turn is running, or with the next one where that comes soon
  /// (`Limits.delivery`).
  public func delivered(_ reply: ReplyID) {
    guard book.deliver(reply) else { return }
    let pause = resources.limits.delivery
    guard pause > .zero, !isDraining else { return wake() }
    guard !isDeliveryPaused else { return }
    isDeliveryPaused = true
    Task {
      // A clock that fails ends the wait early.
      try? await resources.time.sleep(for: pause)
      isDeliveryPaused = false
      if !book.unstored.isEmpty { wake() }
    }
  }

  /// The replies that are not known to have reached the person, oldest first: to be sent as missed when somebody connects.
  public func undelivered() -> [Reply] { book.undelivered }

  /// For whoever connects: the replies that are not known to have reached the person, and from then on those that no message of
  /// theirs asked for.
  public func attend() -> (missed: [Reply], unasked: AsyncStream<Reply>) { (book.undelivered, unasked.listen()) }

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

  /// Forgets the thread, if its time is over and nothing is to be done in it.
  func forget() async -> Bool {
    let promise = forgetting ?? Promise<Bool>()
    forgetting = promise
    startWork()
    return await promise.value()
  }

  /// Returns when all that was submitted and delivered so far is done.
  package func idle() async { await worker?.value }

  /// Takes no more messages, and returns when the running turn has ended. Those that wait are told so.
  func drain() async {
    isDraining = true
    for entry in queue.dismiss() { settle(entry, .failed(.draining)) }
    if !book.unstored.isEmpty { wake() }
    await worker?.value
  }

  // MARK: The one worker

  /// - Returns: what becomes of it, and whether it has joined the queue just now.
  func enqueue(_ id: InputID, _ ticket: Ticket, isUrgent: Bool = false) -> (Promise<Reception>, isNew: Bool) {
    guard !isDraining else { return (refuse(id, ticket, .draining), false) }
    switch queue.offer(id, ticket, isUrgent: isUrgent) {
    case .joined(let earlier): return (earlier.promise, false)
    case .full: return (refuse(id, ticket, .conversationBusy), false)
    case .queued:
      wake()
      return (ticket.promise, true)
    }
  }

  func wake() {
    isLoadDue = true
    areDeliveriesDue = true
    startWork()
  }

  func startWork() {
    if worker == nil { worker = Task(executorPreference: executor) { await self.work() } }
  }

  private func work() async {
    while let job = nextJob() {
      switch job {
      case .load: await load()
      case .deliveries: await storeDeliveries()
      case .turn(let entry): await take(entry)
      case .forgetting(let promise): promise.fulfil(await forgetNow())
      case .erasing(let promise): promise.fulfil(await eraseNow())
      }
    }
    // No `await` since `nextJob` said that there is none: whoever comes now finds no worker, and starts one.
    worker = nil
  }

  private func nextJob() -> Job? {
    if thread == nil, isLoadDue { return .load }
    if thread != nil {
      if let entry = queue.begin() { return .turn(entry) }
      if areDeliveriesDue, !book.unstored.isEmpty { return .deliveries }
    }
    if let promise = erasing {
      erasing = nil
      return .erasing(promise)
    }
    defer { forgetting = nil }
    return forgetting.map { .forgetting($0) }
  }

  func settle(_ entry: Queue.Entry, _ reception: Reception) {
    if case .failed(let failure) = reception { broadcast.send(.failed(failure, to: entry.id)) }
    entry.ticket.promise.fulfil(reception)
  }

  func refuse(_ id: InputID, _ ticket: Ticket, _ failure: TurnFailure) -> Promise<Reception> {
    broadcast.send(.failed(failure, to: id))
    ticket.promise.fulfil(.failed(failure))
    return ticket.promise
  }
}
