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
/// Several scenarios may be run at once: they share the graph and its understanding, and nothing else.
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

  public let graph: ConversationGraph
  public let sources: GraphSources
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
      let mismatch = Mismatch(at: scenario.location, of: .stage, expected: "a conversation", found: "\(error)")
      return ScenarioResult(scenario: scenario, turns: [.init(mismatches: [mismatch])])
    }
  }

  private func play(_ scenario: Scenario) async throws -> ScenarioResult {
    let zone = scenario.zone ?? graph.zone
    let world = makeWorld()
    let calendar = StagedCalendar(store: world.calendars, owner: Rehearsal.person, zone: zone)
    let director = Director(graph: graph, zone: zone)
    let clock = SettableTimeSource(scenario.now.instant(in: zone))
    try await calendar.fill(with: scenario.calendar.map(\.value), at: clock.now())
    let rehearsal = try await Rehearsal(
      on: .init(
        graph: graph, sources: sources, understanding: understanding,
        tools: ToolBench.staged(for: graph, running: world.tools, by: director.directions),
        models: LanguageModelBox(others: scenario.hasLanguageModel ? [director.model] : []),
        isStaffed: scenario.isStaffed, clock: clock, zone: scenario.zone,
        locale: scenario.locale?.value, seed: scenario.seed))
    let locale = scenario.locale?.value ?? graph.locale
    var turns: [ScenarioResult.Turn] = []
    for written in scenario.turns {
      director.prepare(written)
      let turn = try await rehearsal.play(
        written.occasion.value, after: written.later?.value, isDelivered: written.isDelivered)
      let reading = TurnReading(graph: graph, zone: zone, locale: locale, now: clock.now())
      let comparison = TurnComparison(written, turn, by: reading)
      turns.append(
        .init(
          written: written, turn: turn,
          mismatches: comparison.mismatches + director.mismatches(in: written, turn, isScripted: scenario.hasLanguageModel),
          actual: comparison.actual))
    }
    return ScenarioResult(
      scenario: scenario, turns: turns, mismatchesAfter: try await calendar.mismatches(with: scenario.calendarAfter),
      calendarAfter: try await calendar.written(), journal: await rehearsal.records())
  }
}
