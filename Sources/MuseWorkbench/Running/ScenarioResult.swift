public import MuseRuntime
public import MuseSource

/// How a scenario went.
public struct ScenarioResult: Sendable {
  /// One line of the scenario, as it went.
  public struct Turn: Sendable {
    public var written: ScenarioTurn?
    public var turn: RehearsedTurn?
    public var mismatches: [Mismatch]
    /// What it would have to say to be as it went.
    var actual: ActualTurn?

    init(written: ScenarioTurn? = nil, turn: RehearsedTurn? = nil, mismatches: [Mismatch], actual: ActualTurn? = nil) {
      self.written = written
      self.turn = turn
      self.mismatches = mismatches
      self.actual = actual
    }
  }

  public let scenario: Scenario
  /// What is wrong with the scenario itself: then it was not played.
  public let findings: [Diagnostic]
  public let turns: [Turn]
  /// Of the calendar, when all was said.
  public let mismatchesAfter: [Mismatch]
  /// The calendar then, as a scenario would write it.
  let calendarAfter: [String]
  /// All that was journalled.
  public let journal: [JournalEntry]

  init(
    scenario: Scenario, findings: [Diagnostic] = [], turns: [Turn] = [], mismatchesAfter: [Mismatch] = [],
    calendarAfter: [String] = [], journal: [JournalEntry] = []
  ) {
    self.scenario = scenario
    self.findings = findings
    self.turns = turns
    self.mismatchesAfter = mismatchesAfter
    self.calendarAfter = calendarAfter
    self.journal = journal
  }

  public var mismatches: [Mismatch] { turns.flatMap(\.mismatches) + mismatchesAfter }

  public var hasPassed: Bool { findings.isEmpty && mismatches.isEmpty }
}
