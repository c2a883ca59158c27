import MuseDefinition
import MuseExpression
import MuseRuntime

/// `calendar.free_busy`: whether the owner could meet then, and if not, when else.
///
/// Busy is judged on the owner's calendar; people whose calendar is unknown are free (LANGUAGE, "Tools and types").
struct CalendarFreeBusy: Tool {
  let id: ToolID = "calendar.free_busy"
  let store: any CalendarStore

  func perform(_ request: ToolRequest) async throws(ToolFailure) -> ToolAnswer {
    let start = try request.instant("start")
    let length = try request.seconds("length")
    let except = try request.optionalEventID("except")
    let schedule = Schedule(try await store.events(for: request), except: except)
    if schedule.isFree(start, forSeconds: length) { return ToolAnswer("free") }
    let alternatives = Alternatives(schedule: schedule, zone: request.zone, now: request.now)
    let starts = alternatives.starts(near: start, seconds: length)
    return ToolAnswer("busy", ["alternatives": .list(starts.map(Value.timestamp))])
  }
}
