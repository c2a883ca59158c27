import MuseDefinition
public import MuseExpression

extension ThreadState {
  /// When the next timer is due; nil where none is set.
  public var nextTimer: (id: TimerID, due: Instant)? {
    let set = standings.flatMap(\.wait.timers).compactMap { timer in timer.due.map { (id: timer.id, due: $0) } }
    return set.min { ($0.due, $0.id) < ($1.due, $1.id) }
  }

  /// The waits whose timers and events count: the open one, then those that digressions have left, innermost first.
  var standings: [Standing] {
    guard case .waiting(let open) = place else { return [] }
    var standings = [Standing(wait: open, isLeft: false, dropping: 0)]
    if case .waiting(let left)? = outer { standings.append(Standing(wait: left, isLeft: true, dropping: 0)) }
    for (depth, frame) in callers.reversed().enumerated() {
      guard case .waiting(let left)? = frame.outer else { continue }
      standings.append(Standing(wait: left, isLeft: true, dropping: depth + 1))
    }
    return standings
  }

  /// A wait, and what must end before the thread stands there again.
  struct Standing {
    var wait: Wait
    /// A digression has left it.
    var isLeft: Bool
    /// How many graphs were run since.
    var dropping: Int

    func has(_ timer: TimerID) -> WaitTimer? { wait.timers.first { $0.id == timer && $0.due != nil } }
  }

  /// A reply has reached the person: what counts from then on is set. With a question, the silence after it begins.
  mutating func startTimers(deliveredUpTo reply: ReplyID, at instant: Instant, in graph: ConversationGraph) {
    guard case .waiting(var wait) = place else { return }
    for (index, timer) in wait.timers.enumerated() {
      guard let delay = timer.starts, delay.afterDelivery <= reply else { continue }
      wait.timers[index].due = instant.adding(.milliseconds(delay.milliseconds)) ?? .latest
      wait.timers[index].starts = nil
    }
    if !wait.countsSilence, wait.question <= reply, let first = graph.silence(at: wait.node).steps.first {
      wait.countsSilence = true
      wait.timers.append(
        WaitTimer(id: TimerID(of: wait.question), purpose: .silence(0), due: instant.adding(first.after) ?? .latest))
    }
    place = .waiting(wait)
  }

  /// A timer fires once.
  mutating func remove(_ timer: TimerID) {
    place = place.without(timer)
    outer = outer?.without(timer)
    for index in callers.indices { callers[index].outer = callers[index].outer?.without(timer) }
  }
}

extension Place {
  /// The place with the timers of its wait for which the condition holds.
  fileprivate func keepingTimers(where holds: (WaitTimer) -> Bool) -> Place {
    guard case .waiting(var wait) = self, !wait.timers.isEmpty else { return self }
    wait.timers = wait.timers.filter(holds)
    return .waiting(wait)
  }

  /// As it is when nobody has been silent yet.
  var withoutSilence: Place {
    guard case .waiting(var wait) = self, wait.countsSilence else { return self }
    wait.countsSilence = false
    wait.timers.removeAll(where: \.isSilence)
    return .waiting(wait)
  }

  fileprivate func without(_ timer: TimerID) -> Place { keepingTimers { $0.id != timer } }
}

extension WaitTimer {
  var isSilence: Bool {
    switch purpose {
    case .silence: true
    case .outcome: false
    }
  }
}

extension TimerID {
  /// The first silence after a question is named by it: the state counts nothing until somebody is silent.
  fileprivate init(of question: ReplyID) { self.init(rawValue: -question.rawValue) }
}

extension ConversationGraph {
  /// The silence that is noticed at a question. A `wait` and a `handoff` ask nothing.
  func silence(at id: NodeID) -> (steps: [SilenceStep], isOwn: Bool) {
    guard let node = nodes[id] else { return ([], false) }
    switch node.kind {
    case .ask, .classify, .confirm: return (node.silence ?? policy.silence, node.silence != nil)
    case .say, .llm, .call, .set, .when, .run, .each, .wait, .handoff, .end: return ([], false)
    }
  }
}
