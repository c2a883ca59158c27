import MuseDefinition
import MuseExpression

/// The newest lines of a thread, for language models. What a sensitive slot holds does not stand in them, as far as can be told.
extension TurnMachine {
  mutating func noteMessage() {
    if keepsTranscript { note(Line(speaker: .person, text: maskedMessage)) }
  }

  mutating func noteReply(_ reply: Reply) {
    if keepsTranscript { note(Line(speaker: reply.speaker == nil ? .graph : .staff, text: masked(reply.text))) }
  }

  private var keepsTranscript: Bool { interpreter.longestHistory > 0 }

  private mutating func note(_ line: Line) {
    guard !line.text.isEmpty else { return }
    state.transcript = Array((state.transcript + [line]).suffix(interpreter.longestHistory))
  }

  /// The text without what the sensitive slots of all the graphs at work hold, wherever it is printed.
  func masked(_ text: String) -> String { Sensitive(in: root, state, now: turn.now).masked(text) }

  /// The message without the words for sensitive slots. Where those cannot be told from the rest, nothing of it is kept.
  private var maskedMessage: String {
    let sensitive = Set(listening.slots.filter(\.isSensitive).map(\.id))
    guard !sensitive.isEmpty else { return turn.text }
    let secrets = turn.parts.filter { $0.tellingSlot.map(sensitive.contains) ?? false }
    let isUnclear = secrets.contains { $0.span == nil } || secrets.isEmpty && isAskedForSecret(among: sensitive)
    return isUnclear ? Sensitive.mask : Sensitive(in: root, state, now: turn.now).masked(turn.text, moves: secrets)
  }

  /// The graph in whose words the message was read.
  private var listening: ConversationGraph {
    guard let caller, caller > 0, caller <= state.callers.count else { return graph }
    return interpreter.graph(of: state.callers[state.callers.count - caller])
  }

  private func isAskedForSecret(among sensitive: Set<SlotID>) -> Bool {
    guard case .waiting(let wait) = state.place, let asked = wait.asked else { return false }
    return sensitive.contains(asked)
  }
}

extension ConversationGraph {
  /// The longest that some `llm` of the graph is shown.
  var longestHistory: Int {
    nodes.values.map { node in
      switch node.kind {
      case .llm(let llm): llm.history
      case .each(let each): each.body.history
      case .say, .ask, .classify, .confirm, .call, .set, .when, .run, .wait, .handoff, .end: 0
      }
    }.max() ?? 0
  }
}

extension EachNode.Body {
  fileprivate var history: Int {
    switch self {
    case .llm(let llm): llm.history
    case .call, .run: 0
    }
  }
}
