import MuseExpression
import MuseRuntime
import MuseSource

/// The person's calendar in a scenario: what it holds before, and what it must hold after.
struct StagedCalendar {
  let store: any CalendarStore
  let owner: OwnerID
  let zone: Zone

  func fill(with events: [WrittenEvent], at now: Instant) async throws {
    for (index, written) in events.enumerated() {
      let event = event(written, number: index + 1, at: now)
      _ = try await store.update(owner, key: "scenario/\(index)") { events in
        events.append(event)
        return .done(event)
      }
    }
  }

  private func event(_ written: WrittenEvent, number: Int, at now: Instant) -> CalendarEvent {
    let people = (written.people ?? []).map { words in
      CalendarEvent.Person(id: words, name: words, email: words.contains("@") ? words : nil)
    }
    return CalendarEvent(
      id: "given-\(number)", title: written.title, start: written.start.instant(in: zone),
      length: written.length.map { Int($0.components.seconds) } ?? 30 * 60, people: people, place: written.place,
      zone: zone.name, sequence: 0, changed: now)
  }

  /// Compares all events, in whatever order they were written.
  func mismatches(with expected: Located<[Located<WrittenEvent>]>?) async throws -> [Mismatch] {
    guard let expected else { return [] }
    var rest = try await store.events(of: owner)
    var mismatches: [Mismatch] = []
    for event in expected.value {
      if let index = rest.firstIndex(where: { fits($0, event.value) }) {
        rest.remove(at: index)
      } else {
        mismatches.append(Mismatch(at: event.location, of: .calendar, expected: text(event.value), found: nil))
      }
    }
    for event in rest {
      mismatches.append(Mismatch(at: expected.location, of: .calendar, expected: nil, found: text(event)))
    }
    return mismatches
  }

  private func fits(_ event: CalendarEvent, _ written: WrittenEvent) -> Bool {
    let people = Set(event.people.flatMap { [$0.id, $0.name, $0.email].compactMap { $0 } })
    let fitsPeople = written.people.map { $0.count == event.people.count && people.isSuperset(of: $0) } ?? true
    let fitsLength = written.length.map { $0 == .seconds(event.length) } ?? true
    return ReplyPattern(written.title).matches(event.title) && event.start == written.start.instant(in: zone) && fitsLength
      && fitsPeople && (written.place == nil || written.place == event.place)
  }

  /// All that stands there, as a scenario would write it.
  func written() async throws -> [String] {
    try await store.events(of: owner).sorted { ($0.start, $0.title) < ($1.start, $1.title) }.map { event in
      var fields = ["title: \(ReplyPattern.literal(event.title).quotedForYAML)", "start: \"\(zone.civil(event.start).written)\""]
      if event.length != 30 * 60 { fields.append("length: \(Duration.seconds(event.length).written)") }
      if !event.people.isEmpty {
        fields.append("people: [\(event.people.map { ($0.email ?? $0.name).quotedForYAML }.joined(separator: ", "))]")
      }
      if let place = event.place { fields.append("place: \(place.quotedForYAML)") }
      return "{\(fields.joined(separator: ", "))}"
    }
  }

  private func text(_ written: WrittenEvent) -> String {
    let parts = [zone.civil(written.start.instant(in: zone)).written, written.length?.written, written.title]
    return (parts + [written.people?.joined(separator: ", "), written.place]).compactMap { $0 }.joined(separator: " · ")
  }

  private func text(_ event: CalendarEvent) -> String {
    let people = event.people.map { $0.email ?? $0.name }.joined(separator: ", ")
    let parts = [zone.civil(event.start).written, Duration.seconds(event.length).written, event.title, people, event.place ?? ""]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
