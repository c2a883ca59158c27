import MuseDefinition
import MuseExpression

/// One turn being run: the state, the turn, and what the shell will have to do.
///
/// What the verbs do stands in `Steps/`, what moves do at a wait in `Hearing/`, what is said in `Speaking/`.
struct TurnMachine {
  /// The one that talks: the graph that was begun, or one that it runs.
  var graph: ConversationGraph
  var state: ThreadState
  var turn: Turn
  var effects: [Effect] = []
  private(set) var stopped: Bool = false
  /// What was at work before this stretch of the turn.
  private let begun: Set<EffectID>
  private let deciding: ((Decision) -> Void)?

  init(
    graph: ConversationGraph, state: ThreadState, hearing message: Message, deciding: ((Decision) -> Void)? = nil
  ) {
    self.graph = graph
    self.deciding = deciding
    self.state = state
    self.begun = Set(state.pendingWork.map(\.id))
    self.turn = Turn(
      message: message.id, text: message.text, now: message.now, zone: message.zone, seed: message.seed, seen: message.seen,
      parts: message.moves, steps: 0, said: [], touched: [], understood: false, origin: state.place,
      before: Turn.Before(
        run: state.run, slots: state.slots, facts: state.facts, yeses: state.yeses, outer: state.outer, kept: state.kept))
    self.state.turn = ReplyID(rawValue: state.turn.rawValue + 1)
  }

  init(graph: ConversationGraph, state: ThreadState, resuming turn: Turn, deciding: ((Decision) -> Void)? = nil) {
    self.graph = graph
    self.deciding = deciding
    self.state = state
    self.begun = Set(state.pendingWork.map(\.id))
    self.turn = turn
    self.state.open = nil
  }

  // MARK: From node to node

  /// Goes from node to node until the thread waits, ends, or has work pending.
  mutating func run(from target: Target?) {
    var next = target
    while let target = next { next = enter(target) }
  }

  private mutating func enter(_ target: Target) -> Target? {
    guard case .node(let id) = target else { return returnFromDigression() }
    guard let node = graph.nodes[id] else { return trouble(id, "there is no such node") }
    turn.steps += 1
    guard turn.steps <= graph.policy.limits.stepsPerTurn else { return trouble(id, "the turn has no end") }
    record(.entered(id))
    for slot in node.forget { forget(slot) }
    return perform(node)
  }

  private mutating func perform(_ node: Node) -> Target? {
    if case .classify(let classify) = node.kind { return enterClassify(node, classify) }
    speak(node.say, at: node.id)
    switch node.kind {
    case .say, .classify: return leave(node, .next)
    case .ask(let ask): return enterAsk(node, ask)
    case .confirm(let confirm): return askConfirm(node, confirm, tries: 0)
    case .call(let call): return startCall(node, call)
    case .set(let set): return performSet(node, set)
    case .when(let when): return performWhen(node, when)
    case .handoff: return leave(node, .unstaffed)
    case .llm, .run, .each, .wait: return trouble(node.id, "this verb does not run yet")
    case .end(let end): return performEnd(end)
    }
  }

  /// The way out of a node. The compiler has given every outcome a destination.
  mutating func leave(_ node: Node, _ outcome: Outcome) -> Target? {
    record(.left(node.id, outcome))
    guard let target = node.next[outcome] else { return trouble(node.id, "outcome \(outcome) leads nowhere") }
    return target
  }

  /// What must not happen in a checked graph: the turn stops, and the thread waits where it waited.
  mutating func trouble(_ node: NodeID, _ reason: String) -> Target? {
    record(.trouble(node, reason))
    stopped = true
    if let before = turn.before {
      state.run = before.run
      state.slots = before.slots
      state.facts = before.facts
      state.yeses = before.yeses
      state.outer = before.outer
      state.kept = before.kept
    }
    state.place = turn.origin
    turn.parts = []
    turn.said = [phrases.stopped]
    return nil
  }

  // MARK: The end of a turn

  /// Hands the state over, with the effects of this stretch of the turn.
  mutating func finish(into result: inout ThreadState) -> [Effect] {
    if state.isWorking {
      state.open = turn
      effects += state.pendingWork.filter { !begun.contains($0.id) }.map(Effect.work)
    } else {
      keepSecondIntent()
      effects.append(.reply(reply))
    }
    result = state
    return effects
  }

  private var reply: Reply {
    let text = turn.said.filter { !$0.isEmpty }.joined(separator: "\n\n")
    return Reply(id: state.turn, answers: turn.message, text: text.isEmpty ? phrases.nothingToSay : text, stopped: stopped)
  }

  /// To be told of every condition that is evaluated: coverage counts them.
  func decide(_ condition: Decision.Condition, _ holds: Bool = true) {
    deciding?(Decision(graph: graph.name, condition: condition, holds: holds))
  }

  mutating func record(_ event: Event) { effects.append(.happened(event)) }

  // MARK: Waiting

  mutating func wait(
    at node: NodeID, asked: SlotID? = nil, tries: Int = 0, choosing: Bool = false, options: [Awaiting.Option] = []
  ) {
    state.place = .waiting(
      Wait(node: node, question: state.turn, asked: asked, tries: tries, choosing: choosing, options: options))
    record(.waits(node))
  }

  /// A question counts as asked from its delivery on.
  func isDelivered(_ wait: Wait) -> Bool { wait.question <= turn.seen }
}
