import MuseDefinition
import MuseSource

/// Holds a scenario against its graph: every name in it must be one of the graph's.
struct ScenarioCheck {
  private let graph: ConversationGraph
  private var diagnostics: [Diagnostic] = []

  static func findings(in scenario: Scenario, for graph: ConversationGraph) -> [Diagnostic] {
    var check = ScenarioCheck(graph: graph)
    for turn in scenario.turns { check.check(turn) }
    return check.diagnostics
  }

  private mutating func check(_ turn: ScenarioTurn) {
    if let node = turn.node {
      check("node", node.value.rawValue, among: graph.nodeOrder.map(\.rawValue), at: node.location)
    }
    let slots = graph.slots.map(\.id.rawValue) + graph.facts.map(\.id.rawValue)
    for slot in turn.slots { check("slot", slot.value.slot.rawValue, among: slots, at: slot.location) }
    for call in turn.calls where checkTool(call.value.tool, at: call.location) {
      let parameters = graph.tools[call.value.tool]?.takes.map(\.name) ?? []
      for name in call.value.arguments.keys.sorted() { check("argument", name, among: parameters, at: call.location) }
    }
    for call in turn.tools where checkTool(call.value.tool, at: call.location) { check(call) }
  }

  private mutating func check(_ call: Located<ScriptedCall>) {
    guard let tool = graph.tools[call.value.tool] else { return }
    let outcomes = tool.endings.map(\.outcome) + [.failed] + (tool.effect == .writes ? [.unsure] : [])
    check("outcome", call.value.outcome.rawValue, among: outcomes.map(\.rawValue), at: call.location)
    guard let ending = tool.endings.first(where: { $0.outcome == call.value.outcome }) else { return }
    let reader = ValueReader(zone: graph.zone, objects: graph.objects)
    for (name, written) in call.value.fields.sorted(by: { $0.key < $1.key }) {
      check("field", name, among: ending.fields.map(\.name), at: call.location)
      guard let field = ending.fields.first(where: { $0.name == name }), reader.value(written, as: field.type) == nil else {
        continue
      }
      report(
        "bad-value", "The field '\(name)' of '\(tool.id)' has another type.", "Write a value of its type.", at: call.location)
    }
  }

  private mutating func checkTool(_ tool: ToolID, at location: SourceLocation) -> Bool {
    check("tool", tool.rawValue, among: graph.tools.keys.map(\.rawValue), at: location)
    return graph.tools[tool] != nil
  }

  private mutating func check(_ kind: String, _ name: String, among known: [String], at location: SourceLocation) {
    guard !known.contains(name) else { return }
    report(
      DiagnosticID(rawValue: "unknown-\(kind)"), "The graph '\(graph.name)' has no \(kind) '\(name)' here.",
      "Use one of: \(known.sorted().joined(separator: ", ")).", at: location, nearMiss: nearestName(to: name, among: known))
  }

  private mutating func report(
    _ id: DiagnosticID, _ message: String, _ advice: String, at location: SourceLocation, nearMiss: String? = nil
  ) {
    diagnostics.append(Diagnostic(id: id, message: message, advice: advice, location: location, nearMiss: nearMiss))
  }

  private init(graph: ConversationGraph) { self.graph = graph }
}
