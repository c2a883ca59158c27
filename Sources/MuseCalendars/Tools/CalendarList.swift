import MuseDefinition
import MuseExpression
import MuseRuntime

/// `calendar.list`: what stands in the calendar on a day of the call's zone, or from it to a last one, by start. A day may have 23 or 25 hours, and an
/// event that began the day before is still listed.
struct CalendarList: Tool {
  let id: ToolID = "calendar.list"
  let store: any CalendarStore

  func perform(_ request: ToolRequest) async throws(ToolFailure) -> ToolAnswer {
    let day = try request.day("day")
    let last = request.isAbsent("last") ? day : try request.day("last")
    let begin = request.zone.startOfDay(day)
    let end = max(begin, request.zone.startOfDay(last.adding(days: 1)))
    let entries = Schedule(try await store.events(for: request)).overlapping(begin..<end).sorted(by: CalendarEvent.comesBefore)
    return entries.isEmpty ? ToolAnswer("empty") : ToolAnswer("listed", ["entries": .list(entries.map(\.value))])
  }
}
