public import MuseExpression

/// `run`: another graph talks until it ends; its ends are the node's outcomes.
public struct RunNode: Sendable {
  public struct Argument: Hashable, Sendable {
    /// A slot or a fact of the other graph.
    public var target: SlotID
    /// Over the slots and facts of this graph.
    public var expression: CheckedExpression

    public init(target: SlotID, expression: CheckedExpression) {
      self.target = target
      self.expression = expression
    }
  }

  public struct Assignment: Hashable, Sendable {
    public var target: SlotID
    /// The end on which it is assigned.
    public var outcome: Outcome
    /// A slot or a fact of the other graph.
    public var source: SlotID

    public init(target: SlotID, outcome: Outcome, source: SlotID) {
      self.target = target
      self.outcome = outcome
      self.source = source
    }
  }

  public var graph: GraphName
  public var arguments: [Argument]
  public var assignments: [Assignment]

  public init(graph: GraphName, arguments: [Argument], assignments: [Assignment]) {
    self.graph = graph
    self.arguments = arguments
    self.assignments = assignments
  }
}
