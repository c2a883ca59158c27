public import MuseDefinition

/// The language models that are configured, by the role that graphs name. Where one fails, the next of its role is asked.
public struct LanguageModelBox: Sendable {
  private let roles: [String: [any LanguageModel]]
  private let others: [any LanguageModel]

  /// - Parameter others: for every role that is not named.
  public init(_ roles: [String: [any LanguageModel]] = [:], others: [any LanguageModel] = []) {
    self.roles = roles
    self.others = others
  }

  /// In the order in which they are asked; empty: none is configured.
  public subscript(role: String) -> [any LanguageModel] { roles[role] ?? others }

  /// The roles of the graph, and of those that it runs, for which none is configured, sorted.
  public func missing(for graph: ConversationGraph) -> [String] {
    let graphs = graph.withOthers
    let wanted = Set(graphs.flatMap { $0.nodes.values.compactMap { $0.kind.languageModel?.role } })
    return wanted.filter { self[$0].isEmpty }.sorted()
  }
}

extension NodeKind {
  /// What an `llm` says, also in an `each`.
  var languageModel: LanguageModelNode? {
    switch self {
    case .llm(let node): node
    case .each(let each): each.body.languageModel
    case .say, .ask, .classify, .confirm, .call, .set, .when, .run, .wait, .handoff, .end: nil
    }
  }
}

extension EachNode.Body {
  fileprivate var languageModel: LanguageModelNode? {
    switch self {
    case .llm(let node): node
    case .call, .run: nil
    }
  }
}
