public import MuseDefinition
import MuseInterpreter

/// What a change of each slot does at each wait of a graph, as text: waits where the same comes about share a line.
///
/// ```
/// start
///   at agree           'changed' of agree → details
///   at retry_book      while the yes of agree lives, its 'changed' → details; else it is taken, and the question goes on
/// ```
public enum CorrectionText {
  public static func text(of graph: ConversationGraph) -> String {
    let rows = CorrectionTable(of: graph).rows
    return graph.slots.map { slot in section(of: slot.id, rows.filter { $0.slot == slot.id }, in: graph) }.joined(separator: "\n")
  }

  private static func section(of slot: SlotID, _ rows: [CorrectionTable.Row], in graph: ConversationGraph) -> String {
    var order: [[Course]] = []
    var waits: [[Course]: [String]] = [:]
    for row in rows {
      if waits[row.courses] == nil { order.append(row.courses) }
      waits[row.courses, default: []].append(row.isInside ? "inside \(row.wait)" : row.wait.rawValue)
    }
    let lines = order.map { courses in
      let places = "at \((waits[courses] ?? []).joined(separator: ", "))"
      let padding = String(repeating: " ", count: max(2, 18 - places.count))
      return "  \(places)\(padding)\(sentence(courses, in: graph))"
    }
    return ([slot.rawValue] + lines).joined(separator: "\n") + "\n"
  }

  private static func sentence(_ courses: [Course], in graph: ConversationGraph) -> String {
    let conditional = courses.dropLast().map { phrase($0, in: graph) }
    let last = courses.last.map { phrase($0, in: graph) } ?? ""
    return (conditional + [conditional.isEmpty ? last : "else \(last)"]).joined(separator: "; ")
  }

  private static func phrase(_ course: Course, in graph: ConversationGraph) -> String {
    switch course {
    case .changed(let confirm): "'changed' of \(confirm)\(way(from: confirm, in: graph))"
    case .voided(let confirm): "while the yes of \(confirm) lives, its 'changed'\(way(from: confirm, in: graph))"
    case .amended(let call, let node): "after \(call) has succeeded, its 'amend' → \(node)"
    case .done(let call): "after \(call) has succeeded, it stays as it is, and the person hears that it is done"
    case .redone(let node): "'redo' → \(node)"
    case .stays: "it is taken, and the question goes on"
    case .withIntent(let intents): "it is taken with \(intents.map(\.rawValue).joined(separator: " or ")), else not heard"
    case .caller(let run): "'changed' of \(run)\(way(from: run, in: graph))"
    case .unheard: "it is not heard"
    }
  }

  private static func way(from node: NodeID, in graph: ConversationGraph) -> String {
    switch graph.nodes[node]?.next[.changed] {
    case .node(let target): " → \(target)"
    case .back: " → back"
    case nil: ""
    }
  }
}
