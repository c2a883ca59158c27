import MuseDefinition

/// What a message means where another graph asks.
extension MoveReader {
  /// Beside the question of another graph: requests for later, and changes.
  func beside() -> [Move] {
    let told = changes().told
    let foreign = foreignIntents(beside: told)
    let changed = changes(among: tellings(told, outside: foreign.map(\.tokens)))
    return sorted(foreign.map { move(.intent($0.intent), $0.tokens) } + (changed + tellings(of: foreign)).map(move))
  }

  /// What can mean nothing else, though the words fit the question of another graph as well.
  func certainly() -> [Move] {
    if let digression = digression() { return digression }
    let told = changes().told.filter { $0.naming != nil }
    return !told.isEmpty && covers(told, message.whole) ? told.map(move) : []
  }

  /// Nobody asked for them: values whose words name their slots, or that are the whole message and can be nothing else.
  private func changes(among told: [Told]) -> [Told] {
    let clear = told.filter { $0.naming != nil || !isFigure($0) }
    return covers(clear, message.whole) ? clear : clear.filter { $0.naming != nil }
  }

  /// Figures may be a part of anything.
  private func isFigure(_ told: Told) -> Bool {
    switch graph.slot(told.slot)?.type.item {
    case .number, .integer, .phone: true
    case .text, .boolean, .choice, .date, .time, .datetime, .duration, .daterange, .timerange, .email, .url, .person, .list,
      .optional, .object, nil:
      false
    }
  }
}
