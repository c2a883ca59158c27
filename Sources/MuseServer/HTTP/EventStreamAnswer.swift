import HTTPTypes
import Hummingbird
import MuseExpression
import MuseInterpreter
import MuseRuntime
import NIOCore

/// One message's turn as server-sent events: the envelopes of the full form, as they come, up to the end of the turn.
///
/// Source: HTML Living Standard, "Server-sent events".
struct EventStreamAnswer: Sendable {
  /// What happens while the turn is waited for.
  private enum Happening: Sendable {
    case news(HistoryFeed.News)
    case answered(Answer)
  }

  let client: ClientID
  let message: ClientMessage
  let trace: TraceFields?
  let conversation: Conversation
  let connections: ConnectionManager
  let time: any TimeSource

  func response() async throws -> Response {
    let feed: HistoryFeed
    do {
      feed = try await conversation.follow()
    } catch {
      throw HTTPRefusal.turnFailed(error)
    }
    let seen = await conversation.newestDelivered
    let pending = await conversation.submit(IncomingMessage(message, from: client, seen: seen, trace: trace))
    var fields = SecurityFields.base
    fields[.contentType] = "text/event-stream; charset=utf-8"
    return Response(
      status: .ok, headers: fields, body: ResponseBody { writer in try await write(feed, pending, to: &writer) })
  }

  /// It ends early where the client leaves: then the turn goes on, and its reply waits.
  private func write(_ feed: HistoryFeed, _ pending: PendingAnswer, to writer: inout any ResponseBodyWriter) async throws {
    let (happenings, happening) = AsyncStream.makeStream(of: Happening.self)
    async let _: Void = { for await news in feed.live { happening.yield(.news(news)) } }()
    async let _: Void = { happening.yield(.answered(await pending.answer())) }()
    var turn = Turn(message: pending.message)
    for await happening in happenings where !turn.isOver {
      for told in turn.take(happening) { try await writer.write(event(told)) }
      if turn.isOver { break }
    }
    try await writer.finish(nil)
    await finish(turn)
  }

  private func finish(_ turn: Turn) async {
    guard case .reply(let reply, let isRepeated)? = turn.answer else { return }
    await conversation.delivered(reply.id)
    if !isRepeated { connections.share(message, reply, of: client) }
  }

  private func event(_ message: ServerMessage) -> ByteBuffer {
    var buffer = ByteBuffer()
    if case .full(.entry(let entry)) = message {
      buffer.writeString("id: \(entry.number)\nevent: \(entry.content.type)\n")
    } else if case .error = message {
      buffer.writeString("event: error\n")
    } else if case .full(.speech(_, let speech)) = message {
      buffer.writeString("event: \(speech.type)\n")
    } else {
      buffer.writeString("event: reply\n")
    }
    buffer.writeStaticString("data: ")
    let timestamp = Instant(seconds: time.now().seconds).rfc3339
    buffer = message.write(into: buffer, timestamp: timestamp)
    buffer.writeStaticString("\n\n")
    return buffer
  }

  /// Picks what belongs to one message's turn out of a thread's news.
  private struct Turn {
    let message: MessageID
    private(set) var answer: Answer?
    private(set) var isOver = false
    private var number: ReplyID?
    private var hasEnded = false

    init(message: MessageID) { self.message = message }

    mutating func take(_ happening: Happening) -> [ServerMessage] {
      switch happening {
      case .news(.speech(let turn, let speech)): return [.full(.speech(turn, speech))]
      case .news(.entries(let entries)): return take(entries)
      case .answered(let answer):
        self.answer = answer
        return told(by: answer)
      }
    }

    private mutating func take(_ entries: [HistoryEntry]) -> [ServerMessage] {
      var told: [ServerMessage] = []
      for entry in entries {
        if case .turnStarted(.message(message, _, _)) = entry.content { number = entry.turn }
        guard entry.turn == number else { continue }
        told.append(.full(.entry(entry)))
        if case .turnEnded = entry.content { hasEnded = true }
      }
      isOver = hasEnded && answer != nil
      return told
    }

    private mutating func told(by answer: Answer) -> [ServerMessage] {
      switch answer {
      case .reply(_, repeated: false):
        isOver = hasEnded
        return []
      case .reply(let reply, repeated: true):
        isOver = true
        return [.full(.repeated(reply))]
      case .failed(let failure):
        isOver = true
        return [.error(WireError(failure, replyTo: message))]
      }
    }
  }
}

extension StreamedSpeech {
  /// As `type` has it.
  var type: String {
    switch self {
    case .said: "reply.delta"
    case .withdrawn: "reply.withdrawn"
    }
  }
}
