import MuseDefinition
import MuseExpression
import MuseRuntime

/// `calendar.move`: gives an event another start, unless something else stands there. Moving it to where it is changes nothing.
struct CalendarMove: Tool {
  let id: ToolID = "calendar.move"
  let store: any CalendarStore

  func perform(_ request: ToolRequest) async throws(ToolFailure) -> ToolAnswer {
    let meeting = try request.eventID("meeting")
    let start = try request.instant("start")
    let receipt = try await store.update(for: request) { events in
      Self.move(meeting, to: start, in: &events, for: request)
    }
    switch receipt {
    case .done(let event): return ToolAnswer("moved", ["event": event.value])
    case .clash(let alternatives): return .clash(alternatives)
    case .missing: throw .notDone(reason: "The event is no longer in the calendar.")
    }
  }

  private static func move(
    _ meeting: String, to start: Instant, in events: inout [CalendarEvent], for request: ToolRequest
  ) -> CalendarReceipt {
    guard let index = events.firstIndex(where: { $0.id == meeting }) else { return .missing }
    if events[index].start == start { return .done(events[index]) }
    let schedule = Schedule(events, except: meeting)
    let length = events[index].length
    guard schedule.isFree(start, forSeconds: length) else {
      let alternatives = Alternatives(schedule: schedule, zone: request.zone, now: request.now)
      return .clash(alternatives: alternatives.starts(near: start, seconds: length))
    }
    events[index].start = start
    events[index].sequence += 1
    events[index].changed = request.now
    return .done(events[index])
  }
}
