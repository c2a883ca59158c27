import MuseDefinition
import MuseExpression
import MuseSource

extension SayNode {
  static let form = VerbForm(
    verb: .say, expects: .spoken,
    keys: [
      VerbForm.next,
      KeyForm(
        "claims", .oneOrMore(.word),
        summary: "The outcomes of writes ('node.outcome') that the text speaks of as done; it is checked that they are."),
      KeyForm(
        "buttons", ButtonDocument.form,
        summary: "Answers to press, each by its label: a word for a move, '{intent: …}', or a slot with its value."),
      KeyForm("attach", .oneOrMore(.template), summary: "Addresses of files that a client is given beside the text."),
    ],
    summary: "Says a text and goes on.")
}

extension NodeDocument.Say {
  init(_ fields: Fields) {
    self.init()
    claims = fields.texts("claims")
    buttons = ButtonDocument.all(in: fields["buttons"])
    attachments = fields.texts("attach")
  }
}

extension GraphChecker {
  mutating func buildSay(_ say: NodeDocument.Say, into draft: inout NodeDraft) {
    draft.verb = .say
    draft.outcomes.ordinary = [.next]
    let buttons = say.buttons.compactMap { buildButton($0, in: &draft) }
    let attachments = say.attachments.compactMap { fill($0, for: &draft) }
    guard buttons.count == say.buttons.count, attachments.count == say.attachments.count else { return }
    draft.kind = .say(SayNode(claims: say.claims.compactMap { claim($0) }, buttons: buttons, attachments: attachments))
  }

  private func claim(_ text: WrittenText) -> SayNode.Claim? {
    let parts = text.value.split(separator: ".", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    return .init(node: NodeID(rawValue: String(parts[0])), outcome: Outcome(rawValue: String(parts[1])))
  }

  /// Claims name outcomes of other nodes, so they are looked up when all nodes are known.
  mutating func checkClaims(_ claims: [WrittenText], drafts: [NodeID: NodeDraft]) {
    for claim in claims { checkOutcomePath(claim, drafts: drafts) }
  }

  /// `node.outcome`, both of which must be there.
  mutating func checkOutcomePath(_ path: WrittenText, drafts: [NodeID: NodeDraft]) {
    let parts = path.value.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[1].isEmpty else {
      return add(
        Rule.unknownOutcome.finding(
          "'\(path.value)' is no outcome of a node.", at: path.location, advice: "Write the node and its outcome: 'node.outcome'."
        ))
    }
    let node = WrittenText(parts[0], at: path.location(of: 0..<parts[0].unicodeScalars.count))
    guard let id = resolveNode(node), let draft = drafts[id], draft.kind != nil else { return }
    let outcome = Outcome(rawValue: parts[1])
    guard !draft.outcomes.all.contains(outcome) else { return }
    let start = parts[0].unicodeScalars.count + 1
    reportUnknownOutcome(
      outcome, of: draft, at: path.location(of: start..<start + parts[1].unicodeScalars.count))
  }
}
