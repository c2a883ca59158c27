public import MuseExpression

/// What a thread waits for, as far as understanding a message needs to know: the interpreter makes it from its state.
///
/// The slots come in the order of focus (LANGUAGE, "Moves"): a value goes to the slot its words name, else to a slot of the open
/// question, else to any slot not yet said, else it is a change.
public struct Awaiting: Hashable, Sendable {
  public enum Question: Hashable, Sendable {
    /// A run has not begun, or has ended: the message opens the next one, at `begin`.
    case beginning
    case classify
    case ask
    case confirm
    /// A `wait`: only repairs, intents and changes of what was said before are heard.
    case wait
    /// A graph that this one runs asks: only digressions, changes of what was said before, and intents for later are heard.
    case beside
    /// Nothing is asked and nothing will be read.
    case nothing
  }

  public struct Slot: Hashable, Sendable {
    public var id: SlotID
    /// Nil where it is unset, or only its default stands.
    public var value: Value?
    /// A part of a `datetime` that was said before its other half.
    public var partial: Move.Telling?

    public init(id: SlotID, value: Value? = nil, partial: Move.Telling? = nil) {
      self.id = id
      self.value = value
      self.partial = partial
    }
  }

  /// One entry of a numbered list on offer.
  public struct Option: Hashable, Sendable, Codable {
    public var value: Value
    /// As it was printed to the person.
    public var label: String

    public init(value: Value, label: String) {
      self.value = value
      self.label = label
    }
  }

  /// A graph that waits for another, which it runs, and hears meanwhile what that one does not.
  public struct Caller: Hashable, Sendable {
    /// Counted from the graph that talks: 1 is the one that runs it.
    public var depth: Int
    public var awaiting: Awaiting

    public init(depth: Int, awaiting: Awaiting) {
      self.depth = depth
      self.awaiting = awaiting
    }
  }

  public var question: Question
  /// The graph whose words are to be understood: the one that was begun, or one that it runs.
  public var graph: GraphName?
  /// The one slot whose own question was delivered last: it may take free words.
  public var asked: SlotID?
  /// The slots of the open question, `asked` first: those an `ask` lists, those a `confirm` covers.
  public var open: [SlotID]
  /// Every slot of the graph, with what it holds now.
  public var slots: [Slot]
  /// The intents that the open `classify` declares; at `beginning` those of the first `classify` reached.
  public var intents: [IntentID]
  /// The intents that digress at any wait.
  public var digressions: [IntentID]
  /// The list on offer, and the slot that a choice fills.
  public var options: [Option]
  public var optionsFill: SlotID?
  /// What means nothing to the graph that talks is read for these, innermost first (`Message.caller`).
  public var callers: [Caller] = []
  /// Only what can mean nothing else counts: a digression that is certain, and values whose words name their slots and that are
  /// the whole message. Anything less is nonsense.
  public var isStrict: Bool = false

  public init(
    question: Question,
    asked: SlotID? = nil,
    open: [SlotID] = [],
    slots: [Slot] = [],
    intents: [IntentID] = [],
    digressions: [IntentID] = [],
    options: [Option] = [],
    optionsFill: SlotID? = nil
  ) {
    self.question = question
    self.asked = asked
    self.open = open
    self.slots = slots
    self.intents = intents
    self.digressions = digressions
    self.options = options
    self.optionsFill = optionsFill
  }
}
