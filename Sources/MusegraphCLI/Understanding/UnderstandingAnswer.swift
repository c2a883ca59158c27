import MuseDefinition
import MuseDialogue
import MuseExpression

/// One line of output of `musegraph understand --jsonl`.
struct UnderstandingAnswer: Encodable {
  struct Intent: Encodable {
    let name: String
    let score: Double
  }

  struct Entity: Encodable {
    let type: String
    let start: Int
    let end: Int
    let text: String
    let values: [EntityValueLine]
  }

  let id: String
  /// Microseconds spent on it.
  let us: Int
  /// The best first; "other" stands where nothing is above the threshold.
  let intents: [Intent]
  let entities: [Entity]

  init(id: String, microseconds: Int, _ analysis: Analysis) {
    self.id = id
    self.us = microseconds
    self.intents = analysis.intents.map { Intent(name: $0.intent?.rawValue ?? "other", score: $0.score) }
    self.entities = analysis.entities.map { entity in
      let values = entity.values.map(EntityValueLine.init)
      return Entity(
        type: values.first?.type ?? "", start: entity.span.lowerBound, end: entity.span.upperBound, text: entity.text,
        values: values)
    }
  }
}

/// A value as the corpora write it.
struct EntityValueLine: Encodable {
  private let value: EntityValue

  init(_ value: EntityValue) { self.value = value }

  var type: String {
    switch value {
    case .date: "date"
    case .time: "time"
    case .datetime: "datetime"
    case .duration: "duration"
    case .dateRange: "daterange"
    case .timeRange: "timerange"
    case .datetimeRange: "datetimerange"
    case .number: "number"
    case .ordinal: "ordinal"
    case .email: "email"
    case .phone: "phone"
    case .url: "url"
    case .person: "person"
    case .set: "set"
    }
  }

  private enum Key: String, CodingKey {
    case type, value, seconds, start, end, rrule
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(type, forKey: .type)
    switch value {
    case .date(let date): try container.encode(date.iso, forKey: .value)
    case .time(let time): try container.encode(time.iso, forKey: .value)
    case .datetime(let moment): try container.encode(moment.iso, forKey: .value)
    case .duration(let duration): try container.encode(duration / .seconds(1), forKey: .seconds)
    case .dateRange(let start, let end): try Self.encode(start?.iso, end?.iso, in: &container)
    case .timeRange(let start, let end): try Self.encode(start?.iso, end?.iso, in: &container)
    case .datetimeRange(let start, let end): try Self.encode(start?.iso, end?.iso, in: &container)
    case .number(let number): try container.encode(number, forKey: .value)
    case .ordinal(let number): try container.encode(number, forKey: .value)
    case .email(let text), .phone(let text), .url(let text), .person(let text): try container.encode(text, forKey: .value)
    case .set(let rule): try container.encode(rule, forKey: .rrule)
    }
  }

  /// An open end is null, not left out.
  private static func encode(_ start: String?, _ end: String?, in container: inout KeyedEncodingContainer<Key>) throws {
    try container.encode(start, forKey: .start)
    try container.encode(end, forKey: .end)
  }
}

extension EntityValueLine: CustomStringConvertible {
  var description: String {
    switch value {
    case .date(let date): "\(type) \(date.iso)"
    case .time(let time): "\(type) \(time.iso)"
    case .datetime(let moment): "\(type) \(moment.iso)"
    case .duration(let duration): "\(type) \(duration.secondsText)"
    case .dateRange(let start, let end): "\(type) \(start?.iso ?? "…") to \(end?.iso ?? "…")"
    case .timeRange(let start, let end): "\(type) \(start?.iso ?? "…") to \(end?.iso ?? "…")"
    case .datetimeRange(let start, let end): "\(type) \(start?.iso ?? "…") to \(end?.iso ?? "…")"
    case .number(let number): "\(type) \(number)"
    case .ordinal(let number): "\(type) \(number)"
    case .email(let text), .phone(let text), .url(let text), .person(let text), .set(let text): "\(type) \(text)"
    }
  }
}
