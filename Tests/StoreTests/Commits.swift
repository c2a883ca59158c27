import MuseCompiler
import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
import MuseSource
import Testing

/// A thread as the shell would write it, with commits made by hand.
struct Commits {
  static let sources = GraphSources(
    root: SourceFile(path: "graph.yaml", text: graph), imported: [SourceFile(path: "look.tools.yaml", text: tools)])

  let interpreter: Interpreter
  private(set) var state: ThreadState
  private(set) var record = 0

  init() throws {
    interpreter = Interpreter(graph: try #require(Compiler.compile(Self.sources).graph))
    state = interpreter.start()
  }

  /// The next turn, with its checkpoint.
  mutating func turn(_ move: Move = Move(.help), gathered: [MessageID]? = nil, keep: Int = 20) -> Commit {
    let number = state.turn.rawValue + 1
    var message = Message(
      id: MessageID(rawValue: "m\(number)"), text: "hm", moves: [move], now: Instant(seconds: 1_795_424_400),
      sender: "ann", seen: state.turn)
    message.gathered = gathered
    let effects = interpreter.advance(&state, with: .message(message))
    let segment = JournalRecord.Segment(number: number, turn: state.turn, effects: effects, state: "digest")
    return commit([.heard(message), .segment(segment)], keep: keep, withCheckpoint: true)
  }

  mutating func delivery(_ reply: Int, rest: Rest? = nil) -> Commit {
    commit([.delivered(ReplyID(rawValue: reply), at: Instant(seconds: 9))], keep: 20, withCheckpoint: false, rest: rest)
  }

  /// A turn that an event or a person brought about, with a reply that answers no message.
  mutating func roused(by record: JournalRecord, saying text: String, rest: Rest? = nil) -> Commit {
    state.turn = ReplyID(rawValue: state.turn.rawValue + 1)
    let reply = Reply(id: state.turn, answers: nil, text: text)
    let segment = JournalRecord.Segment(
      number: state.turn.rawValue, turn: state.turn, effects: [.reply(reply)], state: "digest")
    return commit([record, .segment(segment)], keep: 20, withCheckpoint: true, rest: rest)
  }

  /// A turn that is left in the middle of a call.
  mutating func call() -> Commit { turn(Move(.tell("name", .value(.string("Ann")), .plain))) }

  private mutating func commit(_ records: [JournalRecord], keep: Int, withCheckpoint: Bool, rest: Rest? = nil) -> Commit {
    let first = record + 1
    record += records.count
    let checkpoint = Checkpoint(graph: "small", record: record, segment: state.turn.rawValue, turn: nil, state: state)
    return Commit(
      first: first, records: records, checkpoint: withCheckpoint ? checkpoint : nil,
      rest: rest ?? Rest(isWorking: state.isWorking), keep: keep)
  }

  private static let graph = """
    musegraph: 1
    name: small
    title: "Asks"
    locales: [en]
    timezone: Europe/London
    import: [look.tools.yaml]
    slots:
      name: {type: text, ask: "What is your name?"}
    begin: ask
    nodes:
      ask:
        ask: name
        next: {done: look}
      look:
        call: look.up
        with: [name]
        next: {found: bye}
      bye:
        say: "Bye."
        end: done
    otherwise: {exhausted: bye, failed: bye}
    policy: {cancel: bye}
    """

  private static let tools = """
    musegraph: 1
    tools:
      look.up:
        effect: reads
        takes: {name: text}
        outcomes: {found: {}}
    """
}
