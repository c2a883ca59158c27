import MuseDefinition
import MuseRuntime
import Synchronization

/// Which calls end otherwise than by being made, in the turn at hand.
final class StageDirections: Sendable {
  enum Direction {
    case answer(ToolAnswer)
    case fail(ToolFailure)
  }

  private let directions = Mutex<[ToolID: Direction]>([:])

  /// Those of the turn before are forgotten.
  func set(_ directions: [ToolID: Direction]) { self.directions.withLock { $0 = directions } }

  func direction(for tool: ToolID) -> Direction? { directions.withLock { $0[tool] } }
}

/// A tool on the stage of a scenario: it does as the scenario says, else as the real one does, where there is one.
struct StagedTool: Tool {
  let id: ToolID
  let real: (any Tool)?
  let directions: StageDirections

  func perform(_ request: ToolRequest) async throws(ToolFailure) -> ToolAnswer {
    switch directions.direction(for: id) {
    case .answer(let answer): return answer
    case .fail(let failure): throw failure
    case nil: break
    }
    guard let real else { throw .notDone(reason: "Nothing stands in for '\(id)' here.") }
    return try await real.perform(request)
  }
}
