import MuseDefinition

extension ClassifyNode {
  static let form = VerbForm(
    verb: .classify, expects: .filled(.list(.word)),
    keys: [VerbForm.next, KeyForm("reask", .spoken, summary: "What is said instead of 'say' when the question is asked again.")]
      + VerbForm.waiting,
    summary: "Decides which of the intents is wanted; where none has been said, it asks and waits.")
}

extension NodeDocument.Classify {
  init(_ fields: Fields) {
    self.init()
    intents = fields.texts("classify")
    reask = fields.spoken("reask")
  }
}

extension GraphChecker {
  mutating func buildClassify(_ classify: NodeDocument.Classify, into draft: inout NodeDraft) {
    draft.verb = .classify
    reportRepetitions(classify.intents)
    let intents = classify.intents.compactMap { resolveIntent($0) }
    let reask = classify.reask.flatMap { speak($0, for: &draft) }
    if draft.document.say == nil {
      add(
        Rule.silentQuestion.finding(
          "'\(draft.id)' waits without having said anything.", at: draft.location))
    }
    guard intents.count == classify.intents.count else { return }
    draft.outcomes.ordinary = intents.map { Outcome(rawValue: $0.rawValue) }
    draft.outcomes.other = [.other]
    draft.kind = .classify(ClassifyNode(intents: intents, reask: reask))
  }
}
