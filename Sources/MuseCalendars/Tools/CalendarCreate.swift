import MuseDefinition
import MuseExpression
import MuseRuntime
import MuseSource

/// `calendar.create`: books an event, unless something stands there.
///
/// The same key books once, whatever came between: the store keeps the receipt, and the event's id is made from the key.
struct CalendarCreate: Tool {
  let id: ToolID = "calendar.create"
  let store: any CalendarStore

  func perform(_ request: ToolRequest) async throws(ToolFailure) -> ToolAnswer {
    let event = try CalendarEvent(asked: request)
    let receipt = try await store.update(for: request) { events in
      if let standing = events.first(where: { $0.id == event.id }) { return .done(standing) }
      let schedule = Schedule(events)
      guard schedule.isFree(event.start, forSeconds: event.length) else {
        let alternatives = Alternatives(schedule: schedule, zone: request.zone, now: request.now)
        return .clash(alternatives: alternatives.starts(near: event.start, seconds: event.length))
      }
      events.append(event)
      return .done(event)
    }
    switch receipt {
    case .done(let event): return ToolAnswer("created", ["event": event.value])
    case .clash(let alternatives): return .clash(alternatives)
    case .missing: throw .notDone(reason: "The key \"\(request.key)\" belongs to a change of another event.")
    }
  }
}

extension CalendarEvent {
  fileprivate init(asked request: ToolRequest) throws(ToolFailure) {
    self.init(
      id: CalendarEvent.id(owner: request.owner, key: request.key),
      title: try request.text("title"),
      start: try request.instant("start"),
      length: try request.seconds("length"),
      people: try request.people("people"),
      place: try request.optionalText("place"),
      zone: request.zone.name,
      sequence: 0,
      changed: request.now)
  }

  /// The same for the same key, so that a repetition and a replay make the same event. Says nothing about the owner, since it
  /// goes out in invitations. In the form of a UUID, version 8 (RFC 9562, section 5.8), as RFC 7986, section 5.3, asks of UIDs.
  private static func id(owner: OwnerID, key: String) -> String {
    var digits = Array(SHA256.hexadecimal(of: "\(owner.rawValue)\n\(key)".utf8).prefix(32))
    digits[12] = "8"
    digits[16] = "a"
    let groups = [digits[0..<8], digits[8..<12], digits[12..<16], digits[16..<20], digits[20..<32]]
    return groups.map { String($0) }.joined(separator: "-")
  }
}
