import MuseInterpreter

/// What each move does at each wait: `MoveTable`, in words.
extension ReferencePage {
  static var moveTable: [String] {
    [
      "## What comes of them",
      """
      Each move at each place that waits. Where a change of what was said before leads is told in <doc:Correction>; for a graph of \
      yours `musegraph explain graph.yaml` prints it.
      """,
    ]
      + MoveTable.Wait.allCases.flatMap { wait in
        ["### \(wait.heading)", Markdown.table(["Heard", "Leaves by", "What comes of it"], rows(at: wait))]
      }
  }

  /// Moves of which the same is said stand in one row.
  private static func rows(at wait: MoveTable.Wait) -> [[String]] {
    var rows: [(heard: [MoveTable.Heard], entry: MoveTable.Entry)] = []
    for heard in MoveTable.Heard.allCases {
      let entry = MoveTable.entry(for: heard, at: wait)
      if let same = rows.firstIndex(where: { $0.entry == entry }) {
        rows[same].heard.append(heard)
      } else {
        rows.append(([heard], entry))
      }
    }
    return rows.map { row in
      [row.heard.map(\.rawValue).joined(separator: ", "), row.entry.deed.outcome, Markdown.prose(row.entry.sentence)]
    }
  }
}

extension MoveTable.Wait {
  fileprivate var heading: String {
    switch self {
    case .beginning: "Before a run begins"
    case .classify: "At `classify`"
    case .ask: "At `ask`"
    case .choices: "At `ask` with `choices`"
    case .confirm: "At `confirm`"
    case .wait: "At `wait`"
    case .handoff: "At `handoff`, once somebody has come"
    case .undo: "At the offer to take a write back"
    case .digression: "In a digression"
    case .subgraph: "In a graph that `run` runs"
    }
  }
}

extension MoveTable.Deed {
  /// The outcome by which it leaves the node; empty where it does not.
  fileprivate var outcome: String {
    switch self {
    case .leaves("intent"): "the intent"
    case .leaves(let outcome): Markdown.code(outcome)
    case .begins, .takes, .goes, .returns, .reopens, .asksAgain, .helps, .counts, .keeps, .relays, .asMove, .asSilence, .asAt,
      .nothing, .never:
      ""
    }
  }
}
