import MuseDefinition
import MuseExpression
import MuseRuntime

/// `calendar.delete`: calls an event off. One that is gone already counts as deleted: the person has what they wanted.
struct CalendarDelete: Tool {
  let id: ToolID = "calendar.delete"
  let store: any CalendarStore

  func perform(_ request: ToolRequest) async throws(ToolFailure) -> ToolAnswer {
    let meeting = try request.eventID("meeting")
    _ = try await store.update(for: request) { events in
      guard let index = events.firstIndex(where: { $0.id == meeting }) else { return .missing }
      return .done(events.remove(at: index))
    }
    return ToolAnswer("deleted")
  }
}
