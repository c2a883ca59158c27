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

/// A value on the clocks of the zone that was asked for. Ends of ranges are exclusive.
public enum EntityValue: Hashable, Sendable {
  case date(CivilDate)
  case time(TimeOfDay)
  case datetime(CivilDateTime)
  case duration(Duration)
  case dateRange(start: CivilDate?, end: CivilDate?)
  case timeRange(start: TimeOfDay, end: TimeOfDay)
  case datetimeRange(start: CivilDateTime, end: CivilDateTime)
  case number(Double)
  case ordinal(Int)
  case email(String)
  case phone(String)
  case url(String)
  case person(String)
}

extension Understander {
  /// Intents with their scores and every recognised value with its span.
  public func analyse(_ text: String, now: Instant, zone: Zone, locale: LocaleID) -> Analysis {
    let context = context(text, now, zone, locale)
    let findings = context.findings()
    let canonical = CanonicalWords(context.message, language: language)
    let replacing = replacements(in: context, findings: findings, canonical: canonical)
    let scored = classifier.scores(context.message, in: context.message.whole, replacing: replacing)
    return Analysis(intents: intents(scored), entities: findings.map { entity($0, in: context) })
  }

  private func intents(_ scored: [IntentClassifier.Scored]) -> [Analysis.ScoredIntent] {
    let known = scored.map { Analysis.ScoredIntent(intent: $0.intent, score: score($0.margin)) }
    guard let best = known.first, best.score > 0.5 else { return [Analysis.ScoredIntent(intent: nil, score: 0.5)] + known }
    return known
  }

  /// From a margin to 0…1, the threshold at one half.
  private func score(_ margin: Float) -> Double {
    let distance = Double(margin - classifier.plausible)
    return 0.5 + 0.5 * distance / (1 + abs(distance))
  }

  private func entity(_ finding: Finding, in context: RecognitionContext) -> Analysis.Entity {
    let span = context.message.span(finding.tokens)
    return Analysis.Entity(span: span, text: context.message.text(scalars: span), values: finding.reading.values)
  }
}

extension Reading {
  /// All that it can mean, the preferred first.
  var values: [EntityValue] {
    switch self {
    case .number(let value): [.number(value)]
    case .ordinal(let value): [.ordinal(value)]
    case .date(let date): date.dates.map(EntityValue.date)
    case .clock(let clock): clock.times.map(EntityValue.time)
    case .moment(let moment): moment.values.map(EntityValue.datetime)
    case .duration(let duration): [.duration(duration)]
    case .dateRange(let range): [.dateRange(start: range.start, end: range.end)]
    case .clockRange(let range): [.timeRange(start: range.start.times[0], end: range.end.times[0])]
    case .momentRange(let start, let end): [.datetimeRange(start: start.values[0], end: end.values[0])]
    case .email(let text): [.email(text)]
    case .phone(let text): [.phone(text)]
    case .url(let text): [.url(text)]
    case .person(let text): [.person(text)]
    }
  }
}

extension MomentReading {
  /// Never empty, since neither of its halves is.
  var values: [CivilDateTime] {
    date.dates.flatMap { day in clock.times.map { CivilDateTime(date: day, time: $0) } }
  }
}
