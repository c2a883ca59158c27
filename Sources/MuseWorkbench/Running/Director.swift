import MuseDefinition
import MuseExpression
import MuseRuntime
import MuseSource

/// Directs a scenario: how calls end in the turn at hand, and whether they came.
struct Director {
  let directions = StageDirections()
  private let graphs: [ConversationGraph]
  private let reader: ValueReader

  init(graph: ConversationGraph, zone: Zone) {
    graphs = [graph] + graph.others.values
    reader = ValueReader(zone: zone, objects: graph.objects)
  }

  func prepare(_ turn: ScenarioTurn) {
    let scripts = turn.tools.map { calls in
      let directions = calls.value.endings.map { direction($0, of: calls.value.tool) }
      return (calls.value.tool, StageDirections.Script(directions: directions, isRepeated: calls.value.isRepeated))
    }
    directions.set(Dictionary(scripts, uniquingKeysWith: { first, _ in first }))
  }

  /// What the scenario says of calls that did not come.
  func mismatches(in turn: ScenarioTurn) -> [Mismatch] {
    let unused = directions.unused
    return turn.tools.filter { unused.contains($0.value.tool) }.map { calls in
      let outcomes = calls.value.endings.map(\.outcome.rawValue).joined(separator: ", ")
      return Mismatch(at: calls.location, of: .tools, expected: "\(calls.value.tool): \(outcomes)", found: nil)
    }
  }

  private func direction(_ ending: ScriptedEnding, of tool: ToolID) -> StageDirections.Direction {
    if ending.outcome == .failed { return .fail(.notDone(reason: "The scenario says so.")) }
    if ending.outcome == .unsure { return .fail(.unknown(reason: "The scenario says so.")) }
    let signature = graphs.lazy.compactMap { $0.tools[tool] }.first
    let types = signature?.endings.first { $0.outcome == ending.outcome }?.fields ?? []
    return .answer(ToolAnswer(ending.outcome, reader.values(ending.fields, as: types)))
  }
}

extension ValueReader {
  /// What can be read of them; what cannot was a finding.
  func values(_ written: [String: WrittenValue], as types: [ToolSignature.Parameter]) -> [String: Value] {
    var values: [String: Value] = [:]
    for field in types { values[field.name] = written[field.name].flatMap { value($0, as: field.type) } }
    return values
  }
}
