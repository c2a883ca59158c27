package import MuseDefinition

/// An outcome that nodes of a verb have: its name, and when it is taken.
package struct OutcomeForm: Sendable {
  package enum Name: Hashable, Sendable {
    case word(String)
    /// Named by what the node refers to: "each intent".
    case named(by: String)
  }

  package var name: Name
  /// A sentence for authors.
  package var taken: String

  fileprivate init(_ word: String, _ taken: String) {
    self.name = .word(word)
    self.taken = taken
  }

  fileprivate init(by source: String, _ taken: String) {
    self.name = .named(by: source)
    self.taken = taken
  }
}

extension Verb {
  /// Every outcome that a node of this verb can have. Empty: it has none, and says in its own way where it goes on.
  package var outcomes: [OutcomeForm] {
    switch self {
    case .say, .set: [OutcomeForm("next", "Always.")]
    case .ask: Self.ofAsk
    case .classify:
      [
        OutcomeForm(by: "each intent it lists", "The person wants this."),
        OutcomeForm("other", "A message came while it waited, and names none of the intents."),
      ]
    case .confirm: Self.ofConfirm
    case .llm:
      [
        OutcomeForm("next", "It answered."),
        OutcomeForm(by: "each value of a choice in 'out'", "It chose this value, instead of 'next'."),
        OutcomeForm("failed", "No language model gave an answer that can be used."),
      ]
    case .call: Self.ofCall
    case .when, .end: []
    case .run: Self.ofRun
    case .each:
      [
        OutcomeForm("done", "It went well for every item."),
        OutcomeForm("some", "It failed for some items and went well for others."),
        OutcomeForm("failed", "It failed for every item."),
      ]
    case .wait: Self.ofWait
    case .handoff: Self.ofHandoff
    }
  }

  private static let ofAsk = [
    OutcomeForm("done", "Everything it has to ask is known."),
    OutcomeForm("none", "The person wants none of the 'choices'. Only with 'choices'."),
    OutcomeForm("failed", "The tool behind a 'lookup' does not answer. Only where a slot has a 'lookup'."),
    OutcomeForm("exhausted", "It was not understood as often as 'tries' says."),
  ]

  private static let ofConfirm = [
    OutcomeForm("agreed", "The person said yes to this very question."),
    OutcomeForm("refused", "The person said no."),
    OutcomeForm("changed", "A slot that it covers is another now, even beside a yes or a no. Only with 'covers'."),
    OutcomeForm("exhausted", "It was not understood as often as 'tries' says."),
  ]

  private static let ofCall = [
    OutcomeForm(by: "each outcome that the tool declares", "The tool ended so."),
    OutcomeForm("failed", "It certainly was not done."),
    OutcomeForm("unsure", "Nobody can tell whether it was done. Only of a tool that writes."),
  ]

  private static let ofRun = [
    OutcomeForm(by: "each end of the graph it runs", "That graph ended so."),
    OutcomeForm("cancelled", "The person cancelled in it."),
    OutcomeForm("changed", "The person changed a slot of this graph meanwhile. Only where the node names it."),
    OutcomeForm("failed", "It could not be run to its end."),
  ]

  private static let ofWait = [
    OutcomeForm("for", "The time is over that 'for' says."),
    OutcomeForm("until", "The instant has come that 'until' says."),
    OutcomeForm("event", "An event has come that it waits for."),
    OutcomeForm("message", "The person has said something. Only with 'message: true'."),
  ]

  private static let ofHandoff = [
    OutcomeForm("returned", "The person who took over gave the conversation back."),
    OutcomeForm("closed", "The person who took over ended it."),
    OutcomeForm("unstaffed", "Nobody is there to take over."),
    OutcomeForm("timeout", "Nobody took over in time."),
  ]
}
