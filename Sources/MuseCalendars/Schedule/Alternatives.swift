import MuseExpression

/// Offers other starts for a meeting whose time is taken: at most three, free, in the future, within working hours, on the
/// quarter of an hour; those of the wanted day first, those near the wanted time first, and half an hour apart so that there is
/// a choice.
struct Alternatives {
  private static let limit = 3
  private static let opens = TimeOfDay(hour: 8)
  private static let closes = TimeOfDay(hour: 18)
  private static let step = 15 * 60
  private static let spacing: Int64 = 30 * 60
  private static let daysAhead = 14

  let schedule: Schedule
  let zone: Zone
  let now: Instant

  /// Sorted by time. Empty where nothing is free within two weeks, or the meeting is longer than a working day.
  func starts(near wanted: Instant, seconds length: Int) -> [Instant] {
    let civil = zone.civil(wanted)
    var found: [Instant] = []
    for day in days(from: civil.date) where found.count < Self.limit {
      let target = zone.resolve(CivilDateTime(date: day, time: civil.time)).firstReading
      found += nearest(to: target, among: free(on: day, seconds: length), atMost: Self.limit - found.count)
    }
    return found.sorted()
  }

  /// The wanted day and those after it; no weekend, unless it was asked for.
  private func days(from wanted: CivilDate) -> [CivilDate] {
    let first = max(wanted, zone.civil(now).date)
    return (0...Self.daysAhead).map(first.adding(days:)).filter { $0 == wanted || wanted.isWeekend || !$0.isWeekend }
  }

  private func free(on day: CivilDate, seconds length: Int) -> [Instant] {
    let closing = zone.resolve(CivilDateTime(date: day, time: Self.closes)).firstReading
    let busy = schedule.narrowed(to: zone.startOfDay(day)..<closing)
    return stride(from: Self.opens.secondOfDay, to: Self.closes.secondOfDay, by: Self.step).compactMap { second in
      let start = zone.resolve(CivilDateTime(date: day, time: TimeOfDay(secondOfDay: second))).firstReading
      guard start > now, start.later(bySeconds: length) <= closing, busy.isFree(start, forSeconds: length) else { return nil }
      return start
    }
  }

  private func nearest(to target: Instant, among starts: [Instant], atMost count: Int) -> [Instant] {
    // Of two that are equally near the later one comes first: people put things off rather than hurry.
    let byDistance = starts.sorted { left, right in
      let (far, near) = (abs(left.seconds - target.seconds), abs(right.seconds - target.seconds))
      return far == near ? left > right : far < near
    }
    var chosen: [Instant] = []
    for start in byDistance where chosen.count < count {
      guard chosen.allSatisfy({ abs($0.seconds - start.seconds) >= Self.spacing }) else { continue }
      chosen.append(start)
    }
    return chosen
  }
}

extension CivilDate {
  var isWeekend: Bool { weekday == .saturday || weekday == .sunday }
}
