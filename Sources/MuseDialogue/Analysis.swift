public import MuseDefinition
public import MuseExpression

/// What was recognised in a text, without a conversation around it: for measuring the understanding, and for authors who try out
/// their examples.
public struct Analysis: Hashable, Sendable {
  /// Nil stands for `other`: no intent is above the threshold.
  public struct ScoredIntent: Hashable, Sendable {
    public var intent: IntentID?
    /// 0 to 1; above 0.5 where it is taken.
    public var score: Double
  }

  public struct Entity: Hashable, Sendable {
    /// Offsets in Unicode scalars, end exclusive.
    public var span: Range<Int>
    public var text: String
    /// At least one, the preferred one first.
    public var values: [EntityValue]
  }

  /// The best one first. `other` stands first where no intent is above the threshold.
  public var intents: [ScoredIntent]
  public var entities: [Entity]
}

/// A value on the clocks of the zone that was asked for. Ends of ranges are exclusive; nil is an open end.
public enum EntityValue: Hashable, Sendable {
  case date(CivilDate)
  case time(TimeOfDay)
  case datetime(CivilDateTime)
  case duration(Duration)
  case dateRange(start: CivilDate?, end: CivilDate?)
  case timeRange(start: TimeOfDay?, end: TimeOfDay?)
  case datetimeRange(start: CivilDateTime?, end: CivilDateTime?)
  case number(Double)
  case ordinal(Int)
  case email(String)
  case phone(String)
  case url(String)
  case person(String)
  /// What comes again and again, in the form of RFC 5545 ("FREQ=WEEKLY;BYDAY=MO"), the time of day as `TIME=`.
  case set(String)
}

extension Understander {
  /// Intents with their scores and every recognised value with its span.
  public func analyse(_ text: String, now: Instant, zone: Zone, locale: LocaleID) -> Analysis {
    let tongue = tongue(for: locale)
    let context = tongue.context(text, now, zone, locale)
    let canonical = CanonicalWords(context.message, language: tongue.language)
    let findings = tongue.findings(in: context, canonical)
    let replacing = tongue.replacements(in: context, findings: findings, canonical: canonical)
    let scored = tongue.classifier.scores(context.message, in: context.message.whole, replacing: replacing)
    return Analysis(
      intents: intents(scored, above: tongue.classifier.plausible), entities: findings.map { entity($0, in: context) })
  }

  private func intents(_ scored: [IntentClassifier.Scored], above threshold: Float) -> [Analysis.ScoredIntent] {
    let known = scored.map { Analysis.ScoredIntent(intent: $0.intent, score: score($0.margin, threshold)) }
    guard let best = known.first, best.score > 0.5 else { return [Analysis.ScoredIntent(intent: nil, score: 0.5)] + known }
    return known
  }

  /// From a margin to 0…1, the threshold at one half.
  private func score(_ margin: Float, _ threshold: Float) -> Double {
    let distance = Double(margin - threshold)
    return 0.5 + 0.5 * distance / (1 + abs(distance))
  }

  private func entity(_ finding: Finding, in context: RecognitionContext) -> Analysis.Entity {
    let values = finding.reading.local(in: context).values
    if let shifted = shifted(finding, in: context) {
      return entity(finding.tokens.lowerBound..<finding.tokens.upperBound + 1, [shifted], in: context)
    }
    guard finding.reading.isTime, let (bound, tokens) = bound(of: finding, in: context) else {
      return entity(finding.tokens, values, in: context)
    }
    return entity(tokens, values.map { $0.bounded(bound) }, in: context)
  }

  private func entity(_ tokens: Range<Int>, _ values: [EntityValue], in context: RecognitionContext) -> Analysis.Entity {
    let span = context.message.span(tokens)
    return Analysis.Entity(span: span, text: context.message.text(scalars: span), values: values)
  }

  /// "September 6th after 9pm"; not "ten after three on Friday".
  private func boundInside(_ finding: Finding, in context: RecognitionContext) -> (TimeWords.Bound, Int)? {
    finding.tokens.dropFirst().lazy.compactMap { place -> (TimeWords.Bound, Int)? in
      let before = context.tokens[place - 1]
      guard before.kind != .number, context.language.numbers.units[before.word] == nil,
        context.language.numbers.tens[before.word] == nil,
        context.times.clockFractions[before.word] == nil,
        let match = context.times.bounds.match(in: context.tokens, at: place, limit: finding.tokens.upperBound)
      else { return nil }
      return (match.meaning, match.end)
    }.first
  }

  /// "two days later", counted from now.
  private func shifted(_ finding: Finding, in context: RecognitionContext) -> EntityValue? {
    guard case .duration(let duration) = finding.reading,
      !context.times.beforeLength.contains(context.message.word(finding.tokens.lowerBound)),
      let sign = context.times.shifts[context.message.word(finding.tokens.upperBound)]
    else { return nil }
    let seconds = duration.components.seconds
    let moment = context.zone.civil(Instant(seconds: context.now.seconds + Int64(sign) * seconds))
    return seconds % 86_400 == 0 ? .date(moment.date) : .datetime(moment)
  }

  /// "before" of "before 4pm": its first word, or the words that lead up to it.
  private func bound(of finding: Finding, in context: RecognitionContext) -> (TimeWords.Bound, Range<Int>)? {
    let bounds = context.times.bounds
    let start = finding.tokens.lowerBound
    if let inside = bounds.match(in: context.tokens, at: start, limit: finding.tokens.upperBound) {
      // "vor drei Tagen" and "after two hours" are distances.
      let isDistance = finding.tokens.contains { context.times.units[context.message.word($0)] != nil }
      return isDistance ? nil : (inside.meaning, finding.tokens)
    }
    if case .moment = finding.reading, let (meaning, _) = boundInside(finding, in: context) { return (meaning, finding.tokens) }
    return (max(0, start - 3)..<start).lazy.compactMap { place -> (TimeWords.Bound, Range<Int>)? in
      guard let match = bounds.match(in: context.tokens, at: place, limit: start), match.end == start else { return nil }
      return (match.meaning, place..<finding.tokens.upperBound)
    }.first
  }
}

extension Reading {
  /// All that it can mean, the preferred first.
  var values: [EntityValue] {
    switch self {
    case .number(let value): [.number(value)]
    case .ordinal(let value): [.ordinal(value)]
    case .date(let date): date.values
    case .clock(let clock): clock.times.map(EntityValue.time)
    case .moment(let moment): moment.values.map(EntityValue.datetime)
    case .duration(let duration): [.duration(duration)]
    case .dateRange(let range): [.dateRange(start: range.start, end: range.end)]
    case .clockRange(let range): [.timeRange(start: range.start.times[0], end: range.end.times[0])]
    case .dayPart(let part): [part.range]
    case .momentRange(let start, let end): [.datetimeRange(start: start.values[0], end: end.values[0])]
    case .email(let text): [.email(text)]
    case .phone(let text): [.phone(text)]
    case .url(let text): [.url(text)]
    case .person(let text): [.person(text)]
    case .recurring(let recurrence): [.set(recurrence.rule)]
    case .either(let first, let second): first.values + second.values
    }
  }
}

extension MomentReading {
  /// Never empty, since neither of its halves is.
  var values: [CivilDateTime] {
    date.dates.flatMap { day in clock.times.map { CivilDateTime(date: day, time: $0) } }
  }
}

extension EntityValue {
  /// The open range before or after it.
  fileprivate func bounded(_ bound: TimeWords.Bound) -> EntityValue {
    let isEnd = bound == .before || bound == .until
    switch self {
    case .date(let date):
      let day = bound == .after || bound == .until ? date.adding(days: 1) : date
      return .dateRange(start: isEnd ? nil : day, end: isEnd ? day : nil)
    case .dateRange(let start, let end):
      return .dateRange(start: isEnd ? nil : bound == .after ? end : start, end: isEnd ? (bound == .until ? end : start) : nil)
    case .time(let time): return .timeRange(start: isEnd ? nil : time, end: isEnd ? time : nil)
    case .datetime(let moment): return .datetimeRange(start: isEnd ? nil : moment, end: isEnd ? moment : nil)
    case .timeRange, .datetimeRange, .duration, .number, .ordinal, .email, .phone, .url, .person, .set: return self
    }
  }
}

extension DateReading {
  /// "Tomorrow morning" is a stretch of that day.
  fileprivate var values: [EntityValue] {
    guard let part else { return dates.map(EntityValue.date) }
    return dates.map { day in
      let end = part.span.upperBound
      return .datetimeRange(
        start: CivilDateTime(date: day, time: TimeOfDay(hour: part.span.lowerBound)),
        end: CivilDateTime(date: day.adding(days: end / 24), time: TimeOfDay(hour: end % 24)))
    }
  }
}

extension TimeWords.DayPart {
  fileprivate var range: EntityValue {
    .timeRange(start: TimeOfDay(hour: span.lowerBound), end: TimeOfDay(hour: span.upperBound % 24))
  }
}

extension Reading {
  /// Clock times of other zones as the zone of the context shows them.
  fileprivate func local(in context: RecognitionContext) -> Reading {
    func local(_ clock: ClockReading, _ date: DateReading? = nil) -> ClockReading {
      clock.local(on: date?.dates.first ?? context.today, in: context.zone)
    }
    switch self {
    case .clock(let clock): return .clock(local(clock))
    case .clockRange(let range): return .clockRange(ClockRange(start: local(range.start), end: local(range.end)))
    case .moment(let moment) where moment.clock.zone != nil: return .moment(moment.local(in: context.zone))
    case .moment, .momentRange, .number, .ordinal, .date, .dayPart, .duration, .dateRange, .email, .phone, .url, .person,
      .recurring, .either:
      return self
    }
  }
}

extension MomentReading {
  fileprivate func local(in home: Zone) -> MomentReading {
    guard let zone = clock.zone, let day = date.dates.first, let time = clock.times.first else { return self }
    let civil = home.civil(zone.resolve(CivilDateTime(date: day, time: time)).firstReading)
    return MomentReading(date: DateReading(civil.date), clock: ClockReading(times: [civil.time]))
  }
}
