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
    let left = ([outer] + callers.reversed().map(\.outer)).enumerated().compactMap { depth, left in
      left.map { Standing(wait: $0.wait, isLeft: true, dropping: depth) }
    }
    return [Standing(wait: open, isLeft: false, dropping: 0)] + left
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
  mutating func startTimers(deliveredUpTo reply: ReplyID, at instant: Instant, by interpreter: Interpreter) {
    guard case .waiting(var wait) = place else { return }
    for (index, timer) in wait.timers.enumerated() {
      guard let delay = timer.starts, delay.afterDelivery <= reply else { continue }
      wait.timers[index].due = instant.adding(.milliseconds(delay.milliseconds)) ?? .latest
      wait.timers[index].starts = nil
    }
    if !wait.countsSilence, wait.question <= reply, let first = interpreter.silence(at: wait.node, in: self).steps.first {
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
  var withoutSilence: Place {
    if case .waiting(let wait) = self { .waiting(wait.withoutSilence) } else { self }
  }

  fileprivate func without(_ timer: TimerID) -> Place {
    if case .waiting(let wait) = self { .waiting(wait.without(timer)) } else { self }
  }
}

extension Wait {
  /// As it is when nobody has been silent yet.
  var withoutSilence: Wait {
    guard countsSilence else { return self }
    var wait = self
    wait.countsSilence = false
    wait.timers.removeAll(where: \.isSilence)
    return wait
  }

  func without(_ timer: TimerID) -> Wait {
    var wait = self
    wait.timers.removeAll { $0.id == timer }
    return wait
  }
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

/// What is said and done while a person is silent.
struct NoticedSilence {
  var steps: [SilenceStep] = []
  /// The node's, and not a policy's.
  var isOwn = false
  /// Whose policy it is, counted from the graph that talks: 1 is the one that runs it.
  var depth = 0
}

extension Interpreter {
  /// The silence that is noticed at a question: the node's, else that of its graph's policy, else of one that runs it, the innermost
  /// first. A `wait` and a `handoff` ask nothing.
  func silence(at id: NodeID, in state: ThreadState) -> NoticedSilence {
    guard let node = talking(in: state).nodes[id], node.asks else { return NoticedSilence() }
    if let steps = node.silence { return NoticedSilence(steps: steps, isOwn: true) }
    let graphs = [talking(in: state)] + state.callers.reversed().map { graph(of: $0) }
    guard let depth = graphs.firstIndex(where: { !$0.policy.silence.isEmpty }) else { return NoticedSilence() }
    return NoticedSilence(steps: graphs[depth].policy.silence, depth: depth)
  }
}

extension Node {
  fileprivate var asks: Bool {
    switch kind {
    case .ask, .classify, .confirm: true
    case .say, .llm, .call, .set, .when, .run, .each, .wait, .handoff, .end: false
    }
  }
}
