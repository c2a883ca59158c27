public import MuseExpression

/// `each`: one call, language model or graph without waits per item of a list, several at a time; results in list order.
public struct EachNode: Sendable {
  public enum Body: Sendable {
    case call(CallNode)
    case llm(LanguageModelNode)
    case run(RunNode)
  }

  public struct Assignment: Hashable, Sendable {
    /// A list: it gets the field of every item that ended so, in the order of the items.
    public var target: SlotID
    public var outcome: Outcome
    public var field: String

    public init(target: SlotID, outcome: Outcome, field: String) {
      self.target = target
      self.outcome = outcome
      self.field = field
    }
  }

  public var list: CheckedExpression
  /// What an item is called in the body's expressions.
  public var item: String
  public var body: Body
  public var atOnce: Int
  public var assignments: [Assignment]

  public init(list: CheckedExpression, item: String, body: Body, atOnce: Int, assignments: [Assignment]) {
    self.list = list
    self.item = item
    self.body = body
    self.atOnce = atOnce
    self.assignments = assignments
  }
}
