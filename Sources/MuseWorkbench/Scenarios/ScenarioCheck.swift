public import MuseDefinition
import MuseExpression
public import MuseSource

/// Holds a scenario against its graph: every name in it must be one of the graph's, or of a graph that it runs.
public struct ScenarioCheck {
  private let graph: ConversationGraph
  private let graphs: [ConversationGraph]
  private var diagnostics: [Diagnostic] = []

  public static func findings(in scenario: Scenario, for graph: ConversationGraph) -> [Diagnostic] {
    var check = ScenarioCheck(graph: graph)
    check.checkLocale(of: scenario)
    for turn in scenario.turns { check.check(turn) }
    return check.diagnostics
  }

  private init(graph: ConversationGraph) {
    self.graph = graph
    graphs = graph.withOthers
  }

  private mutating func check(_ turn: ScenarioTurn) {
    checkOccasion(turn.occasion)
    if let node = turn.node {
      check("node", node.value.rawValue, among: graphs.flatMap { $0.nodeOrder.map(\.rawValue) }, at: node.location)
    }
    for slot in turn.slots { check("slot", slot.value.slot.rawValue, among: variables, at: slot.location) }
    for word in turn.waitsFor {
      check("wait", word.value, among: slots + events.map(\.rawValue) + WaitWords.all, at: word.location)
    }
    for call in turn.calls where checkTool(call.value.tool, at: call.location) {
      for name in call.value.arguments.keys.sorted() { checkParameter(name, of: call.value.tool, at: call.location) }
    }
    for script in turn.tools where checkTool(script.value.tool, at: script.location) {
      for ending in script.value.endings { check(ending, of: script.value.tool, at: script.location) }
    }
  }

  private mutating func checkLocale(of scenario: Scenario) {
    guard let locale = scenario.locale, !graph.locales.contains(where: { $0.language == locale.value.language }) else { return }
    let known = graph.locales.map(\.rawValue)
    report(
      "unknown-locale", "'\(locale.value.rawValue)' is none of the locales of '\(graph.name)'.",
      "Use one of: \(known.joined(separator: ", ")).", at: locale.location,
      nearMiss: nearestName(to: locale.value.rawValue, among: known))
  }

  private mutating func checkParameter(_ name: String, of id: ToolID, at location: SourceLocation) {
    let known = tool(id)?.takes.map(\.name) ?? []
    guard !known.contains(name) else { return }
    let names = known.joined(separator: ", ")
    report(
      "unknown-parameter", "'\(id)' takes no '\(name)'.",
      names.isEmpty ? "Take it out: it takes nothing." : "Use one of: \(names).", at: location,
      nearMiss: nearestName(to: name, among: known))
  }

  private mutating func checkOccasion(_ occasion: Located<ScenarioTurn.Occasion>) {
    guard case .event(let name, let fields) = occasion.value else { return }
    check("event", name.rawValue, among: events.map(\.rawValue), at: occasion.location)
    guard let signature = graphs.lazy.compactMap({ $0.events[name] }).first else { return }
    checkFields(fields, as: signature.fields, of: "'\(name)'", at: occasion.location)
    let missing = signature.fields.filter { !$0.type.isOptional && fields[$0.name] == nil }.map { "'\($0.name)'" }
    if !missing.isEmpty {
      report(
        "missing-field", "The event '\(name)' has no \(missing.joined(separator: ", ")).", "Write all of its fields.",
        at: occasion.location)
    }
  }

  private mutating func check(_ ending: ScriptedEnding, of id: ToolID, at location: SourceLocation) {
    guard let tool = tool(id) else { return }
    check("outcome", ending.outcome.rawValue, among: tool.outcomes.map(\.rawValue), at: location)
    guard let declared = tool.endings.first(where: { $0.outcome == ending.outcome }) else { return }
    checkFields(ending.fields, as: declared.fields, of: "'\(id)'", at: location)
  }

  private mutating func checkFields(
    _ fields: [String: WrittenValue], as types: [ToolSignature.Parameter], of owner: String, at location: SourceLocation
  ) {
    let reader = ValueReader(zone: graph.zone, objects: graph.objects)
    for (name, written) in fields.sorted(by: { $0.key < $1.key }) {
      check("field", name, among: types.map(\.name), at: location)
      guard let field = types.first(where: { $0.name == name }), reader.value(written, as: field.type) == nil else { continue }
      report("bad-value", "The field '\(name)' of \(owner) has another type.", "Write a value of its type.", at: location)
    }
  }

  // MARK: Names

  private var slots: [String] { graphs.flatMap { $0.slots.map(\.id.rawValue) } }
  private var variables: [String] { slots + graphs.flatMap { $0.facts.map(\.id.rawValue) } }
  private var events: [EventName] { graphs.flatMap { $0.events.keys } }
  private func tool(_ id: ToolID) -> ToolSignature? { graphs.lazy.compactMap { $0.tools[id] }.first }

  private mutating func checkTool(_ id: ToolID, at location: SourceLocation) -> Bool {
    check("tool", id.rawValue, among: graphs.flatMap { $0.tools.keys.map(\.rawValue) }, at: location)
    return tool(id) != nil
  }

  private mutating func check(_ kind: String, _ name: String, among known: [String], at location: SourceLocation) {
    guard !known.contains(name) else { return }
    let names = Set(known).sorted().joined(separator: ", ")
    report(
      DiagnosticID(rawValue: "unknown-\(kind)"), "The graph '\(graph.name)' has no \(kind) '\(name)'.",
      names.isEmpty ? "Take it out: the graph has none." : "Use one of: \(names).", at: location,
      nearMiss: nearestName(to: name, among: known))
  }

  private mutating func report(
    _ id: DiagnosticID, _ message: String, _ advice: String, at location: SourceLocation, nearMiss: String? = nil
  ) {
    diagnostics.append(Diagnostic(id: id, message: message, advice: advice, location: location, nearMiss: nearMiss))
  }
}

extension SlotType {
  fileprivate var isOptional: Bool {
    switch self {
    case .optional: true
    case .text, .number, .integer, .boolean, .choice, .date, .time, .datetime, .duration, .daterange, .timerange, .email, .phone,
      .url, .person, .list, .object:
      false
    }
  }
}
