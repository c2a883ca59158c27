import MuseDefinition
import MuseExpression
import MuseInterpreter

/// Reads a turn that was played in the words of scenarios.
struct TurnReading {
  let graph: ConversationGraph
  let zone: Zone
  let locale: LocaleID
  let now: Instant

  var matcher: ValueMatcher {
    ValueMatcher(formatter: ValueFormatter(now: now, zone: zone, locale: locale, objects: graph.objectTypes))
  }

  func actual(_ turn: RehearsedTurn) -> ActualTurn {
    let matcher = matcher
    let known = (graph.slots.map(\.id) + graph.facts.map(\.id) + others(in: turn.state)).compactMap { id in
      value(of: id, in: turn.state).map { (id, matcher.written($0)) }
    }
    return ActualTurn(
      reply: turn.text, buttons: turn.buttons, node: turn.waitingNode, waitsFor: WaitWords(of: turn.state, in: graph).words,
      slots: Dictionary(known, uniquingKeysWith: { first, _ in first }), calls: turn.calls.map(written),
      ending: turn.endings.last)
  }

  /// A default counts: it is what the graph reads.
  func value(of slot: SlotID, in state: ThreadState?) -> Value? {
    if let value = state?.slots[slot]?.value ?? state?.facts[slot] { return value }
    let talking = state?.graphName.flatMap { graph.graph($0) } ?? graph
    switch talking.slot(slot)?.defaultValue {
    case .value(let value): return value
    case .today: return .date(zone.civil(now).date)
    case .now: return .timestamp(now)
    case nil: return nil
    }
  }

  /// Of a graph that is being run.
  private func others(in state: ThreadState?) -> [SlotID] {
    guard state?.graphName != nil, let state else { return [] }
    return (Array(state.slots.keys) + Array(state.facts.keys)).sorted()
  }

  func written(_ call: Call) -> ActualTurn.Call {
    ActualTurn.Call(tool: call.tool, isWrite: call.effect == .writes, arguments: call.arguments.mapValues(matcher.written))
  }
}
