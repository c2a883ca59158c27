package import MuseDefinition
package import MuseExpression

/// One piece of work, and what it is for.
public struct PendingWork: Hashable, Sendable {
  package enum Purpose: Hashable, Sendable {
    /// The node's own.
    case node
    /// A slot's lookup, at an `ask`.
    case lookup(SlotID, SpokenWords, AskProgress)
    /// Takes back the write that was on offer at this wait; then the cancel that was asked for there goes on.
    case undo(Wait)
  }

  public var work: Work
  package var purpose: Purpose
}

/// An `each` at work.
public struct EachProgress: Hashable, Sendable, Codable {
  package enum Item: Hashable, Sendable, Codable {
    case waiting
    case working(Work)
    /// A graph at work on the item: a thread of its own, which never waits for a person.
    case running(Strand)
    /// With what is collected from it, and what was said in it.
    case ended(Outcome, [String: Value], said: [String])
    case failed
  }

  package var node: NodeID
  package var values: [Value]
  package var items: [Item]
}

/// The state of a graph that an `each` runs for one item.
package struct Strand: Hashable, Sendable, Codable {
  /// The graph that talks.
  package var graphName: GraphName?
  /// Those that wait for it.
  package var callers: [Frame]
  package var slots: [SlotID: SlotContent]
  package var facts: [SlotID: Value]
  package var work: Work
  package var steps: Int
  package var said: [String]
}

extension EachProgress {
  /// The graph at work on an item that waits for this.
  func strand(at work: EffectID) -> Strand? {
    for case .running(let strand) in items where strand.work.id == work { return strand }
    return nil
  }

  package var pending: [Work] {
    items.compactMap { item in
      switch item {
      case .working(let work): work
      case .running(let strand): strand.work
      case .waiting, .ended, .failed: nil
      }
    }.sorted { $0.id < $1.id }
  }
}
