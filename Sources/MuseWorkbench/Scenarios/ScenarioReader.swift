import MuseCompiler
import MuseDefinition
import MuseExpression
public import MuseSource

/// Reads scenario files: what is wrong with one is reported like what is wrong with a graph, all of it together.
public struct ScenarioReader {
  private var diagnostics: [Diagnostic] = []

  /// The scenario, or nil where a finding is an error.
  public static func read(_ file: SourceFile) -> (scenario: Scenario?, diagnostics: [Diagnostic]) {
    let (root, findings) = FormChecker.read(file, as: ScenarioForm.file)
    var reader = ScenarioReader(diagnostics: findings)
    let scenario = findings.contains { $0.severity == .error } ? nil : root.flatMap { reader.scenario(in: $0) }
    let isBroken = reader.diagnostics.contains { $0.severity == .error }
    return (isBroken ? nil : scenario, reader.diagnostics)
  }

  private mutating func scenario(in root: YAMLNode) -> Scenario? {
    guard let title = root["scenario"]?.located, let now = root["now"].flatMap({ dateTime($0) }) else { return nil }
    return Scenario(
      title: title.value, location: title.location, graph: root["graph"]?.located, now: now,
      zone: root["zone"].flatMap { zone($0) }, calendar: events(root["calendar"]),
      turns: (root["talk"]?.sequence ?? []).compactMap { turn($0) },
      calendarAfter: root["calendar_after"].map { Located(events($0), at: $0.location) })
  }

  private mutating func turn(_ node: YAMLNode) -> ScenarioTurn? {
    guard let user = node["user"]?.located else { return nil }
    return ScenarioTurn(
      user: user,
      later: node["later"].flatMap { duration($0) },
      tools: (node["tools"]?.mapping ?? []).compactMap { scriptedCall($0) },
      replies: (node["bot"]?.oneOrMore ?? []).compactMap { pattern($0) },
      node: node["at"]?.located?.map(NodeID.init(rawValue:)),
      slots: (node["slots"]?.mapping ?? []).map { slot($0) },
      calls: (node["calls"]?.sequence ?? []).flatMap { calls($0) },
      ending: node["ends"]?.located)
  }

  private mutating func pattern(_ node: YAMLNode) -> Located<ReplyPattern>? {
    guard let text = node.located else { return nil }
    let pattern = ReplyPattern(text.value)
    if pattern.complaint != nil {
      report(
        "bad-pattern", "'\(text.value)' is no regular expression.", "Mend it, or leave out the slashes and use '*'.",
        text.location)
    }
    return Located(pattern, at: text.location)
  }

  private func slot(_ entry: YAMLEntry) -> Located<SlotExpectation> {
    let slot = SlotID(rawValue: entry.key.value)
    return Located(SlotExpectation(slot: slot, value: entry.value.written), at: entry.key.location)
  }

  /// `calendar.create`, or `calendar.create: {title: "Sync"}`.
  private func calls(_ node: YAMLNode) -> [Located<CallExpectation>] {
    if let name = node.located { return [name.map { CallExpectation(tool: ToolID(rawValue: $0), arguments: [:]) }] }
    return (node.mapping ?? []).map { entry in
      let tool = ToolID(rawValue: entry.key.value)
      return Located(CallExpectation(tool: tool, arguments: entry.value.writtenFields), at: entry.key.location)
    }
  }

  /// `calendar.create: failed`, or `calendar.free_busy: {busy: {alternatives: ["2026-03-03 16:00"]}}`.
  private mutating func scriptedCall(_ entry: YAMLEntry) -> Located<ScriptedCall>? {
    let tool = ToolID(rawValue: entry.key.value)
    if let outcome = entry.value.located {
      return Located(ScriptedCall(tool: tool, outcome: Outcome(rawValue: outcome.value), fields: [:]), at: entry.key.location)
    }
    guard let ending = entry.value.mapping?.first, entry.value.mapping?.count == 1 else {
      report(
        "bad-value", "'\(tool)' needs one outcome.", "Write 'failed', 'unsure' or an outcome of the tool.", entry.value.location)
      return nil
    }
    let outcome = Outcome(rawValue: ending.key.value)
    return Located(ScriptedCall(tool: tool, outcome: outcome, fields: ending.value.writtenFields), at: entry.key.location)
  }

  // MARK: Calendar

  private mutating func events(_ node: YAMLNode?) -> [Located<WrittenEvent>] {
    (node?.sequence ?? []).compactMap { item in
      guard let title = item["title"]?.scalar?.value, let start = item["start"].flatMap({ dateTime($0) }) else { return nil }
      let length = item["length"].flatMap { duration($0) }
      let people = item["people"].map { $0.oneOrMore.compactMap { $0.scalar?.value } }
      let event = WrittenEvent(title: title, start: start, length: length, people: people, place: item["place"]?.scalar?.value)
      return Located(event, at: item.location)
    }
  }

  // MARK: Values

  private mutating func dateTime(_ node: YAMLNode) -> WrittenLiteral.DateTime? {
    let value = node.scalar.flatMap { WrittenLiteral.dateTime($0.value) }
    if value == nil {
      report("bad-value", "This is no day and clock time.", "Write it like \"2026-03-02 09:00\", in quotes.", node.location)
    }
    return value
  }

  private mutating func duration(_ node: YAMLNode) -> Duration? {
    let value = node.scalar.flatMap { WrittenLiteral.duration($0.value) }
    if value == nil { report("bad-value", "This is no length of time.", "Write it like 30m or 1h30m.", node.location) }
    return value
  }

  private mutating func zone(_ node: YAMLNode) -> Zone? {
    guard let name = node.scalar?.value else { return nil }
    if let zone = Zone(named: name) { return zone }
    report(
      "unknown-zone", "'\(name)' is no time zone.", "Use a name of the IANA database, like Europe/London.", node.location,
      nearMiss: nearestName(to: name, among: Zone.names))
    return nil
  }

  private mutating func report(
    _ id: DiagnosticID, _ message: String, _ advice: String, _ location: SourceLocation, nearMiss: String? = nil
  ) {
    diagnostics.append(Diagnostic(id: id, message: message, advice: advice, location: location, nearMiss: nearMiss))
  }
}
