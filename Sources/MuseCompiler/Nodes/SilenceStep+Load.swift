import MuseDefinition
import MuseSource

extension SilenceStep {
  /// A silence is one step with what comes `then`, or a list of steps.
  static let expectation = Expectation.either([.record(chain), .list(.record(step))])

  private static let step = [
    KeyForm("after", .written, .required, summary: "How long nothing has been said, since the question or the step before."),
    KeyForm("say", .spoken, summary: "What is said then."),
    KeyForm("to", .word, summary: "The node where the conversation goes on then."),
  ]
  package static let chain =
    step + [KeyForm("then", .record(step), summary: "What happens when the silence goes on.")]
}

extension SilenceDocument {
  static func all(in node: YAMLNode?) -> [SilenceDocument] {
    guard let node else { return [] }
    if let items = node.sequence { return items.map { SilenceDocument($0) } }
    guard node.mapping != nil else { return [] }
    return [SilenceDocument(node)] + all(in: Fields(node, SilenceStep.chain)["then"])
  }

  private init(_ node: YAMLNode) {
    self.init(location: node.location)
    let fields = Fields(node, SilenceStep.chain)
    after = fields.text("after")
    say = fields.spoken("say")
    target = fields.text("to")
  }
}

extension GraphChecker {
  /// Nil where nothing is written, and where a step is wrong.
  mutating func buildSilence(of draft: inout NodeDraft) {
    let written = draft.document.silence
    guard !written.isEmpty else { return }
    checkOrder(of: written)
    var steps: [SilenceStep] = []
    for (index, step) in written.enumerated() {
      let text = step.say.flatMap { speak($0, for: &draft) }
      let node = step.target.flatMap { resolveNode($0) }
      if let place = step.target?.location {
        draft.exits.append(.init(outcome: .silence(index + 1), target: node.map { .node($0) } ?? .unknown, location: place))
      }
      if let step = built(step, text, node) { steps.append(step) }
    }
    if steps.count == written.count { draft.silence = steps }
  }

  /// The policy's: its texts are said at any wait.
  mutating func buildPolicySilence() -> [SilenceStep] {
    let written = document.policy.silence
    checkOrder(of: written)
    let steps = written.compactMap { step in
      let (text, reads) = reading { checker in step.say.flatMap { checker.checkSpoken($0, in: checker.scope.environment) } }
      policyReads += reads
      return built(step, text, step.target.flatMap { resolveNode($0) })
    }
    return steps.count == written.count ? steps : []
  }

  private mutating func built(_ step: SilenceDocument, _ text: SpokenText?, _ target: NodeID?) -> SilenceStep? {
    guard let after = step.after.flatMap({ checkedDuration($0) }) else { return nil }
    guard (text == nil) == (step.say == nil), (target == nil) == (step.target == nil) else { return nil }
    return SilenceStep(after: after, say: text, target: target)
  }

  /// A step that does nothing, and steps behind one that leaves, are never noticed by anybody.
  private mutating func checkOrder(of steps: [SilenceDocument]) {
    if let last = steps.last, last.say == nil, last.target == nil {
      add(Rule.silenceInVain.finding("After this silence nothing is said and nothing happens.", at: last.location))
    }
    for (step, following) in zip(steps, steps.dropFirst()) where step.target != nil {
      add(
        Rule.silenceInVain.finding(
          "The step before this one has left the question.", at: following.location,
          advice: "Take it out, or take 'to' out of the step before."))
    }
  }
}

extension Outcome {
  /// The way that the n-th step of a node's silence takes: it has a space, so that no author can name it.
  static func silence(_ number: Int) -> Outcome { Outcome(rawValue: "silence \(number)") }
}
