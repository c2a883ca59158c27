package import MuseDefinition

extension ReferencePage {
  static let moves = ReferencePage(
    "Moves", title: "Moves", abstract: "What a message can mean: a closed set.",
    [
      """
      What a person says is turned into moves before the graph sees it. A message can hold several. *Repairs* are cancel, digress, \
      skip, repeat, help and start over: they mend the course of a conversation wherever it is.
      """,
      Markdown.table(
        ["Move", "Said, for example", "What it does"], MoveForm.all.map { [$0.name, $0.said, Markdown.prose($0.does)] }),
      """
      Besides moves, silence (a timer), an event from outside and a pressed button come in. A button is an exact move and is never \
      read as text.
      """,
    ] + moveTable)
}

/// A move as authors know it.
package struct MoveForm: Hashable, Sendable {
  package var name: String
  var said: String
  var does: String

  private init(_ name: String, said: String, _ does: String) {
    self.name = name
    self.said = said
    self.does = does
  }

  /// Every one there is.
  package static let all: [MoveForm] = [
    MoveForm(
      "fill", said: "tomorrow at 3",
      "Gives a slot its value: the one its words name, else one that is asked, else one that is not known."),
    MoveForm("change", said: "make it 4pm", "Gives a slot another value. Where that leads is told in <doc:Correction>."),
    MoveForm("add", said: "also invite Eve", "Adds to a list."),
    MoveForm("remove", said: "without Bob", "Takes out of a list."),
    MoveForm("replace", said: "Eve instead", "Puts one item in the place of the others."),
    MoveForm("reopen", said: "change the time", "Asks a slot again; the old value stands until it is replaced."),
    MoveForm("agree", said: "yes, please", "Answers a `confirm` that was heard: nothing else lets a tool write."),
    MoveForm("refuse", said: "no", "Answers a `confirm`; elsewhere it declines what is optional."),
    MoveForm("choose", said: "the second", "Picks from the list on offer."),
    MoveForm("none", said: "none of them", "Picks nothing from the list on offer: the outcome 'none'."),
    MoveForm(
      "intent", said: "book a meeting", "Says what is wanted: an outcome of `classify`, with the values that its examples mark."),
    MoveForm(
      "digress", said: "what can you do?",
      "An intent under `policy: digress`: it is answered beside, and the talk goes on where it was."),
    MoveForm("cancel", said: "forget it", "Leaves for where `policy: cancel` leads; in a digression it ends the digression."),
    MoveForm("skip", said: "skip that", "Declines an optional slot."),
    MoveForm("repeat", said: "what did you say?", "Says the open question once more."),
    MoveForm("help", said: "help", "Says the `help` of what is asked."),
    MoveForm("start over", said: "start over", "As cancel, then from `begin` with nothing known."),
    MoveForm("nonsense", said: "blue seven", "Understood in no part: one of the `tries`."),
  ]

  /// The name of the move's entry. A new kind of move does not compile before it has one.
  package static func name(of kind: Move.Kind) -> String {
    switch kind {
    case .tell(_, _, let edit):
      switch edit {
      case .plain: "fill"
      case .add: "add"
      case .remove: "remove"
      case .replace: "replace"
      }
    case .reopen: "reopen"
    case .agree: "agree"
    case .refuse: "refuse"
    case .choose: "choose"
    case .none: "none"
    case .intent: "intent"
    case .cancel: "cancel"
    case .skip: "skip"
    case .repeat: "repeat"
    case .help: "help"
    case .startOver: "start over"
    case .nonsense: "nonsense"
    }
  }
}
