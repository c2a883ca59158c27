/// The one word on a node that says what it does.
public enum Verb: String, Hashable, Sendable, CaseIterable {
  case say, ask, classify, confirm, llm, call, set, when, run, each, wait, handoff, end

  /// Verbs that are plain keys on a node with this verb: `say` speaks first everywhere, a `call` sets, `each` calls.
  public var keysOnIt: Set<Verb> {
    switch self {
    case .say: []
    case .ask, .classify, .confirm, .set, .when, .handoff, .end: [.say]
    case .llm, .call, .run, .wait: [.say, .set]
    case .each: [.say, .set, .call, .llm, .run]
    }
  }
}
