import MuseDefinition
import MuseExpression

/// `wait`: for a time, until an instant, for an event, or for a message; the first of them decides.
extension TurnMachine {
  /// Times count from here. What has passed already is due at once: the turn ends all the same.
  mutating func enterWait(_ node: Node, _ wait: WaitNode) -> Target? {
    var timers: [WaitTimer] = []
    do {
      if case .duration(let length)? = try wait.duration?.evaluate(in: context()) {
        timers.append(timer(.for, due: later(turn.now.adding(length) ?? .latest, at: node.id)))
      }
      if case .timestamp(let instant)? = try wait.until?.evaluate(in: context()) {
        timers.append(timer(.until, due: later(instant, at: node.id)))
      }
    } catch {
      return trouble(node.id, "it could not be told how long to wait: \(error.message)")
    }
    state.place = .waiting(Wait(node: node.id, question: state.turn, timers: timers, buttons: buttons(at: node.id)))
    record(.waits(node.id))
    return nil
  }

  /// What has just rung here and is past again would ring without end: not before a minute has gone.
  private func later(_ due: Instant, at node: NodeID) -> Instant {
    guard due <= turn.now, turn.message == nil, case .waiting(let wait) = turn.origin, wait.node == node else { return due }
    return turn.now.adding(.seconds(60)) ?? .latest
  }

  /// A message that leads nowhere else ends the wait, or hears that it goes on.
  mutating func hearWait(_ node: Node, _ wait: WaitNode) -> Target? {
    let asksBack = take(.repeat) || take(.help) || take(.skip)
    if wait.hearsMessages, !asksBack {
      // What it says is heard where the message leads: nothing of it is consumed here.
      turn.understood = true
      return leave(node, .message)
    }
    let hearing = hearTellings(at: node.id)
    if let target = hearing.leaves { return target }
    if asksBack || hearing.tookSomething, node.say != nil {
      speak(node.say, at: node.id)
    } else {
      say(phrases.waiting)
    }
    return nil
  }

  // MARK: Events

  /// Whether the wait, at which the thread stands, waits for this event.
  mutating func awaits(_ event: OutsideEvent, at wait: Wait) -> Bool {
    guard case .wait(let waiting)? = graph.nodes[wait.node]?.kind, let signature = graph.events[event.name] else { return false }
    let isWhole = signature.fields.allSatisfy { field in
      event.fields[field.name].map { $0.fits(field.type) } ?? field.type.isOptional
    }
    guard isWhole else { return false }
    seen = Dictionary(event.fields.map { ("event.\($0.key)", $0.value) }, uniquingKeysWith: { first, _ in first })
    defer { seen = [:] }
    return waiting.events.contains { awaited in
      guard awaited.name == event.name else { return false }
      guard let condition = awaited.condition else { return true }
      // A condition without a value does not hold.
      let holds = (try? condition.evaluate(in: context())) == .bool(true)
      decide(.event(wait.node, awaited.name), holds)
      return holds
    }
  }

  /// The event has come: its fields are kept, and the wait is over.
  mutating func take(_ event: OutsideEvent, at wait: Wait) {
    guard let node = graph.nodes[wait.node], case .wait(let waiting) = node.kind else { return }
    store(
      waiting.assignments.compactMap { assignment in
        event.fields[assignment.field].flatMap { $0 == .empty ? nil : (value: $0, target: assignment.target) }
      })
    run(from: leave(node, .event))
  }
}
