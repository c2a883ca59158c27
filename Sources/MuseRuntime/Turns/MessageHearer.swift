import Logging
import MuseDefinition
import MuseExpression
import MuseInterpreter

/// Turns a message as it came into one as it was heard: with its moves, the clock and a seed.
struct MessageHearer {
  let thread: ThreadID
  let resources: ConversationResources

  func hear(_ incoming: IncomingMessage, _ id: MessageID, in thread: LiveThread) async throws(TurnFailure) -> Message {
    let zone = incoming.zone.flatMap { Zone(named: $0) }
    var message = Message(
      id: id, text: incoming.text, moves: [], now: resources.time.now(), zone: zone?.name, seed: resources.entropy.seed(),
      sender: incoming.sender, seen: min(incoming.seen, thread.state.turn))
    let graph = thread.graph.graph
    message.moves = try await understand(
      UnderstandingRequest(
        text: incoming.text, awaiting: thread.graph.interpreter.awaiting(in: thread.state, seen: message.seen),
        now: message.now, zone: zone ?? graph.zone, locale: graph.locale),
      by: thread.graph.understanding)
    return message
  }

  private func understand(
    _ request: UnderstandingRequest, by understanding: any Understanding
  ) async throws(TurnFailure) -> [Move] {
    switch await attempt(request, by: understanding) {
    case .success(let moves): return moves
    case .failure(let error):
      resources.logger.error("A message was not understood", metadata: ["thread": "\(thread)", "reason": "\(error)"])
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
