import Logging
import MuseDefinition
import MuseExpression
import MuseInterpreter

/// Turns a message as it came into one as it was heard: with its moves, the clock and a seed.
struct MessageHearer {
  let thread: ThreadID
  /// That it has, if it is understood.
  let turn: ReplyID
  let resources: ConversationResources
  let trace: OpenSpan?

  func hear(_ incoming: IncomingMessage, _ id: MessageID, in thread: LiveThread) async throws(TurnFailure) -> Message {
    var message = Message(
      id: id, text: incoming.text, moves: [], now: resources.time.now(),
      zone: incoming.zone.flatMap { Zone(named: $0) }?.name, locale: incoming.locale, seed: resources.entropy.seed(),
      sender: incoming.sender, seen: min(incoming.seen, thread.state.turn))
    if !incoming.gathered.isEmpty { message.gathered = incoming.gathered }
    if let press = incoming.press {
      message.pressed = press.reply
      message.moves = thread.state.button(press).map { [$0.move] } ?? []
    } else {
      let span = trace?.child("understand")
      do throws(TurnFailure) {
        try await read(&message, in: thread)
        span?.end()
      } catch {
        span?.end(failed: error.code)
        throw error
      }
    }
    return message
  }

  /// What means nothing to the graph that talks is read once more with the words of those that wait for it to end, innermost first.
  /// So is what it would take as free words: there only what is certain counts.
  private func read(_ message: inout Message, in thread: LiveThread) async throws(TurnFailure) {
    let request = self.request(for: message, in: thread)
    let understanding = thread.graph.understanding
    message.moves = try await understand(request, by: understanding)
    guard !request.awaiting.callers.isEmpty, message.moves.allSatisfy(\.isLoose) else { return }
    let isFree = !message.moves.allSatisfy { thread.isNonsense($0) }
    if isFree, try await !understand(request.reading(request.awaiting, strictly: true), by: understanding).isNonsense { return }
    for caller in request.awaiting.callers {
      let moves = try await understand(request.reading(caller.awaiting, strictly: isFree), by: understanding)
      guard !moves.isNonsense else { continue }
      message.moves = moves
      message.caller = caller.depth
      return
    }
  }

  private func request(for message: Message, in thread: LiveThread) -> UnderstandingRequest {
    let state = thread.state
    let graph = thread.talking
    return UnderstandingRequest(
      text: message.text, awaiting: thread.graph.interpreter.awaiting(in: state, seen: message.seen), now: message.now,
      zone: (message.zone ?? state.zone).flatMap { Zone(named: $0) } ?? graph.zone,
      locale: thread.graph.interpreter.locale(of: state, named: message.locale))
  }

  private func understand(
    _ request: UnderstandingRequest, by understanding: any Understanding
  ) async throws(TurnFailure) -> [Move] {
    switch await attempt(request, by: understanding) {
    case .success(let moves): return moves
    case .failure(let error):
      resources.logger.log(
        .error, "A message was not understood", in: trace,
        ["thread": "\(thread)", "turn": "\(turn.rawValue)", "reason": "\(error)"])
      throw .languageModelFailed
    case nil: throw .timedOut
    }
  }

  /// Nil: not within the limit. A deadline costs two tasks and a timer that lives until it is due, so only what may need one has it.
  private func attempt(_ request: UnderstandingRequest, by understanding: any Understanding) async -> Result<[Move], any Error>? {
    let work = { @Sendable () -> Result<[Move], any Error> in
      do {
        return .success(try await understanding.moves(in: request))
      } catch {
        return .failure(error)
      }
    }
    if understanding.isImmediate { return await work() }
    return await first(within: resources.limits.understanding, by: resources.time, work)
  }
}

extension ThreadState {
  /// The button beside the open question, or beside what was said since; nil for one of a question that is no longer open.
  fileprivate func button(_ press: IncomingMessage.Press) -> Button? {
    guard case .waiting(let wait) = place, wait.question <= press.reply, press.reply <= turn, press.button > 0 else { return nil }
    return wait.buttons.dropFirst(press.button - 1).first
  }
}

extension Move {
  /// It may mean something else to another graph: nonsense, and a value that no word may have named.
  fileprivate var isLoose: Bool {
    switch kind {
    case .tell, .nonsense: true
    case .reopen, .agree, .refuse, .choose, .none, .intent, .cancel, .skip, .repeat, .help, .startOver: false
    }
  }
}

extension [Move] {
  fileprivate var isNonsense: Bool { allSatisfy { $0.kind == .nonsense } }
}

extension UnderstandingRequest {
  fileprivate func reading(_ awaiting: Awaiting, strictly isStrict: Bool) -> UnderstandingRequest {
    var request = self
    request.awaiting = awaiting
    request.awaiting.isStrict = isStrict
    return request
  }
}

extension LiveThread {
  /// Words that are not what the slot's `pattern` asks for mean nothing to it.
  fileprivate func isNonsense(_ move: Move) -> Bool {
    guard case .tell(let id, .value(.string(let text)), _) = move.kind else { return move.kind == .nonsense }
    return talking.slot(id)?.pattern.map { !$0.fits(text) } ?? false
  }
}
