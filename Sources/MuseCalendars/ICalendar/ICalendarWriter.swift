import MuseExpression
public import MuseRuntime

/// Prints events as an iCalendar object (RFC 5545) that every calendar program takes: a `.ics` file.
///
/// ```swift
/// let text = try await ICalendarWriter().calendar(of: "alice-1", in: store)
/// ```
/// The same events give the same text: stamps are those of the events' last change, and no clock is read.
public struct ICalendarWriter: Sendable {
  /// Who invites. Nil: the owner, where the owner's id is an e-mail address; else somebody without an address.
  public var organizer: CalendarEvent.Person?

  public init(organizer: CalendarEvent.Person? = nil) { self.organizer = organizer }

  /// One owner's whole calendar, by start.
  public func calendar(of owner: OwnerID, in store: any CalendarStore) async throws(StoreFailure) -> String {
    var writer = self
    if writer.organizer == nil, let address = EmailAddress(owner.rawValue) {
      writer.organizer = CalendarEvent.Person(id: address.text, name: address.text, email: address.text)
    }
    return writer.calendar(try await store.events(of: owner))
  }

  /// - Parameter events: one for an invitation, or many; an empty calendar is valid as well.
  public func calendar(_ events: [CalendarEvent]) -> String {
    let times = events.map { EventTimes($0) }
    var lines = [
      ContentLine("BEGIN", "VCALENDAR"), ContentLine("VERSION", "2.0"), ContentLine("PRODID", "-//musegraph//musegraph 1//EN"),
      ContentLine("CALSCALE", "GREGORIAN"),
    ]
    lines += zones(of: times).flatMap(\.lines)
    lines += zip(events, times).flatMap { component(of: $0, at: $1) }
    return (lines + [ContentLine("END", "VCALENDAR")]).map(\.folded).joined()
  }

  /// A calendar needs at least one component (RFC 5545, section 3.6), so an empty one names a zone.
  private func zones(of times: [EventTimes]) -> [ICalendarZone] {
    let named = Dictionary(grouping: times.filter { $0.zone != nil }, by: \.zone)
    let zones = named.compactMap { zone, times in zone.map { ($0, times.flatMap { [$0.start, $0.end] }) } }
    guard !times.isEmpty else { return [ICalendarZone(.utc, covering: [Instant(seconds: 0)])] }
    return zones.sorted { $0.0.name < $1.0.name }.map { ICalendarZone($0, covering: $1) }
  }

  private func component(of event: CalendarEvent, at times: EventTimes) -> [ContentLine] {
    var lines = [
      ContentLine("BEGIN", "VEVENT"), ContentLine("UID", text: event.id),
      ContentLine("DTSTAMP", ICalendarTime.utc(event.changed)),
      ContentLine("LAST-MODIFIED", ICalendarTime.utc(event.changed)), ContentLine("SEQUENCE", String(max(0, event.sequence))),
      times.line("DTSTART", times.start), times.line("DTEND", times.end), ContentLine("SUMMARY", text: event.title),
      ContentLine("STATUS", "CONFIRMED"),
    ]
    if let place = event.place { lines.append(ContentLine("LOCATION", text: place)) }
    // RFC 5545, section 3.8.4.3: an event with attendees has an organizer.
    if !event.people.isEmpty { lines.append(line("ORGANIZER", organizer)) }
    lines += event.people.map { person in
      line("ATTENDEE", person).with("ROLE", "REQ-PARTICIPANT").with("PARTSTAT", "NEEDS-ACTION")
    }
    return lines + [ContentLine("END", "VEVENT")]
  }

  /// The value must be a URI; `invalid:nomail` is what Exchange and Apple write for people whose address is not known.
  private func line(_ name: String, _ person: CalendarEvent.Person?) -> ContentLine {
    let line = ContentLine(name, person?.email.map { "mailto:" + percentEncoded($0) } ?? "invalid:nomail")
    guard let person, !person.name.isEmpty else { return line }
    return line.with("CN", person.name)
  }

  /// RFC 6068, section 2: what is no `unreserved`, `some-delims` or `@` is encoded.
  private func percentEncoded(_ address: String) -> String {
    let plain = "-._~!$'()*+,:@"
    return address.utf8.reduce(into: "") { encoded, byte in
      let scalar = Unicode.Scalar(byte)
      if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || plain.unicodeScalars.contains(scalar) {
        encoded.unicodeScalars.append(scalar)
      } else {
        encoded += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}

/// When an event is: on the clock of its zone where that clock shows both ends exactly once, else in UTC. (What a clock shows
/// twice means the first time, RFC 5545, section 3.3.5.)
private struct EventTimes {
  let start: Instant
  let end: Instant
  /// Nil for UTC.
  let zone: Zone?

  init(_ event: CalendarEvent) {
    let start = Instant(seconds: event.start.seconds)
    let end = Instant(seconds: event.end.seconds)
    self.start = start
    self.end = end
    let utcNames: Set<String> = ["UTC", "Etc/UTC", "Etc/UCT", "Etc/Zulu", "Etc/Universal", "UCT", "Zulu", "Universal"]
    let named = utcNames.contains(event.zone) ? nil : Zone(named: event.zone)
    zone = named.flatMap { zone in
      [start, end].allSatisfy { zone.resolve(zone.civil($0)) == .once($0) } ? zone : nil
    }
  }

  func line(_ name: String, _ instant: Instant) -> ContentLine {
    guard let zone else { return ContentLine(name, ICalendarTime.utc(instant)) }
    return ContentLine(name, ICalendarTime.local(zone.civil(instant))).with("TZID", zone.name)
  }
}
