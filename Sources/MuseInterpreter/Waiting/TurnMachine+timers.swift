import MuseDefinition
import MuseExpression

/// Timers: a silence counts from the delivery of the question, what a `wait` or a `handoff` waits for from its entry.
extension TurnMachine {
  mutating func nextTimer() -> TimerID {
    state.timers += 1
    return TimerID(rawValue: state.timers)
  }

  mutating func timer(_ outcome: Outcome, due: Instant) -> WaitTimer {
    WaitTimer(id: nextTimer(), purpose: .outcome(outcome), starts: nil, due: due)
  }

  mutating func fire(_ timer: WaitTimer, at standing: ThreadState.Standing) {
    switch timer.purpose {
    case .silence(let step): run(from: noticeSilence(step))
    case .outcome(let outcome):
      stand(at: standing)
      guard let node = graph.nodes[standing.wait.node] else { return }
      run(from: leave(node, outcome))
    }
  }

  /// What was left by a digression, or to run another graph, is what is open again.
  mutating func stand(at standing: ThreadState.Standing) {
    guard standing.isLeft else { return }
    dropGraphs(standing.dropping)
    takeUpLeft()
    state.place = .waiting(standing.wait)
  }

  // MARK: Silence

  private mutating func silenceTimer(_ step: Int, after delay: Duration) -> WaitTimer {
    WaitTimer(
      id: nextTimer(), purpose: .silence(step), starts: .init(milliseconds: delay.milliseconds, afterDelivery: state.turn),
      due: nil)
  }

  /// Says so, leaves, or goes on to the next step: the question stands as it was asked.
  private mutating func noticeSilence(_ index: Int) -> Target? {
    guard case .waiting(var wait) = state.place else { return nil }
    let silence = interpreter.silence(at: wait.node, in: state)
    let steps = silence.steps
    guard steps.indices.contains(index) else { return nil }
    speak(steps[index].say, at: wait.node, forCaller: silence.depth)
    if let target = steps[index].target {
      dropGraphs(silence.depth)
      // The policy speaks of the whole graph: what it leaves is left for good.
      if !silence.isOwn { state.outer = nil }
      return .node(target)
    }
    if steps.indices.contains(index + 1) { wait.timers.append(silenceTimer(index + 1, after: steps[index + 1].after)) }
    state.place = .waiting(wait)
    return nil
  }

  /// A text of a graph that runs the one that talks, with what that graph knows.
  private mutating func speak(_ text: SpokenText?, at node: NodeID, forCaller depth: Int) {
    var speaker = self
    speaker.dropGraphs(depth)
    speaker.speak(text, at: depth == 0 ? node : state.callers[state.callers.count - depth].node)
    turn.said = speaker.turn.said
    effects = speaker.effects
  }
}

extension Duration {
  /// Rounded down, at most about three hundred thousand years.
  var milliseconds: Int {
    let (seconds, attoseconds) = components
    let bounded = min(max(seconds, -9_000_000_000_000), 9_000_000_000_000)
    return Int(bounded * 1000 + attoseconds / 1_000_000_000_000_000)
  }
}
