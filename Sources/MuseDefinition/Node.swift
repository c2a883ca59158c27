public import MuseExpression
public import MuseSource

/// A node of a checked graph.
public struct Node: Sendable {
  public var id: NodeID
  public var kind: NodeKind
  /// Spoken once when the node is entered, before what it does; on `classify` it is the question.
  public var say: SpokenText?
  /// Unset on entry, back to the default where there is one.
  public var forget: [SlotID]
  /// What is said and done while the person is silent here; nil: as the policy has it.
  public var silence: [SilenceStep]?
  /// Complete: every outcome that the node's kind can have, with what `otherwise` adds.
  public var next: [Outcome: Target]
  /// Those of `next` that come from the graph's `otherwise`: drawings show them dotted.
  public var inherited: Set<Outcome>
  public var location: SourceLocation

  package init(
    id: NodeID, kind: NodeKind, say: SpokenText? = nil, forget: [SlotID] = [], silence: [SilenceStep]? = nil,
    next: [Outcome: Target] = [:], inherited: Set<Outcome> = [], location: SourceLocation
  ) {
    self.id = id
    self.kind = kind
    self.say = say
    self.forget = forget
    self.silence = silence
    self.next = next
    self.inherited = inherited
    self.location = location
  }
}

public enum Target: Hashable, Sendable {
  case node(NodeID)
  /// Leaves a digression.
  case back
}

/// What a node does. Closed: a new kind makes the compiler list every place to fill in.
public enum NodeKind: Sendable {
  case say(SayNode)
  case ask(AskNode)
  case classify(ClassifyNode)
  case confirm(ConfirmNode)
  case llm(LanguageModelNode)
  case call(CallNode)
  case set(SetNode)
  case when(WhenNode)
  case run(RunNode)
  case each(EachNode)
  case wait(WaitNode)
  case handoff(HandoffNode)
  case end(EndNode)
}

/// Speaks `text` and goes on. Its text is in the node's `say`.
public struct SayNode: Sendable {
  /// Outcomes that the text claims (`book.created`): checked by the prover.
  public var claims: [Claim]
  public var buttons: [ButtonTemplate]
  /// Addresses of files that go with the text.
  public var attachments: [TextTemplate]

  public init(claims: [Claim] = [], buttons: [ButtonTemplate] = [], attachments: [TextTemplate] = []) {
    self.claims = claims
    self.buttons = buttons
    self.attachments = attachments
  }

  public struct Claim: Hashable, Sendable {
    public var node: NodeID
    public var outcome: Outcome

    public init(node: NodeID, outcome: Outcome) {
      self.node = node
      self.outcome = outcome
    }
  }
}

public struct AskNode: Sendable {
  /// In the order in which they are asked.
  public var slots: [SlotID]
  /// How often in a row a message may be understood in no part.
  public var tries: Int
  /// A list to choose the first slot's value from; always asks.
  public var choices: CheckedExpression?
  /// What completes a part that is said of a `datetime`: its day beside a clock time, its clock time beside a day.
  public var like: [SlotID: CheckedExpression]

  public init(
    slots: [SlotID], tries: Int = 3, choices: CheckedExpression? = nil, like: [SlotID: CheckedExpression] = [:]
  ) {
    self.like = like
    self.slots = slots
    self.tries = tries
    self.choices = choices
  }
}

public struct ClassifyNode: Hashable, Sendable {
  public var intents: [IntentID]
  public var reask: SpokenText?

  public init(intents: [IntentID], reask: SpokenText? = nil) {
    self.intents = intents
    self.reask = reask
  }
}

public struct ConfirmNode: Sendable {
  /// Nil: lists what is known of `covers`, by label.
  public var text: SpokenText?
  /// Empty: a plain yes/no question.
  public var covers: [SlotID]
  public var tries: Int

  public init(text: SpokenText?, covers: [SlotID], tries: Int = 3) {
    self.text = text
    self.covers = covers
    self.tries = tries
  }
}

public struct CallNode: Sendable {
  public struct Argument: Hashable, Sendable {
    public var parameter: String
    public var expression: CheckedExpression

    public init(parameter: String, expression: CheckedExpression) {
      self.parameter = parameter
      self.expression = expression
    }
  }

  public struct Assignment: Hashable, Sendable {
    public var target: SlotID
    public var outcome: Outcome
    public var field: String

    public init(target: SlotID, outcome: Outcome, field: String) {
      self.target = target
      self.outcome = outcome
      self.field = field
    }
  }

  public var tool: ToolID
  public var effect: ToolSignature.Effect
  public var arguments: [Argument]
  public var assignments: [Assignment]
  /// The slots and the facts that `arguments` read: a live yes must cover the slots, and the facts must stand since it.
  public var readSlots: Set<SlotID>
  public var readFacts: Set<SlotID>
  /// For one attempt; nil: as the server's settings have it.
  public var timeout: Duration?
  /// How often it is tried in all; nil: as the server's settings have it.
  public var attempts: Int?
  /// Why a write may start without a live yes.
  public var freely: String?
  /// Where a change of what was written leads after it has succeeded; nil: the person hears that it is done.
  public var amend: NodeID?

  public init(
    tool: ToolID, effect: ToolSignature.Effect, arguments: [Argument], assignments: [Assignment], readSlots: Set<SlotID>,
    readFacts: Set<SlotID>, timeout: Duration? = nil, attempts: Int? = nil, freely: String? = nil, amend: NodeID? = nil
  ) {
    self.timeout = timeout
    self.attempts = attempts
    self.freely = freely
    self.amend = amend
    self.tool = tool
    self.effect = effect
    self.arguments = arguments
    self.assignments = assignments
    self.readSlots = readSlots
    self.readFacts = readFacts
  }

  /// Whether it, unless it certainly was not done, ends a yes that covers these slots: the yes was for it. What needs no yes and reads
  /// nothing that anybody agreed to ends none.
  package func spends(yesTo covers: Set<SlotID>) -> Bool {
    (freely == nil || !readSlots.isEmpty) && readSlots.isSubset(of: covers)
  }
}

public struct SetNode: Sendable {
  public struct Assignment: Hashable, Sendable {
    public var target: SlotID
    public var expression: CheckedExpression

    public init(target: SlotID, expression: CheckedExpression) {
      self.target = target
      self.expression = expression
    }
  }

  /// Carried out in order.
  public var assignments: [Assignment]

  public init(assignments: [Assignment]) { self.assignments = assignments }
}

public struct WhenNode: Sendable {
  public struct Case: Sendable {
    public var condition: CheckedExpression
    public var target: Target

    public init(condition: CheckedExpression, target: Target) {
      self.condition = condition
      self.target = target
    }
  }

  public var cases: [Case]
  /// Nil only where the cases were proved complete.
  public var otherwise: Target?

  public init(cases: [Case], otherwise: Target?) {
    self.cases = cases
    self.otherwise = otherwise
  }
}

public struct EndNode: Hashable, Sendable {
  public enum After: String, Hashable, Sendable {
    /// The next message begins a new run.
    case again
    case refuse
  }

  public var name: String
  public var after: After

  public init(name: String, after: After = .again) {
    self.name = name
    self.after = after
  }
}
