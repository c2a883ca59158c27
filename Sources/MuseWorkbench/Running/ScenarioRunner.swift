public import MuseDefinition
import MuseExpression
import MuseInterpreter
public import MuseRuntime
import MuseSource

/// Holds the conversations of scenarios, and compares.
///
/// ```swift
/// let runner = ScenarioRunner(graph: graph, sources: sources) {
///   let calendars = InMemoryCalendarStore()
///   return .init(tools: CalendarTools.all(store: calendars, people: people), calendars: calendars)
/// }
/// let result = await runner.run(scenario)
/// ```
public struct ScenarioRunner: Sendable {
  /// What a scenario finds and leaves: made anew for each.
  public struct World: Sendable {
    public var tools: [any Tool]
    public var calendars: any CalendarStore

    public init(tools: [any Tool], calendars: any CalendarStore) {
      self.tools = tools
      self.calendars = calendars
    }
  }

  private let graph: ConversationGraph
  private let sources: GraphSources
  private let understanding: any Understanding
  private let makeWorld: @Sendable () -> World

  public init(
    graph: ConversationGraph, sources: GraphSources, understanding: (any Understanding)? = nil,
    world makeWorld: @escaping @Sendable () -> World
  ) {
    self.graph = graph
    self.sources = sources
    self.understanding = understanding ?? EmbeddedUnderstanding(graph: graph)
    self.makeWorld = makeWorld
  }

  /// Never throws: what goes wrong is a mismatch.
  public func run(_ scenario: Scenario) async -> ScenarioResult {
    let findings = ScenarioCheck.findings(in: scenario, for: graph)
    guard findings.isEmpty else { return ScenarioResult(scenario: scenario, findings: findings) }
    do {
      return try await play(scenario)
    } catch {
      let mismatch = Mismatch(at: scenario.location, of: "stage", expected: "a conversation", found: "\(error)")
      return ScenarioResult(scenario: scenario, turns: [.init(mismatches: [mismatch])])
    }
  }

  private func play(_ scenario: Scenario) async throws -> ScenarioResult {
    let zone = scenario.zone ?? graph.zone
    let world = makeWorld()
    let calendar = StagedCalendar(store: world.calendars, owner: Rehearsal.person, zone: zone)
    let clock = SettableTimeSource(scenario.now.instant(in: zone))
    let directions = StageDirections()
    try await calendar.fill(with: scenario.calendar.map(\.value), at: clock.now())
    let rehearsal = try await Rehearsal(
      on: .init(
        graph: graph, sources: sources, understanding: understanding, tools: staged(world.tools, directions), clock: clock,
        zone: scenario.zone))

    var turns: [ScenarioResult.Turn] = []
    for written in scenario.turns {
      if let later = written.later { clock.set(to: clock.now().adding(later) ?? clock.now()) }
      directions.set(scripted(written, in: zone))
      let turn = try await rehearsal.say(written.user.value)
      let comparison = TurnComparison(graph: graph, zone: zone, now: clock.now())
      turns.append(.init(written: written, turn: turn, mismatches: comparison.mismatches(between: written, and: turn)))
    }
    let after = try await calendar.mismatches(with: scenario.calendarAfter)
    return ScenarioResult(scenario: scenario, turns: turns, mismatchesAfter: after)
  }

  private func staged(_ tools: [any Tool], _ directions: StageDirections) -> [any Tool] {
    graph.tools.keys.sorted().map { id in
      StagedTool(id: id, real: tools.first { $0.id == id }, directions: directions)
    }
  }

  private func scripted(_ turn: ScenarioTurn, in zone: Zone) -> [ToolID: StageDirections.Direction] {
    let pairs = turn.tools.map { ($0.value.tool, direction($0.value, in: zone)) }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  private func direction(_ call: ScriptedCall, in zone: Zone) -> StageDirections.Direction {
    if call.outcome == .failed { return .fail(.notDone(reason: "The scenario says so.")) }
    if call.outcome == .unsure { return .fail(.unknown(reason: "The scenario says so.")) }
    let reader = ValueReader(zone: zone, objects: graph.objects)
    let types = graph.tools[call.tool]?.endings.first { $0.outcome == call.outcome }?.fields ?? []
    var fields: [String: Value] = [:]
    for field in types { fields[field.name] = call.fields[field.name].flatMap { reader.value($0, as: field.type) } }
    return .answer(ToolAnswer(call.outcome, fields))
  }
}
