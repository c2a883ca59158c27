public import MuseSource

/// How a scenario went.
public struct ScenarioResult: Sendable {
  /// One line of the scenario, as it went.
  public struct Turn: Sendable {
    public var written: ScenarioTurn?
    public var turn: RehearsedTurn?
    public var mismatches: [Mismatch]

    init(written: ScenarioTurn? = nil, turn: RehearsedTurn? = nil, mismatches: [Mismatch]) {
      self.written = written
      self.turn = turn
      self.mismatches = mismatches
    }
  }

  public let scenario: Scenario
  /// What is wrong with the scenario itself: then it was not played.
  public let findings: [Diagnostic]
  public let turns: [Turn]
  /// Of the calendar, when all was said.
  public let mismatchesAfter: [Mismatch]

  init(scenario: Scenario, findings: [Diagnostic] = [], turns: [Turn] = [], mismatchesAfter: [Mismatch] = []) {
    self.scenario = scenario
    self.findings = findings
    self.turns = turns
    self.mismatchesAfter = mismatchesAfter
  }

  public var mismatches: [Mismatch] { turns.flatMap(\.mismatches) + mismatchesAfter }

  public var hasPassed: Bool { findings.isEmpty && mismatches.isEmpty }
}
