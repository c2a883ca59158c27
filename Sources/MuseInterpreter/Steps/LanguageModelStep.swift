import MuseDefinition
import MuseExpression

/// `llm`: a language model speaks, or chooses values; the graph goes on by what was chosen.
extension TurnMachine {
  mutating func startGeneration(_ node: Node, _ llm: LanguageModelNode) -> Target? {
    guard let generation = generation(for: llm, at: node.id) else { return leave(node, .failed) }
    state.place = .working(PendingWork(work: .generate(generation), purpose: .node))
    return nil
  }

  /// Nil at the limit of a turn, and where the prompt has no text.
  mutating func generation(for llm: LanguageModelNode, at node: NodeID) -> Generation? {
    let asked = turn.generations ?? 0
    guard asked < root.policy.limits.modelCallsPerTurn else {
      record(.trouble(node, "the turn asks language models too often"))
      return nil
    }
    guard let prompt = render(llm.prompt, at: node) else { return nil }
    turn.generations = asked + 1
    let product: Generation.Product =
      switch llm.product {
      case .reply: .reply
      case .out: .out
      }
    return Generation(
      id: nextEffect(), node: node, role: llm.role, product: product, prompt: masked(prompt),
      history: Array(state.transcript.suffix(llm.history)))
  }

  mutating func finishGeneration(_ generation: Generation, with result: CallResult) -> Target? {
    guard let node = graph.nodes[generation.node], case .llm(let llm) = node.kind else {
      return trouble(generation.node, "a result came back to no language model")
    }
    if case .outcome(.without, _) = result, let without = llm.without { return .node(without) }
    guard let values = values(of: result, as: llm.product, at: node.id) else { return leave(node, .failed) }
    if case .reply = llm.product, case .string(let text)? = values["reply"] { say(text) }
    store(
      llm.assignments.compactMap { assignment in
        values[assignment.source ?? "reply"].flatMap { $0 == .empty ? nil : (value: $0, target: assignment.target) }
      })
    return leave(node, outcome(of: values, by: llm))
  }

  private func outcome(of values: [String: Value], by llm: LanguageModelNode) -> Outcome {
    guard llm.choices != nil, case .string(let word)? = values["out"] else { return .next }
    return Outcome(rawValue: word)
  }

  /// What was given by name, the reply's text as `reply`; nil where it is not what was asked for.
  mutating func values(
    of result: CallResult, as product: LanguageModelNode.Product, at node: NodeID
  ) -> [String: Value]? {
    switch (result, product) {
    case (.outcome(.reply, let fields), .reply):
      if case .string(let text)? = fields["text"], !text.isEmpty { return ["reply": .string(text)] }
    case (.outcome(.out, let fields), .out(let values)):
      let isWhole = values.allSatisfy { value in fields[value.name].map { $0.fits(value.type) } ?? value.type.isOptional }
      if isWhole { return fields }
    case (.outcome(.without, _), _), (.failed, _), (.unsure, _): return nil
    case (.outcome, _): break
    }
    record(.trouble(node, "a language model gave what was not asked for"))
    return nil
  }
}
