import MuseExpression

/// A VTIMEZONE: the changes of a zone's offset in the years that matter, each one written out.
///
/// No recurrence rules: the zone's rules are not always such (Morocco's follow the moon), and written-out changes are right for
/// all. Source: RFC 5545, section 3.6.5.
struct ICalendarZone {
  private struct Change {
    var instant: Int64
    var from: Int
    var to: Int
  }

  /// Changes of one kind are one component: the first is its start, the others are its RDATEs.
  private struct Observance: Hashable {
    var isDaylight: Bool
    var from: Int
    var to: Int
  }

  private let zone: Zone
  private var changes: [Change]

  /// - Parameter instants: those that must be right; the year of each is covered, and the ones before and after it.
  init(_ zone: Zone, covering instants: [Instant]) {
    self.zone = zone
    let years = Set(instants.map { zone.civil($0).date.year }.flatMap { [$0 - 1, $0, $0 + 1] }).sorted()
    changes = []
    for year in years {
      let start = zone.startOfDay(CivilDate(year: year, month: 1, day: 1)).seconds
      let end = zone.startOfDay(CivilDate(year: year + 1, month: 1, day: 1)).seconds
      let offset = Self.offset(zone, start)
      // Nothing is known of the years between two that are covered, but for the offset at their end.
      if let last = changes.last, last.to != offset { changes.append(Change(instant: start, from: last.to, to: offset)) }
      if changes.isEmpty { changes.append(Change(instant: start, from: offset, to: offset)) }
      changes += Self.changes(of: zone, from: start, to: end)
    }
  }

  var lines: [ContentLine] {
    var starts: [Observance: [Change]] = [:]
    var order: [Observance] = []
    for (index, change) in changes.enumerated() {
      let observance = Observance(isDaylight: isDaylight(at: index), from: change.from, to: change.to)
      if starts[observance] == nil { order.append(observance) }
      starts[observance, default: []].append(change)
    }
    let components = order.flatMap { Self.lines(of: $0, starting: starts[$0] ?? []) }
    return [ContentLine("BEGIN", "VTIMEZONE"), ContentLine("TZID", text: zone.name)] + components + [
      ContentLine("END", "VTIMEZONE")
    ]
  }

  /// Summer time by looks: the clock is put forward and, within a year, back again.
  private func isDaylight(at index: Int) -> Bool {
    guard changes[index].to > changes[index].from, changes.indices.contains(index + 1) else { return false }
    let next = changes[index + 1]
    return next.to < next.from && next.instant - changes[index].instant < 330 * 86_400
  }

  private static func lines(of observance: Observance, starting changes: [Change]) -> [ContentLine] {
    let kind = observance.isDaylight ? "DAYLIGHT" : "STANDARD"
    // The clock that is about to be changed still shows the old offset.
    let starts = changes.map { ICalendarTime.local(Zone.utc.civil(Instant(seconds: $0.instant + Int64(observance.from)))) }
    var lines = [ContentLine("BEGIN", kind), ContentLine("DTSTART", starts.first ?? "")]
    if starts.count > 1 { lines.append(ContentLine("RDATE", starts.dropFirst().joined(separator: ","))) }
    lines.append(ContentLine("TZOFFSETFROM", ICalendarTime.offset(observance.from)))
    lines.append(ContentLine("TZOFFSETTO", ICalendarTime.offset(observance.to)))
    return lines + [ContentLine("END", kind)]
  }

  private static func changes(of zone: Zone, from start: Int64, to end: Int64) -> [Change] {
    var found: [Change] = []
    var low = start
    while low < end {
      let high = min(low + 86_400, end)
      let (from, to) = (offset(zone, low), offset(zone, high))
      if from != to { found.append(Change(instant: change(of: zone, between: low, and: high), from: from, to: to)) }
      low = high
    }
    return found
  }

  /// The first second of the new offset.
  private static func change(of zone: Zone, between low: Int64, and high: Int64) -> Int64 {
    var (low, high) = (low, high)
    let before = offset(zone, low)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if offset(zone, middle) == before { low = middle } else { high = middle }
    }
    return high
  }

  private static func offset(_ zone: Zone, _ seconds: Int64) -> Int { zone.offset(at: Instant(seconds: seconds)) }
}
