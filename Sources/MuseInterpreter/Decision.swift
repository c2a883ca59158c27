public import MuseDefinition

/// How a condition of a graph came out. Coverage counts them; they are no part of the thread, since the same inputs give the same
/// decisions again.
public struct Decision: Hashable, Sendable {
  public enum Condition: Hashable, Sendable {
    /// The case of a `when` that held, counted from 0; nil: its `else`.
    case branch(NodeID, Int?)
    /// `where` of a slot.
    case allows(SlotID)
    /// `needed` of a slot.
    case needed(SlotID)
    /// `where` of an event that a `wait` waits for.
    case event(NodeID, EventName)
  }

  public var graph: GraphName
  public var condition: Condition
  public var holds: Bool

  public init(graph: GraphName, condition: Condition, holds: Bool) {
    self.graph = graph
    self.condition = condition
    self.holds = holds
  }
}
