import MuseDefinition
import MuseExpression
import MuseRuntime

/// `calendar.find`: turns words ("the standup", "my 3pm meeting with Bob") into the events that they may mean.
struct CalendarFind: Tool {
  let id: ToolID = "calendar.find"
  let store: any CalendarStore

  func perform(_ request: ToolRequest) async throws(ToolFailure) -> ToolAnswer {
    let words = try request.text("words")
    let search = MeetingSearch(events: try await store.events(for: request), now: request.now, zone: request.zone)
    return ToolAnswer("found", ["matches": .list(search.matches(words).map(\.value))])
  }
}
