import MuseDefinition
import MuseExpression
import MuseRuntime

extension CalendarStore {
  func events(for request: ToolRequest) async throws(ToolFailure) -> [CalendarEvent] {
    do {
      return try await events(of: request.owner)
    } catch {
      throw ToolFailure(error)
    }
  }

  func update(
    for request: ToolRequest, change: @escaping @Sendable (inout [CalendarEvent]) -> CalendarReceipt
  ) async throws(ToolFailure) -> CalendarReceipt {
    do {
      return try await update(request.owner, key: request.key, change: change)
    } catch {
      throw ToolFailure(error)
    }
  }
}

extension ToolFailure {
  /// A store that fails has stored nothing, so the write certainly did not happen.
  init(_ failure: StoreFailure) {
    switch failure {
    case .unavailable(let reason): self = .notDone(reason: "The calendar is out of reach: \(reason)")
    case .uncertain(let reason): self = .unknown(reason: "Nobody can tell whether the calendar has it: \(reason)")
    case .unreadable(let reason): self = .notDone(reason: "The calendar cannot be read: \(reason)")
    }
  }
}

extension ToolAnswer {
  static func clash(_ alternatives: [Instant]) -> ToolAnswer {
    ToolAnswer("clash", ["alternatives": .list(alternatives.map(Value.timestamp))])
  }
}
