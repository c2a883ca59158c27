import MuseDefinition
import MuseSource

extension ConfirmNode {
  static let form = VerbForm(
    verb: .confirm, expects: .question,
    keys: [
      VerbForm.next,
      KeyForm(
        "covers", .oneOrMore(.word),
        summary: "The slots that a yes is about; a write needs a yes that covers every slot it reads."),
      KeyForm(
        "tries", .integer(1...100), summary: "How often it is asked in vain before the outcome 'exhausted'; 3 if left out."),
    ] + VerbForm.waiting,
    summary: "Asks a question that is answered with yes or no, or with a change of what it covers.")
}

extension NodeDocument.Confirm {
  init(_ fields: Fields) {
    self.init()
    text = fields.spoken("confirm")
    covers = fields.texts("covers")
    tries = fields.integer("tries")
  }
}

extension GraphChecker {
  mutating func buildConfirm(_ confirm: NodeDocument.Confirm, into draft: inout NodeDraft) {
    draft.verb = .confirm
    reportRepetitions(confirm.covers)
    let covers = confirm.covers.compactMap { resolveSlot($0) }
    let text = confirm.text.flatMap { speak($0, for: &draft) }
    draft.outcomes.ordinary = [.agreed, .refused] + (confirm.covers.isEmpty ? [] : [.changed])
    draft.outcomes.other = [.exhausted]
    if confirm.text == nil, confirm.covers.isEmpty {
      add(
        Rule.silentQuestion.finding(
          "'\(draft.id)' has neither a text nor slots that it covers.", at: draft.location,
          advice: "Write the question, or list in 'covers' what is confirmed."))
    }
    guard covers.count == confirm.covers.count, (text == nil) == (confirm.text == nil) else { return }
    draft.kind = .confirm(ConfirmNode(text: text, covers: covers, tries: confirm.tries?.value ?? 3))
  }
}
