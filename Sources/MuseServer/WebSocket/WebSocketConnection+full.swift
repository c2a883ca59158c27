import Logging
import MuseInterpreter
import MuseRuntime

/// The full form: the connection follows the thread's history, from where its client wants it.
extension WebSocketConnection {
  /// As `run`.
  func talkInFull() async {
    guard let feed = await welcome() else { return leave() }
    let begins = Promise<Bool>()
    let told = ToldTurns()
    let (owed, owing) = AsyncStream.makeStream(of: Owed.self)
    async let writing: Void = answer(owed, told)
    // Ends with this function, which cancels it.
    async let _: Void = follow(feed, once: begins, told)
    var hasBegun = false
    for await input in inputs {
      // Nothing is told before it is known what the client has already.
      if !hasBegun, await begin(with: input, feed) {
        hasBegun = true
        begins.fulfil(true)
        if case .resume = input { continue }
      }
      await takeInFull(input, owing)
    }
    leave()
    begins.fulfil(false)
    owing.finish()
    await writing
  }

  private func welcome() async -> HistoryFeed? {
    do {
      let feed = try await conversation.follow()
      connection.send(.unasked(.full(.welcome(newest: feed.snapshot.newest))))
      connection.open(seen: await conversation.newestDelivered)
      return feed
    } catch {
      logger.info("A thread cannot be followed", metadata: ["code": "\(error.code)"])
      connection.send(.unasked(.error(WireError(error, replyTo: nil))))
      connection.close(Closing(code: .internalError, reason: "the conversation cannot be read"))
      return nil
    }
  }

  // MARK: The beginning

  /// - Returns: whether the client has said where it stands: by `resume`, or by anything else, which means that it begins here.
  private func begin(with input: ConnectionInput, _ feed: HistoryFeed) async -> Bool {
    switch input {
    case .resume(let number):
      await resume(after: number, feed)
      connection.send(.settled)
    case .message, .cancelTurn:
      for reply in feed.snapshot.undelivered where !reply.relayed { connection.send(.unasked(.full(.missed(reply)))) }
    case .fault, .hangUp, .delivered: return false
    }
    return true
  }

  private func resume(after number: Int, _ feed: HistoryFeed) async {
    switch await missed(by: number, feed.snapshot) {
    case .impossible(let reason): connection.send(.unasked(.full(.resumeImpossible(reason, feed.snapshot))))
    case .entries(let entries):
      await noteSeen(feed.snapshot.undelivered, before: entries)
      connection.send(.unasked(.full(.resumed(after: number, through: feed.snapshot.newest))))
      for entry in entries { connection.send(.unasked(.full(.entry(entry)))) }
    }
  }

  /// Who resumes after an entry has those before it, whether or not that was noted before a crash: a yes may be to one of them.
  private func noteSeen(_ undelivered: [Reply], before entries: [HistoryEntry]) async {
    let coming = Set(entries.compactMap(\.reply?.id))
    let seen = undelivered.map(\.id).filter { !coming.contains($0) }
    for reply in seen { await conversation.delivered(reply) }
    if let newest = seen.max() { connection.open(seen: newest) }
  }

  private func missed(by number: Int, _ snapshot: ThreadSnapshot) async -> MissedHistory {
    do {
      return try await conversation.missed(by: number, upTo: snapshot)
    } catch {
      logger.error("A journal could not be read", metadata: ["reason": "\(error)"])
      return .impossible(.unreadable)
    }
  }

  // MARK: The history

  private func follow(_ feed: HistoryFeed, once begins: Promise<Bool>, _ told: ToldTurns) async {
    guard await begins.value() else { return }
    var newest = feed.snapshot.newest
    for await news in feed.live {
      switch news {
      case .speech(let turn, let speech): connection.send(.unasked(.full(.speech(turn, speech))))
      case .entries(let entries): newest = await tell(entries, after: newest, told)
      }
    }
    // The feed ends by itself only where its reader is too slow.
    if !Task.isCancelled { connection.close(Closing(code: .slowReader, reason: "you read too slowly")) }
  }

  /// - Returns: the number of the newest entry that the client has now.
  private func tell(_ entries: [HistoryEntry], after newest: Int, _ told: ToldTurns) async -> Int {
    let new = entries.drop { $0.number <= newest }
    guard let first = new.first, let last = new.last else { return newest }
    guard first.number == newest + 1 else { return await catchUp(after: newest, told) }
    for entry in new { connection.send(.unasked(.full(.entry(entry)))) }
    if last.content.endsTurn { settle(told.noteTold(upTo: last.turn)) }
    return last.number
  }

  /// Something was stored of which the thread did not know that it was; or its state is lost, and it counts from elsewhere.
  private func catchUp(after newest: Int, _ told: ToldTurns) async -> Int {
    guard let snapshot = await conversation.snapshot else { return newest }
    switch await missed(by: newest, snapshot) {
    case .impossible(let reason): connection.send(.unasked(.full(.resumeImpossible(reason, snapshot))))
    case .entries(let entries): for entry in entries { connection.send(.unasked(.full(.entry(entry)))) }
    }
    settle(told.noteTold(upTo: snapshot.turn))
    return snapshot.newest
  }

  private func settle(_ count: Int) { for _ in 0..<count { connection.send(.settled) } }

  // MARK: Requests and their answers

  private func takeInFull(_ input: ConnectionInput, _ owing: AsyncStream<Owed>.Continuation) async {
    switch input {
    case .cancelTurn(let message):
      let isAsked = await conversation.cancel(message) == .asked
      connection.send(isAsked ? .settled : .answer(.full(.nothingToCancel)))
    case .resume: owing.yield(.fault(WireError(.invalidMessageFormat, "\"resume\" can only come first.")))
    case .message, .fault, .hangUp, .delivered: await take(input, owing)
    }
  }

  private func answer(_ owed: AsyncStream<Owed>, _ told: ToldTurns) async {
    for await answer in owed {
      switch answer {
      case .turn(let pending, let message): finishInFull(message, pending.message, with: await pending.answer(), told)
      case .fault(let error): connection.send(.answer(.error(error)))
      case .hangUp(let closing): connection.close(closing)
      }
    }
  }

  /// A reply is an entry of the history: it is on its way already.
  private func finishInFull(_ message: ClientMessage, _ id: MessageID, with answer: Answer, _ told: ToldTurns) {
    switch answer {
    case .reply(let reply, repeated: true): connection.send(.answer(.full(.repeated(reply))))
    case .reply(let reply, repeated: false):
      if told.noteAnswer(reply.id) { connection.send(.settled) }
      // One that was joined to another has its reply in the other's.
      if reply.answers == id { connections.share(message, reply, of: connection.client, except: connection.id) }
    case .failed(let failure): fail(message, failure)
    }
  }
}

extension HistoryEntry.Content {
  fileprivate var endsTurn: Bool {
    switch self {
    case .turnEnded, .threadEnded: true
    case .turnStarted, .nodeEntered, .slotChanged, .reply: false
    }
  }
}
