/// What a digression has left, and comes back to.
package enum Left: Hashable, Sendable {
  /// A wait of the graph that digresses.
  case waiting(Wait)
  /// A wait of a graph that the one that digresses runs.
  case running(Parked)

  /// The wait that will be open again.
  var wait: Wait {
    switch self {
    case .waiting(let wait): wait
    case .running(let parked): parked.wait
    }
  }
}

/// Graphs that were run, and wait until a digression of the graph that runs them ends.
package struct Parked: Hashable, Sendable, Codable {
  /// The graph that digresses, at its `run`; then those that were run, the innermost last, at the node that waits.
  package var frames: [Frame]
  package var wait: Wait
  package var past: Past?
}

extension Left: Codable {
  private enum CodingKeys: String, CodingKey {
    case waiting, running
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .waiting(let wait): try container.encode(wait, forKey: .waiting)
    case .running(let parked): try container.encode(parked, forKey: .running)
    }
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if let parked = try container.decodeIfPresent(Parked.self, forKey: .running) {
      self = .running(parked)
    } else {
      self = .waiting(try container.decode(Wait.self, forKey: .waiting))
    }
  }
}

extension Left {
  func without(_ timer: TimerID) -> Left {
    switch self {
    case .waiting(let wait): return .waiting(wait.without(timer))
    case .running(var parked):
      parked.wait = parked.wait.without(timer)
      return .running(parked)
    }
  }
}
