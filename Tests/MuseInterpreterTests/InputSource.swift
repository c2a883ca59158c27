import MuseDefinition
import MuseExpression
import MuseInterpreter

/// Inputs of every kind, fitting or not.
struct InputSource {
  let graph: ConversationGraph
  private let moves: [MoveSource]

  init(graph: ConversationGraph) {
    self.graph = graph
    moves = ([graph] + graph.others.values).map(MoveSource.init)
  }

  func next(after state: ThreadState, at now: Instant, _ random: inout SeededGenerator) -> Input {
    let later = now.adding(.seconds(Int64.random(in: 0...900, using: &random))) ?? now
    if let work = state.pendingWork.randomElement(using: &random), Int.random(in: 0..<5, using: &random) > 0 {
      return .result(work.id, result(of: work, &random))
    }
    switch Int.random(in: 0..<10, using: &random) {
    case 0...4: return .message(message(after: state, at: later, &random))
    case 5: return .delivered(ReplyID(rawValue: Int.random(in: 0...state.turn.rawValue + 1, using: &random)), at: later)
    case 6, 7:
      let timer = state.nextTimer?.id ?? TimerID(rawValue: Int.random(in: 0...9, using: &random))
      return .timer(TimerFiring(timer: timer, now: max(later, state.nextTimer?.due ?? later), seed: random.next()))
    case 8: return .event(event(at: later, &random))
    default:
      let deeds: [StaffAction.Deed] = [.takes, .says("Hello."), .returns, .closes]
      return .staff(
        StaffAction(id: "s", deed: deeds.randomElement(using: &random) ?? .takes, name: "Ann", now: later, seed: random.next()))
    }
  }

  /// The clock of an input that has one.
  func now(of input: Input) -> Instant? {
    switch input {
    case .message(let message): message.now
    case .delivered(_, let instant): instant
    case .timer(let firing): firing.now
    case .event(let event): event.now
    case .staff(let action): action.now
    case .result: nil
    }
  }

  private func message(after state: ThreadState, at now: Instant, _ random: inout SeededGenerator) -> Message {
    let source = moves.first { $0.graph.name == state.graphName } ?? moves[0]
    let heard = (0..<Int.random(in: 1...3, using: &random)).map { _ in Move(source.next(&random)) }
    return Message(
      id: "m", text: "something", moves: heard, now: now, zone: Bool.random(using: &random) ? "Asia/Tokyo" : nil,
      locale: Bool.random(using: &random) ? "de-AT" : nil,
      caller: Int.random(in: 0..<6, using: &random) == 0 ? Int.random(in: -1...2, using: &random) : nil, seed: random.next(),
      sender: "ann",
      seen: ReplyID(rawValue: Int.random(in: 0...state.turn.rawValue, using: &random)))
  }

  private func event(at now: Instant, _ random: inout SeededGenerator) -> OutsideEvent {
    let signature = graph.events.values.sorted { $0.name < $1.name }.randomElement(using: &random)
    let fields = (signature?.fields ?? []).map { ($0.name, moves[0].value(&random)) }
    return OutsideEvent(
      id: "e", name: signature?.name ?? "nothing", fields: Dictionary(fields, uniquingKeysWith: { first, _ in first }), now: now,
      seed: random.next())
  }

  private func result(of work: Work, _ random: inout SeededGenerator) -> CallResult {
    let fallbacks: [CallResult] = [.failed(reason: "down"), .unsure(reason: "slow"), .outcome("made_up", [:])]
    let fallback = fallbacks.randomElement(using: &random) ?? .failed(reason: "down")
    guard Int.random(in: 0..<4, using: &random) > 0 else { return fallback }
    switch work {
    case .call(let call):
      let outcomes = moves.lazy.compactMap { $0.graph.tools[call.tool] == nil ? nil : $0 }.first?.outcomes(random: &random)
      return outcomes?[call.tool]?(call) ?? fallback
    case .generate(let generation):
      switch generation.product {
      case .reply: return .outcome(.reply, ["text": .string("I think so.")])
      case .out:
        return .outcome(
          .out, ["mood": .string("calm"), "stars": .int(3), "out": .string("bill"), "line": moves[0].value(&random)])
      }
    case .handoff: return .outcome(Bool.random(using: &random) ? .queued : .unstaffed, [:])
    }
  }
}

extension Effect {
  var isWrite: Bool {
    guard case .work(let work) = self else { return false }
    return work.isWrite
  }
}
