import MuseDefinition
import MuseInterpreter

/// What a thread waits for, in the words of scenarios: the slot that was asked for, the name of an event, or one of `all`.
struct WaitWords {
  static let all: Set<String> = ["intent", "yes", "choice", "time", "message", "person"]

  /// Sorted.
  let words: [String]

  init(of state: ThreadState?, in graph: ConversationGraph) {
    guard case .waiting(let wait)? = state?.place else {
      words = []
      return
    }
    let talking = state?.graphName.flatMap { graph.graph($0) } ?? graph
    var words = Self.words(of: wait, at: talking.nodes[wait.node])
    if state?.nextTimer != nil { words.insert("time") }
    self.words = words.sorted()
  }

  private static func words(of wait: Wait, at node: Node?) -> Set<String> {
    var words: Set<String> = wait.options.isEmpty ? [] : ["choice"]
    if let asked = wait.asked { words.insert(asked.rawValue) }
    switch node?.kind {
    case .classify: words.insert("intent")
    case .confirm: words.insert("yes")
    case .handoff: words.insert("person")
    case .wait(let wait):
      words.formUnion(wait.events.map(\.name.rawValue))
      if wait.hearsMessages { words.insert("message") }
    case .ask, .say, .llm, .call, .set, .when, .run, .each, .end, nil: break
    }
    return words
  }
}
