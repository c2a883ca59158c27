import MuseCompiler
import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseSource
import Testing

/// A conversation held by moves: no understanding, no clock, no tools but the ones a test gives.
struct Talk {
  let interpreter: Interpreter
  var state: ThreadState
  var now: Instant
  /// Answers calls; a tool that is missing here fails.
  var tools: [ToolID: @Sendable (Call) -> CallResult] = [:]
  private(set) var calls: [Call] = []
  private(set) var events: [Event] = []
  /// The newest reply that the person has seen; nil: every reply is seen at once.
  var seen: ReplyID?

  init(_ yaml: String, now: String = "2026-11-23T09:00:00Z") throws {
    let sources = GraphSources.gather(root: SourceFile(path: "graph.yaml", text: yaml)) { _ in
      SourceFile(path: "tools.yaml", text: Talk.tools)
    }
    let compilation = Compiler.compile(sources)
    let graph = try #require(compilation.graph, "\(compilation.diagnostics.filter { $0.severity == .error })")
    interpreter = Interpreter(graph: graph)
    state = interpreter.start()
    self.now = try #require(Instant(rfc3339: now))
  }

  /// The reply to a message that means these moves.
  mutating func hears(_ kinds: Move.Kind...) -> String { hears(kinds.map { Move($0) }) }

  mutating func hears(_ moves: [Move], text: String = "") -> String {
    let message = Message(
      id: MessageID(rawValue: "m\(state.turn.rawValue + 1)"), text: text, moves: moves, now: now, sender: "ann",
      seen: seen ?? state.turn)
    var effects = interpreter.advance(&state, with: .message(message))
    while let call = effects.call {
      events += effects.events
      calls.append(call)
      let result = tools[call.tool]?(call) ?? .failed(reason: "no such tool")
      effects = interpreter.advance(&state, with: .result(call.id, result))
    }
    events += effects.events
    return effects.reply?.text ?? "(no reply)"
  }

  mutating func clearEvents() { events = [] }

  /// The node that is waited at.
  var waitsAt: NodeID? {
    guard case .waiting(let wait) = state.place else { return nil }
    return wait.node
  }

  /// The tools that the graphs of these tests import.
  static let tools: String = """
    musegraph: 1
    types:
      room:
        fields: {id: text, name: text}
        show: "{name}"
    tools:
      people.find:
        effect: reads
        takes: {words: text}
        outcomes: {found: {matches: list<person>}}
      rooms.find:
        effect: reads
        takes: {words: text}
        outcomes: {found: {matches: list<room>}}
      times.look:
        effect: reads
        takes: {start: datetime}
        outcomes: {free: {}, busy: {alternatives: list<datetime>}}
      order.place:
        effect: writes
        repeat: same_key
        takes: {item: text, count: integer}
        outcomes: {placed: {number: text}, sold_out: {}}
    """
}

extension [Effect] {
  var call: Call? {
    guard case .work(.call(let call))? = last else { return nil }
    return call
  }

  var reply: Reply? {
    guard case .reply(let reply)? = last else { return nil }
    return reply
  }

  var events: [Event] {
    compactMap { effect in
      guard case .happened(let event) = effect else { return nil }
      return event
    }
  }
}

extension Move.Kind {
  static func say(_ slot: SlotID, _ text: String) -> Move.Kind { .tell(slot, .value(.string(text)), .plain) }
  static func say(_ slot: SlotID, _ number: Int64) -> Move.Kind { .tell(slot, .value(.int(number)), .plain) }
  static func words(_ slot: SlotID, _ words: String, _ edit: Move.Edit = .plain) -> Move.Kind { .tell(slot, .words(words), edit) }
}

func person(_ id: String, _ name: String, _ email: String? = nil) -> Value {
  .object(.person(id: id, name: name, email: email))
}

func instant(_ text: String) throws -> Value { .timestamp(try #require(Instant(rfc3339: text))) }
