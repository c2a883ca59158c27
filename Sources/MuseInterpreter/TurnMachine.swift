import MuseDefinition
import MuseExpression

/// One turn being run: the state, the turn, and what the shell will have to do.
///
/// What the verbs do stands in `Steps/`, what moves do at a wait in `Hearing/`, what is said in `Speaking/`.
struct TurnMachine {
  let interpreter: Interpreter
  /// The one that talks: the graph that was begun, or one that it runs.
  var graph: ConversationGraph
  var state: ThreadState
  var turn: Turn
  var effects: [Effect] = []
  /// What expressions see besides slots and facts: an event's fields, the item of an `each`.
  var seen: [String: Value] = [:]
  /// Whose words the message was read with, where it was not the graph that talks.
  private(set) var caller: Int?
  /// The message came from another zone than the thread was in.
  private(set) var isElsewhere = false
  /// A person has said what the reply says.
  var speaker: String?
  /// The message was passed on to a person.
  var isRelayed: Bool = false
  private(set) var stopped: Bool = false
  /// What was at work before this stretch of the turn.
  private let begun: Set<EffectID>

  /// A turn that a message begins.
  init(_ interpreter: Interpreter, state: ThreadState, hearing message: Message) {
    self.init(interpreter, state: state, now: message.now, seed: message.seed)
    turn.message = message.id
    turn.text = message.text
    turn.parts = message.moves
    turn.seen = message.seen
    turn.pressed = message.pressed
    caller = message.caller
    if let named = message.zone, Zone(named: named) != nil {
      let before = zone.name
      self.state.zone = named
      isElsewhere = zone.name != before
    }
    if let locale = message.locale { self.state.locale = locale }
  }

  /// A turn that a timer, an event or a person begins.
  init(_ interpreter: Interpreter, state: ThreadState, now: Instant, seed: UInt64) {
    self.interpreter = interpreter
    self.graph = interpreter.talking(in: state)
    self.state = state
    self.begun = Set(state.pendingWork.map(\.id))
    self.turn = Turn(
      message: nil, text: "", now: now, seed: seed, seen: state.delivered, parts: [], steps: 0, said: [], touched: [],
      understood: false, origin: state.place.withoutSilence, before: Turn.Before(state))
    self.state.turn = ReplyID(rawValue: state.turn.rawValue + 1)
  }

  /// A turn goes on where it waited for work.
  init(_ interpreter: Interpreter, state: ThreadState, resuming turn: Turn) {
    self.interpreter = interpreter
    self.graph = interpreter.talking(in: state)
    self.state = state
    self.begun = Set(state.pendingWork.map(\.id))
    self.turn = turn
    self.state.open = nil
  }

  /// The graph that was begun.
  var root: ConversationGraph { interpreter.graph }

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
    guard turn.steps <= root.policy.limits.stepsPerTurn else {
      record(.trouble(id, "the turn has no end"))
      return stop()
    }
    record(.entered(id))
    forgetPast()
    return perform(node)
  }

  /// What was before a change is known until the next wait is left; a digression leaves none.
  private mutating func forgetPast() {
    guard let past = state.past, past.turn != state.turn, state.outer == nil else { return }
    state.past = nil
  }

  private mutating func perform(_ node: Node) -> Target? {
    if case .classify(let classify) = node.kind {
      forget(node.forget)
      return enterClassify(node, classify)
    }
    // What it says may speak of what it forgets.
    speak(node.say, at: node.id)
    if case .say(let say) = node.kind { show(say, at: node.id) }
    forget(node.forget)
    switch node.kind {
    case .say, .classify: return leave(node, .next)
    case .ask(let ask): return enterAsk(node, ask)
    case .confirm(let confirm): return askConfirm(node, confirm, tries: 0)
    case .call(let call): return startCall(node, call)
    case .set(let set): return performSet(node, set)
    case .when(let when): return performWhen(node, when)
    case .llm(let llm): return startGeneration(node, llm)
    case .run(let run): return startRun(node, run)
    case .each(let each): return startEach(node, each)
    case .wait(let wait): return enterWait(node, wait)
    case .handoff(let handoff): return startHandoff(node, handoff)
    case .end(let end): return performEnd(end)
    }
  }

  /// The way out of a node. The compiler has given every outcome a destination.
  mutating func leave(_ node: Node, _ outcome: Outcome) -> Target? {
    record(.left(node.id, outcome))
    guard let target = node.next[outcome] else { return trouble(node.id, "outcome \(outcome) leads nowhere") }
    return target
  }

  /// What must not happen in a checked graph: one that was run has failed, else the turn stops.
  mutating func trouble(_ node: NodeID, _ reason: String) -> Target? {
    record(.trouble(node, reason))
    return state.callers.isEmpty ? stop() : leaveGraph(by: .failed)
  }

  /// Everything is as it was before the turn, and the thread waits where it waited. Once a write has started there is no way back to a
  /// question that asks for it: the run is over.
  private mutating func stop() -> Target? {
    stopped = true
    if let before = turn.before {
      before.restore(in: &state)
      graph = interpreter.talking(in: state)
      state.place = turn.origin
      turn.said = [phrases.stopped]
    } else {
      turn.said = [turn.hasWritten == true ? phrases.stoppedAfterWrite : phrases.stoppedAnew]
      clearRun()
      state.place = .beginning
    }
    turn.parts = []
    turn.buttons = nil
    turn.attachments = nil
    return nil
  }

  // MARK: Work

  mutating func resume(_ id: EffectID, with result: CallResult) {
    switch state.place {
    case .working(let pending): run(from: finish(pending, with: result))
    case .sharing(let progress): run(from: take(result, of: id, for: progress))
    case .beginning, .waiting, .ended: break
    }
  }

  mutating func finish(_ pending: PendingWork, with result: CallResult) -> Target? {
    switch (pending.purpose, pending.work) {
    case (.node, .call(let call)): return finishCall(call, with: result)
    case (.node, .generate(let generation)): return finishGeneration(generation, with: result)
    case (.node, .handoff(let request)): return finishHandoff(request, with: result)
    case (.lookup(let slot, let words, let progress), .call(let call)):
      return finishLookup(slot, words, progress, of: call, with: result)
    case (.undo(let wait), .call(let call)): return finishUndo(call, at: wait, with: result)
    case (.undo, .generate), (.undo, .handoff), (.lookup, .generate), (.lookup, .handoff):
      return trouble(pending.work.node, "this is the work of a tool")
    }
  }

  mutating func nextEffect() -> EffectID {
    state.effects += 1
    return EffectID(rawValue: state.effects)
  }

  // MARK: The end of a turn

  /// Hands the state over, with the effects of this stretch of the turn.
  mutating func finish(into result: inout ThreadState) -> [Effect] {
    if state.isWorking {
      state.open = turn
      effects += state.pendingWork.filter { !begun.contains($0.id) }.map(Effect.work)
    } else {
      keepSecondIntent()
      let reply = reply
      // What is not sent is nothing to wait for.
      noteReply(reply)
      if reply.isSilent { state.startTimers(deliveredUpTo: reply.id, at: turn.now, by: interpreter) }
      effects.append(.reply(reply))
    }
    result = state
    return effects
  }

  private var reply: Reply {
    let said = turn.said.filter { !$0.isEmpty }.joined(separator: "\n\n")
    // Who wrote something hears something.
    let text = said.isEmpty && turn.message != nil && !isRelayed ? phrases.nothingToSay : said
    return Reply(
      id: state.turn, answers: turn.message, text: text, buttons: shownButtons, attachments: turn.attachments ?? [],
      speaker: speaker, relayed: isRelayed, stopped: stopped)
  }

  /// To be told of every condition that is evaluated: coverage counts them.
  func decide(_ condition: Decision.Condition, _ holds: Bool = true) {
    interpreter.deciding?(Decision(graph: graph.name, condition: condition, holds: holds))
  }

  mutating func record(_ event: Event) {
    effects.append(.happened(state.graphName.map { event.inside($0) } ?? event))
  }

  // MARK: Waiting

  /// Waits for the answer to what this turn's reply asks.
  mutating func wait(_ wait: Wait) {
    var wait = wait
    wait.question = state.turn
    wait.buttons = buttons(at: wait.node)
    state.place = .waiting(wait)
    record(.waits(wait.node))
  }

  /// A question counts as asked from its delivery on.
  func isDelivered(_ wait: Wait) -> Bool { wait.question <= turn.seen }
}
