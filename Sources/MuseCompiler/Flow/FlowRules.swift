import MuseSource

/// The rules about the flow between nodes, in the order in which they are asked.
enum FlowRules {
  static let all: [@Sendable (FlowGraph) -> [Diagnostic]] = [
    unreachableNodes, backOutsideDigressions, deadEnds, turnsWithoutEnd, turnsTooLong, readsBeforeSet, writesWithoutConfirm,
    staleAnswers, falseClaims, pastWithoutChange, casesNeverTaken,
  ]
}
