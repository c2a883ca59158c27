import Logging
import MuseCalendars
import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
import MuseSource
import Synchronization

/// All that conversations run on but a socket and a disk: the embedded understanding, calendars and threads in memory.
struct Floor {
  /// A meeting is booked, and what the last reply must have in it.
  static let lines = [
    "hello", "I want to schedule a meeting with alice@example.com", "tomorrow at 3pm", "30 minutes", "call it Design review",
    "yes",
  ]
  static let end = "Booked: Design review"

  let store = InMemoryCheckpointStore()
  private let directory: ConversationDirectory

  /// - Parameter understanding: wraps the embedded one.
  init(_ meeting: MeetingGraph, understanding: @escaping GraphLibrary.UnderstandingMaker) async throws {
    var logger = Logger(label: "benchmark")
    logger.logLevel = .critical
    let time = StoppedTime()
    let tools = ToolBox(CalendarTools.all(store: InMemoryCalendarStore(), people: AddressBook()))
    let library = GraphLibrary(archive: store, understanding: understanding)
    // As `serve` has it.
    let limits = ConversationResources.Limits(delivery: .milliseconds(100))
    directory = ConversationDirectory(
      resources: ConversationResources(
        store: store, retention: store, library: library,
        performer: EffectPerformer(tools: tools, time: time, logger: logger), time: time, entropy: .counting(), limits: limits,
        logger: logger),
      graph: meeting.graph.name)
    try await library.add(meeting.graph, from: meeting.sources)
  }

  /// A whole booking, by somebody who never came before.
  func book(_ thread: ThreadID) async throws {
    let conversation = try await directory.conversation(thread)
    var last = ""
    for line in Self.lines {
      let message = IncomingMessage(text: line, sender: thread.rawValue, seen: await conversation.newestDelivered)
      guard case .reply(let reply, _) = await conversation.submit(message).answer() else {
        throw WrongCourse(description: "'\(line)' got no reply.")
      }
      await conversation.delivered(reply.id)
      last = reply.text
    }
    guard last.contains(Self.end) else { throw WrongCourse(description: "The last reply was '\(last)'.") }
  }

  func journal(of thread: ThreadID) async -> [JournalEntry] { await store.journal(of: thread, newest: .max) }
}

/// A Monday, at nine, for ever: no pause ends while something is counted.
private struct StoppedTime: TimeSource {
  func now() -> Instant { Instant(seconds: 1_772_442_000) }

  func sleep(for duration: Duration) async throws {
    // Without a timer of the system's: those have a thread of their own, which valgrind 3.19 does not survive.
    let (stream, never) = AsyncStream<Never>.makeStream()
    for await _ in stream {}
    never.finish()
  }
}

/// Writes down what understanding is asked.
final class RecordingUnderstanding: Understanding {
  private let understanding: EmbeddedUnderstanding
  private let asked = Mutex<[UnderstandingRequest]>([])

  init(graph: ConversationGraph) { understanding = EmbeddedUnderstanding(graph: graph) }

  var isImmediate: Bool { true }

  var requests: [UnderstandingRequest] { asked.withLock { $0 } }

  func moves(in request: UnderstandingRequest) async -> [Move] {
    asked.withLock { $0.append(request) }
    return await understanding.moves(in: request)
  }
}
