public import MuseDefinition
public import MuseInterpreter
public import MuseSource

/// Something of a graph that a conversation can come to.
public enum CoveragePoint: Hashable, Sendable {
  case node(NodeID)
  /// A way out of a node that has several.
  case outcome(NodeID, Outcome)
  /// A case of a `when` that holds, or a condition of a slot or an event that comes out so.
  case condition(Decision.Condition, Bool)
  /// Something is heard, where this verb waits.
  case move(MoveTable.Heard, Verb)

  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case node, outcome, condition, move

    var plural: String { self.rawValue + "s" }
  }

  public var kind: Kind {
    switch self {
    case .node: .node
    case .outcome: .outcome
    case .condition: .condition
    case .move: .move
    }
  }

  /// Unique among those of one kind in a graph.
  public var name: String {
    switch self {
    case .node(let node): node.rawValue
    case .outcome(let node, let outcome): "\(node).\(outcome)"
    case .condition(.branch(let node, let index), _): index.map { "\(node) case \($0 + 1)" } ?? "\(node) else"
    case .condition(.allows(let slot), let holds): "\(slot) where \(holds)"
    case .condition(.needed(let slot), let holds): "\(slot) needed \(holds)"
    case .condition(.event(let node, let event), let holds): "\(node) \(event) where \(holds)"
    case .move(let move, let verb): "\(move.rawValue) at \(verb.rawValue)"
    }
  }

  /// For "x has …" of one that no conversation came to.
  var complaint: String {
    switch self {
    case .node(let node): "no conversation enters '\(node)'"
    case .outcome(let node, let outcome): "'\(node)' never ends with '\(outcome)'"
    case .condition(.branch(let node, let index), _):
      index.map { "case \($0 + 1) of '\(node)' never holds" } ?? "'\(node)' never takes its 'else'"
    case .condition(.allows(let slot), let holds): "'where' of '\(slot)' is never \(holds)"
    case .condition(.needed(let slot), let holds): "'needed' of '\(slot)' is never \(holds)"
    case .condition(.event(let node, let event), let holds): "'where' of '\(event)' at '\(node)' is never \(holds)"
    case .move(let move, let verb): "nobody says '\(move.rawValue)' at '\(verb.rawValue)'"
    }
  }
}

/// A point with its place, and how often conversations came to it.
public struct CoverageItem: Hashable, Sendable {
  public var point: CoveragePoint
  public var location: SourceLocation
  public var hits: Int
}
