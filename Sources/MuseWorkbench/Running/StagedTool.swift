import MuseDefinition
import MuseRuntime
import Synchronization

/// Which calls end otherwise than by being made, in the turn at hand.
final class StageDirections: Sendable {
  enum Direction: Sendable {
    case answer(ToolAnswer)
    case fail(ToolFailure)
  }

  /// How the calls of one tool end.
  struct Script: Sendable {
    /// What is left, in order.
    var directions: [Direction]
    /// The only direction is that of every call.
    var isRepeated: Bool
    var isUsed = false
  }

  private let scripts = Mutex<[ToolID: Script]>([:])

  /// Those of the turn before are forgotten.
  func set(_ scripts: [ToolID: Script]) { self.scripts.withLock { $0 = scripts } }

  /// The tools whose calls did not come, or not as many as there are endings.
  var unused: [ToolID] {
    scripts.withLock { scripts in
      scripts.filter { $0.value.isRepeated ? !$0.value.isUsed : !$0.value.directions.isEmpty }.keys.sorted()
    }
  }

  func next(for tool: ToolID) -> Direction? {
    scripts.withLock { scripts in
      guard let script = scripts[tool], let direction = script.directions.first else { return nil }
      scripts[tool]?.isUsed = true
      if !script.isRepeated { scripts[tool]?.directions.removeFirst() }
      return direction
    }
  }
}

/// A tool on the stage of a scenario: it does as the scenario says, else as the real one does, where there is one.
struct StagedTool: Tool {
  let id: ToolID
  let real: (any Tool)?
  let directions: StageDirections

  func perform(_ request: ToolRequest) async throws(ToolFailure) -> ToolAnswer {
    switch directions.next(for: id) {
    case .answer(let answer): return answer
    case .fail(let failure): throw failure
    case nil: break
    }
    guard let real else { throw .notDone(reason: "Nothing stands in for '\(id)' here.") }
    return try await real.perform(request)
  }
}
