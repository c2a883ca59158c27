public import MuseExpression

/// `wait`: for a time, until an instant, for an event from outside, or for a message; the first of them decides the outcome.
public struct WaitNode: Sendable {
  public struct AwaitedEvent: Sendable {
    public var name: EventName
    /// Over the event's fields, the slots and the facts; nil: any of that name.
    public var condition: CheckedExpression?

    public init(name: EventName, condition: CheckedExpression?) {
      self.name = name
      self.condition = condition
    }
  }

  public struct Assignment: Hashable, Sendable {
    public var target: SlotID
    /// A field of the event.
    public var field: String

    public init(target: SlotID, field: String) {
      self.target = target
      self.field = field
    }
  }

  /// A duration, from the entry of the node.
  public var duration: CheckedExpression?
  /// An instant; one that has passed is due at once.
  public var until: CheckedExpression?
  public var events: [AwaitedEvent]
  public var assignments: [Assignment]
  /// Any message that is not a repair ends the wait.
  public var hearsMessages: Bool

  public init(
    duration: CheckedExpression? = nil, until: CheckedExpression? = nil, events: [AwaitedEvent] = [],
    assignments: [Assignment] = [], hearsMessages: Bool = false
  ) {
    self.duration = duration
    self.until = until
    self.events = events
    self.assignments = assignments
    self.hearsMessages = hearsMessages
  }
}

/// What may come from outside, with typed fields.
public struct EventSignature: Hashable, Sendable {
  public var name: EventName
  public var fields: [ToolSignature.Parameter]

  public init(name: EventName, fields: [ToolSignature.Parameter]) {
    self.name = name
    self.fields = fields
  }
}
