import MuseDefinition
import MuseSource

extension FlowRules {
  /// Cases of a `when` that cannot be chosen, where booleans and choices decide.
  @Sendable static func casesNeverTaken(_ graph: FlowGraph) -> [Diagnostic] {
    graph.drafts.flatMap { draft -> [Diagnostic] in
      guard case .when(let when) = draft.kind, case .when(let written) = draft.document.action,
        let table = ConditionTable(when.cases.map(\.condition), in: graph.scope)
      else { return [] }
      return findings(table, written)
    }
  }

  private static func findings(_ table: ConditionTable, _ when: NodeDocument.When) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for (index, item) in when.cases.enumerated() {
      if table.isNeverTrue(index) {
        findings.append(Rule.neverTaken.finding("This is never true.", at: item.condition.location))
      } else if index > 0, table.isCovered(index) {
        findings.append(
          Rule.neverTaken.finding("Where this is true, a case before it is true, too.", at: item.condition.location))
      }
    }
    if let otherwise = when.otherwise, table.isComplete {
      findings.append(Rule.neverTaken.finding("One of the cases is always true.", at: otherwise.location))
    }
    return findings
  }
}
