import MuseDefinition
import MuseExpression

/// Finds the instant that a day and a clock time mean for a slot.
///
/// The slot's own condition (`where`) decides between readings that are otherwise fit: "today at 9" said at ten is 9 in the
/// evening where the start must lie ahead.
struct MomentResolver {
  let context: RecognitionContext
  let awaiting: Awaiting
  let slot: Slot

  func telling(_ moment: MomentReading) -> Move.Telling {
    let days = moment.date.isOpen ? moment.date.dates : Array(moment.date.dates.prefix(1))
    let times = moment.clock.isOpen ? moment.clock.times : Array(moment.clock.times.prefix(1))
    let sensible = readings(days: days, times: times, moment)
    let fitting = sensible.filter(fits)
    if fitting.isEmpty {
      let wider = readings(days: moment.date.dates + moment.date.earlier, times: moment.clock.times, moment).first(where: fits)
      return telling(wider.map { [$0] } ?? sensible)
    }
    return telling(fitting)
  }

  /// One instant, or two where the zone's clock repeats or skips the time.
  private typealias Instants = [Instant]

  private func readings(days: [CivilDate], times: [TimeOfDay], _ moment: MomentReading) -> [Instants] {
    days.flatMap { day in
      times.map { time in
        if let today = moment.date.todayIfAhead {
          let early = instants(CivilDateTime(date: today, time: time), moment.clock.zone)
          if let first = early.first, first > context.now { return early }
        }
        return instants(CivilDateTime(date: day, time: time), moment.clock.zone)
      }
    }
  }

  /// On the clocks that were named, else on the thread's.
  private func instants(_ civil: CivilDateTime, _ zone: Zone?) -> Instants {
    switch (zone ?? context.zone).resolve(civil) {
    case .once(let instant): [instant]
    case .twice(let earlier, let later): [earlier, later]
    case .skipped(let before, let after): [before, after]
    }
  }

  private func telling(_ readings: [Instants]) -> Move.Telling {
    let values = readings.flatMap { $0 }.map(Value.timestamp)
    return values.count == 1 ? .value(values[0]) : .ambiguous(values)
  }

  private func fits(_ instants: Instants) -> Bool {
    instants.first.map { SlotCondition(context: context, awaiting: awaiting, slot: slot).fits(.timestamp($0)) } ?? true
  }
}
