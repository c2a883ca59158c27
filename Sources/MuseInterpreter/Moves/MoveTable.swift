/// What each move does at each wait: the one table of LANGUAGE, "Moves". Tests hold the hearing to it, pair by pair.
///
/// ```swift
/// for wait in MoveTable.Wait.allCases { print(MoveTable.entry(for: .agree, at: wait).sentence) }
/// ```
public enum MoveTable {
  /// What can be heard.
  public enum Heard: String, Hashable, Sendable, CaseIterable {
    case fill, change
    case addItem = "add an item"
    case removeItem = "remove an item"
    case reopen, agree, refuse, choose, none, intent
    case secondIntent = "second intent"
    case cancel, digress, skip, `repeat`, help
    case startOver = "start over"
    case nonsense, silence, event, button
  }

  /// Where it can be heard.
  public enum Wait: String, Hashable, Sendable, CaseIterable {
    case beginning, classify, ask
    /// An `ask` with a list on offer.
    case choices
    case confirm, wait, handoff
    /// The offer to take a write back.
    case undo
    case digression
    /// A wait in a graph that `run` runs.
    case subgraph
  }

  /// What comes of it.
  public enum Deed: Hashable, Sendable {
    /// A run begins, and the first question to come takes what was said.
    case begins
    /// The slot holds it, and the wait goes on.
    case takes
    /// By that outcome of the waiting node; an intent's outcome is its name.
    case leaves(String)
    /// To another node, without an outcome: where cancel, a digression, a correction or `begin` lead.
    case goes
    /// Out of the digression, to what was open.
    case returns
    /// The slot's own question is asked, its value standing.
    case reopens
    /// What is open is asked again; nothing changes.
    case asksAgain
    /// As `asksAgain`, with more help each time.
    case helps
    /// As `asksAgain`; one of the tries.
    case counts
    /// Kept for the next `classify` that declares it.
    case keeps
    /// Passed on to the person who has come.
    case relays
    /// As the same move, at the wait that it was heard at.
    case asMove
    /// As the silence of the wait, or of the policy, has it.
    case asSilence
    /// Heard as at the wait of that kind.
    case asAt(Wait)
    /// Nothing is heard.
    case nothing
    /// It cannot come about.
    case never
  }

  public struct Entry: Hashable, Sendable {
    public var deed: Deed
    public var sentence: String

    init(_ deed: Deed, _ sentence: String) {
      self.deed = deed
      self.sentence = sentence
    }
  }

  public static func entry(for heard: Heard, at wait: Wait) -> Entry {
    switch wait {
    case .beginning: atBeginning(heard)
    case .classify: atClassify(heard)
    case .ask: atAsk(heard)
    case .choices: atChoices(heard)
    case .confirm: atConfirm(heard)
    case .wait: atWait(heard)
    case .handoff: atHandoff(heard)
    case .undo: atUndo(heard)
    case .digression: inDigression(heard)
    case .subgraph: inSubgraph(heard)
    }
  }
}
