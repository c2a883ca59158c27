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
  /// Answers language models by role; one that is missing here is not configured.
  var models: [String: @Sendable (Generation) -> CallResult] = [:]
  /// The queues of handoffs at which somebody is.
  var staffed: Set<String> = []
  private(set) var calls: [Call] = []
  private(set) var generations: [Generation] = []
  /// All that the newest input brought about.
  private(set) var effects: [Effect] = []
  private(set) var events: [Event] = []
  /// The newest reply that the person has seen; nil: every reply is seen at once.
  var seen: ReplyID?
  var seed: UInt64 = 0

  /// - Parameter files: the graphs that it imports, by path.
  init(_ yaml: String, files: [String: String] = [:], now: String = "2026-11-23T09:00:00Z") throws {
    let sources = GraphSources.gather(root: SourceFile(path: "graph.yaml", text: yaml)) { path in
      SourceFile(path: path, text: files[path] ?? Talk.tools)
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
    takes(.message(message(moves, text: text)))?.text ?? "(no reply)"
  }

  private func message(_ moves: [Move], text: String) -> Message {
    Message(
      id: MessageID(rawValue: "m\(state.turn.rawValue + 1)"), text: text, moves: moves, now: now, seed: seed, sender: "ann",
      seen: seen ?? state.turn)
  }

  /// The button of a reply is pressed.
  mutating func presses(_ move: Move, of reply: ReplyID) -> String {
    var message = message([move], text: "")
    message.pressed = reply
    return takes(.message(message))?.text ?? "(no reply)"
  }

  /// The newest reply.
  var reply: Reply? { effects.reply }
  var buttons: [Button] { reply?.buttons ?? [] }

  /// Does all the work that an input asks for, in order; gives the reply that comes of it.
  @discardableResult
  mutating func takes(_ input: Input) -> Reply? {
    effects = interpreter.advance(&state, with: input)
    while let work = state.pendingWork.first {
      effects += interpreter.advance(&state, with: .result(work.id, result(of: work)))
    }
    events += effects.events
    return effects.reply
  }

  private mutating func result(of work: Work) -> CallResult {
    switch work {
    case .call(let call):
      calls.append(call)
      return tools[call.tool]?(call) ?? .failed(reason: "no such tool")
    case .generate(let generation):
      generations.append(generation)
      return models[generation.role]?(generation) ?? .outcome(.without, [:])
    case .handoff(let request): return .outcome(staffed.contains(request.queue) ? .queued : .unstaffed, [:])
    }
  }

  /// The newest reply reaches the person now.
  mutating func deliver() { takes(.delivered(state.turn, at: now)) }

  /// Time passes: what is due meanwhile happens, and is delivered. Gives what was said, reply by reply.
  mutating func pass(_ time: Duration) -> [String] {
    let end = now.adding(time) ?? .latest
    var said: [String] = []
    while let (timer, due) = state.nextTimer, due <= end {
      now = max(now, due)
      let reply = takes(.timer(TimerFiring(timer: timer, now: now, seed: 0)))
      if let reply, !reply.isSilent {
        said.append(reply.text)
        deliver()
      }
    }
    now = end
    return said
  }

  /// An event comes from outside; nil where it changes nothing.
  mutating func happens(_ name: EventName, _ fields: [String: Value] = [:]) -> String? {
    takes(.event(OutsideEvent(id: "e", name: name, fields: fields, now: now, seed: 0)))?.text
  }

  mutating func staff(_ deed: StaffAction.Deed, by name: String = "Ann") -> Reply? {
    takes(.staff(StaffAction(id: "s", deed: deed, name: name, now: now, seed: 0)))
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
        undo: {call: order.drop, with: {number: placed.number}}
      order.drop:
        effect: writes
        repeat: harmless
        takes: {number: text}
        outcomes: {dropped: {}}
    """
}

extension [Effect] {
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
