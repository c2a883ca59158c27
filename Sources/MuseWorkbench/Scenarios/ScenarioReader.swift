import MuseCompiler
import MuseDefinition
import MuseExpression
public import MuseSource

/// Reads scenario files: what is wrong with one is reported like what is wrong with a graph, all of it together.
public struct ScenarioReader {
  private(set) var diagnostics: [Diagnostic] = []

  /// The scenario, or nil where a finding is an error.
  public static func read(_ file: SourceFile) -> (scenario: Scenario?, diagnostics: [Diagnostic]) {
    let (root, findings) = FormChecker.read(file, as: ScenarioForm.file)
    var reader = ScenarioReader(diagnostics: findings)
    let isFormed = !findings.contains { $0.severity == .error }
    let scenario = isFormed ? root.flatMap { reader.file($0) } : nil
    return (reader.isBroken ? nil : scenario, reader.diagnostics)
  }

  /// The `talks` of a graph's file, in the order in which they are written. Their form is the graph's: its compiler checks it.
  public static func talks(in file: SourceFile) -> [(name: String, scenario: Scenario?, diagnostics: [Diagnostic])] {
    guard let root = FormChecker.tree(of: file) else { return [] }
    return (root["talks"]?.mapping ?? []).map { entry in
      var reader = ScenarioReader()
      let scenario = reader.talk(entry)
      return (entry.key.value, reader.isBroken ? nil : scenario, reader.diagnostics)
    }
  }

  private var isBroken: Bool { diagnostics.contains { $0.severity == .error } }

  private mutating func file(_ root: YAMLNode) -> Scenario? {
    guard let title = root["scenario"]?.located else { return nil }
    var scenario = body(root, title: title.value, at: title.location)
    scenario.graph = root["graph"]?.located
    return scenario
  }

  private mutating func talk(_ entry: YAMLEntry) -> Scenario {
    let (title, location) = (entry.key.value, entry.key.location)
    var scenario =
      if let lines = entry.value.sequence {
        Scenario(title: title, location: location, turns: lines.compactMap { turn($0) })
      } else {
        body(entry.value, title: title, at: location)
      }
    scenario.talk = title
    return scenario
  }

  private mutating func body(_ root: YAMLNode, title: String, at location: SourceLocation) -> Scenario {
    Scenario(
      title: title, location: location, now: root["now"].flatMap { dateTime($0) } ?? Scenario.standardNow,
      zone: root["zone"].flatMap { zone($0) }, locale: root["locale"]?.located?.map(LocaleID.init(rawValue:)),
      seed: root["seed"]?.located.flatMap { UInt64($0.value) } ?? 0,
      staffed: root["staffed"]?.located.flatMap { Bool($0.value) }, calendar: events(root["calendar"]),
      turns: (root["talk"]?.sequence ?? []).compactMap { turn($0) },
      calendarAfter: root["calendar_after"].map { Located(events($0), at: $0.location) })
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

  mutating func duration(_ node: YAMLNode) -> Duration? {
    let value = node.scalar.flatMap { WrittenLiteral.duration($0.value) }
    guard let value, value >= .zero else {
      report("bad-value", "This is no length of time.", "Write it like 30m or 1h30m.", node.location)
      return nil
    }
    return value
  }

  private mutating func zone(_ node: YAMLNode) -> Zone? {
    guard let name = node.scalar?.value else { return nil }
    if let zone = Zone(named: name) { return zone }
    report(
      "unknown-timezone", "'\(name)' is no time zone.", "Use a name of the IANA database, like Europe/London.", node.location,
      nearMiss: nearestName(to: name, among: Zone.names))
    return nil
  }

  mutating func report(
    _ id: DiagnosticID, _ message: String, _ advice: String, _ location: SourceLocation, nearMiss: String? = nil
  ) {
    diagnostics.append(Diagnostic(id: id, message: message, advice: advice, location: location, nearMiss: nearMiss))
  }
}
