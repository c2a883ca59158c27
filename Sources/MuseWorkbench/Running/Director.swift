import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
import MuseSource

/// Directs a scenario: how calls of tools and of language models end in the turn at hand, and whether they came.
struct Director {
  let directions = StageDirections()
  let model = ScriptedLanguageModel()
  private let graphs: [ConversationGraph]
  private let reader: ValueReader
  private let json: TypedJSON

  init(graph: ConversationGraph, zone: Zone) {
    graphs = graph.withOthers
    reader = ValueReader(zone: zone, objects: graph.objects)
    json = TypedJSON(zone: zone, objects: graph.objects)
  }

  func prepare(_ turn: ScenarioTurn) {
    let scripts = turn.tools.map { calls in
      let directions = calls.value.endings.map { direction($0, of: calls.value.tool) }
      return (calls.value.tool, StageDirections.Script(directions: directions, isRepeated: calls.value.isRepeated))
    }
    directions.set(Dictionary(scripts, uniquingKeysWith: { first, _ in first }))
    model.clear()
    model.add(turn.models.map { ScriptedLanguageModel.Line(answer($0.value)) })
  }

  /// What the scenario says of calls that did not come, and what it does not say of those that came.
  func mismatches(in turn: ScenarioTurn, _ played: RehearsedTurn, isScripted: Bool) -> [Mismatch] {
    let unexpected = isScripted ? played.generations.dropFirst(turn.models.count) : []
    return unused(in: turn)
      + unexpected.map { generation in
        Mismatch(at: turn.occasion.location, of: .model, expected: nil, found: "\(generation.role): \(generation.prompt)")
      }
  }

  private func unused(in turn: ScenarioTurn) -> [Mismatch] {
    let unused = directions.unused
    let unasked = model.linesLeft.count
    let models = turn.models.suffix(unasked).map { answer in
      Mismatch(at: answer.location, of: .model, expected: "\(answer.value)", found: nil)
    }
    return models
      + turn.tools.filter { unused.contains($0.value.tool) }.map { calls in
        let outcomes = calls.value.endings.map(\.outcome.rawValue).joined(separator: ", ")
        return Mismatch(at: calls.location, of: .tools, expected: "\(calls.value.tool): \(outcomes)", found: nil)
      }
  }

  private func answer(_ answer: ScriptedModel) -> ScriptedLanguageModel.Line.Answer {
    switch answer {
    case .reply(let text): .reply(text)
    case .out(let fields): .out(json(of: fields))
    case .failed: .failure(.permanent(reason: "The scenario says so."))
    }
  }

  /// By the types that the graph asks language models for; what fits none of them is given as it is written.
  private func json(of fields: [String: WrittenValue]) -> JSONValue {
    let asked = graphs.flatMap { graph in graph.nodeOrder.compactMap { graph.nodes[$0] }.flatMap(\.asked) }
    return .object(
      Dictionary(
        uniqueKeysWithValues: fields.map { name, written in
          let types = asked.filter { $0.name == name }.map(\.type)
          let value = types.lazy.compactMap { reader.value(written, as: $0) }.first
          return (name, value.map(json.json(of:)) ?? .string(written.description))
        }))
  }

  private func direction(_ ending: ScriptedEnding, of tool: ToolID) -> StageDirections.Direction {
    if ending.outcome == .failed { return .fail(.notDone(reason: "The scenario says so.")) }
    if ending.outcome == .unsure { return .fail(.unknown(reason: "The scenario says so.")) }
    let signature = graphs.lazy.compactMap { $0.tools[tool] }.first
    let types = signature?.endings.first { $0.outcome == ending.outcome }?.fields ?? []
    return .answer(ToolAnswer(ending.outcome, reader.values(ending.fields, as: types)))
  }
}

extension Node {
  /// What it asks a language model for, by name.
  fileprivate var asked: [ToolSignature.Parameter] {
    switch kind {
    case .llm(let llm): llm.values
    case .each(let each):
      if case .llm(let llm) = each.body { llm.values } else { [] }
    case .say, .ask, .classify, .confirm, .call, .set, .when, .run, .wait, .handoff, .end: []
    }
  }
}

extension LanguageModelNode {
  fileprivate var values: [ToolSignature.Parameter] {
    if case .out(let values) = product { values } else { [] }
  }
}

extension ScriptedModel: CustomStringConvertible {
  /// In the manner of the file.
  public var description: String {
    switch self {
    case .reply(let text): "reply: \(text)"
    case .out(let fields): "out: \(WrittenValue.fields(fields))"
    case .failed: "failed"
    }
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
