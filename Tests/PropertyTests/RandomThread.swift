import Foundation
import MuseDefinition
import MuseExpression
import MuseInterpreter

/// A thread that gets inputs of every kind at random, and what came of them.
struct RandomThread {
  /// An input with what the interpreter gave for it.
  struct Step {
    var input: Input
    var effects: [Effect]
  }

  /// A broken promise, in words.
  struct Violation: Error, CustomStringConvertible {
    var description: String
  }

  let interpreter: Interpreter
  private(set) var state: ThreadState
  private(set) var steps: [Step] = []
  private var random: SeededGenerator
  private var now: Instant
  private var consent: ConsentOracle
  private var messages = 0

  init(graph: ConversationGraph, seed: UInt64, now: Instant) {
    interpreter = Interpreter(graph: graph)
    state = interpreter.start()
    random = SeededGenerator(seed: seed)
    self.now = now
    consent = ConsentOracle(graph: graph)
  }

  /// One input from outside, and all the work that follows from it.
  mutating func turn() throws {
    now = now.adding(.seconds(Int.random(in: 1...4_000, using: &random))) ?? now
    try give(nextInput())
    var rounds = 0
    while let work = state.pendingWork.randomElement(using: &random) {
      rounds += 1
      guard rounds < 2_000 else { throw Violation(description: "the turn has no end") }
      try give(.result(work.id, result(of: work)))
    }
    try checkRest()
  }

  private mutating func give(_ input: Input) throws {
    let before = state
    let effects = interpreter.advance(&state, with: input)
    steps.append(Step(input: input, effects: effects))
    for case .happened(.trouble(let node, let what)) in effects where !isWanted(what) {
      throw Violation(description: "trouble at \(node): \(what)")
    }
    try consent.check(input, effects, before: before, after: state)
    try checkDigression(input, effects, before: before)
  }

  /// What these graphs, their tools and their language models do wrong on purpose.
  private func isWanted(_ what: String) -> Bool {
    ["undeclared", "not asked for", "by zero"].contains { what.contains($0) }
  }

  private func checkRest() throws {
    switch state.place {
    case .waiting, .ended, .beginning: break
    case .working, .sharing: throw Violation(description: "the turn ended with work pending")
    }
    if state.open != nil { throw Violation(description: "a turn is open at rest") }
  }

  /// After a digression that only speaks, what is asked is exactly what was open. (In another zone times read otherwise.)
  private func checkDigression(_ input: Input, _ effects: [Effect], before: ThreadState) throws {
    guard case .message(let message) = input, message.moves.map(\.kind) == [.intent("about")], message.zone == nil,
      (message.caller ?? 0) == before.callers.count, before.outer == nil, before.callers.allSatisfy({ $0.outer == nil }),
      interpreter.graph.policy.digress["about"] == "told", case .waiting(let open) = before.place
    else { return }
    let talking = before.graphName.flatMap(interpreter.graph.graph) ?? interpreter.graph
    switch talking.nodes[open.node]?.kind {
    case .handoff, nil: return
    case .say, .ask, .classify, .confirm, .llm, .call, .set, .when, .run, .each, .wait, .end: break
    }
    guard open.undoing == nil, case .waiting(let after) = state.place else { return }
    guard after.node == open.node, after.asked == open.asked, after.options == open.options, after.tries == open.tries,
      state.graphName == before.graphName, state.slots == before.slots, state.callers == before.callers, state.outer == nil
    else {
      throw Violation(description: "a digression at \(open.node) came back to \(after.node)")
    }
  }

  // MARK: What happens

  private mutating func nextInput() -> Input {
    let moves = MoveSource(graph: interpreter.graph)
    if let timer = state.nextTimer, random.chance(15) {
      now = max(now, timer.due)
      return .timer(TimerFiring(timer: timer.id, now: now, seed: random.next()))
    }
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<4: return .timer(TimerFiring(timer: TimerID(rawValue: Int.random(in: 0...9, using: &random)), now: now, seed: 1))
    case 4..<8:
      return .event(
        OutsideEvent(id: messageID(), name: random.pick(["rang", "burnt"]), fields: ["times": .int(2)], now: now, seed: 1))
    case 8..<14:
      let deeds: [StaffAction.Deed] = [.takes, .says("Hello."), .returns, .closes]
      return .staff(StaffAction(id: messageID(), deed: random.pick(deeds), name: "Ann", now: now, seed: 1))
    case 14..<30: return .delivered(ReplyID(rawValue: Int.random(in: 0...(state.turn.rawValue + 1), using: &random)), at: now)
    default: return .message(message(moves))
    }
  }

  private mutating func messageID() -> MessageID {
    messages += 1
    return MessageID(rawValue: "m\(messages)")
  }

  private mutating func message(_ source: MoveSource) -> Message {
    let kinds =
      random.chance(10)
      ? [.intent("about")] : (0..<Int.random(in: 1...3, using: &random)).map { _ in source.next(&random, state) }
    let seen = random.chance(70) ? state.turn : ReplyID(rawValue: Int.random(in: 0...state.turn.rawValue, using: &random))
    // In the words of a graph that runs the one that talks.
    let caller = !state.callers.isEmpty && random.chance(40) ? Int.random(in: 1...state.callers.count, using: &random) : nil
    var message = Message(
      id: messageID(), text: "some words", moves: kinds.map { Move($0) }, now: now, caller: caller, seed: random.next(),
      sender: "ann", seen: seen)
    if random.chance(8) { message.pressed = random.pick([state.turn, .none, ReplyID(rawValue: .max)]) }
    if random.chance(3) { message.zone = random.pick(["Asia/Tokyo", "America/St_Johns"]) }
    return message
  }

  private mutating func result(of work: Work) -> CallResult {
    if random.chance(8) { return .failed(reason: "down") }
    if random.chance(4) { return .unsure(reason: "slow") }
    if random.chance(2) { return .outcome("made_up", [:]) }
    switch work {
    case .call(let call): return MoveSource(graph: interpreter.graph).result(of: call, &random)
    case .generate(let generation):
      if random.chance(20) { return .outcome("without", [:]) }
      switch generation.product {
      case .reply: return .outcome("reply", ["text": .string("A word.")])
      case .out: return .outcome("out", ["note": random.chance(90) ? .string("fine") : .int(3)])
      }
    case .handoff: return .outcome(random.pick(["queued", "queued", "unstaffed"]), [:])
    }
  }

  // MARK: For the one who reads a failure

  /// The last inputs, with what came of each.
  var newestSteps: String {
    steps.suffix(12).map { step in "\(step.input)\n" + step.effects.map { "    \($0)" }.joined(separator: "\n") }
      .joined(separator: "\n")
  }

  // MARK: Once more

  /// The same inputs, with the state written and read between any two of them, give the same bytes.
  func replay() throws {
    var again = interpreter.start()
    for (index, step) in steps.enumerated() {
      let effects = interpreter.advance(&again, with: step.input)
      guard effects == step.effects else { throw Violation(description: "input \(index + 1) gave other effects in the replay") }
      again = try JSONDecoder().decode(ThreadState.self, from: bytes(of: again))
    }
    guard try bytes(of: again) == bytes(of: state) else { throw Violation(description: "the replay ended in another state") }
  }

  private func bytes(of state: ThreadState) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try encoder.encode(state)
  }
}
