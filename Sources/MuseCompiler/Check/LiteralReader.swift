import MuseDefinition
import MuseExpression

/// Reads what stands behind `default`, `min` and `max` by the type of its slot.
struct LiteralReader {
  let type: SlotType
  let zone: Zone

  /// A default: one value of the slot's type. Lists and object types have none.
  func value(_ text: String) -> DefaultValue? {
    switch type {
    case .date where text == "today": return .today
    case .datetime where text == "now": return .now
    case .optional(let wrapped): return LiteralReader(type: wrapped, zone: zone).value(text)
    case .text, .number, .integer, .boolean, .choice, .date, .time, .datetime, .duration, .daterange, .timerange, .email, .phone,
      .url, .person, .list, .object:
      return scalar(text).map { .value($0) }
    }
  }

  /// A bound: of the value itself, of a text's length, or of a list's count.
  func limit(_ text: String) -> DefaultValue? {
    switch type {
    case .text, .list:
      return WrittenLiteral.integer(text).flatMap { $0 >= 0 ? .value(.int($0)) : nil }
    case .optional(let wrapped):
      return LiteralReader(type: wrapped, zone: zone).limit(text)
    case .number, .integer, .date, .time, .datetime, .duration:
      return value(text)
    case .boolean, .choice, .daterange, .timerange, .email, .phone, .url, .person, .object:
      return nil
    }
  }

  var hasLimits: Bool {
    switch type {
    case .text, .list, .number, .integer, .date, .time, .datetime, .duration: true
    case .optional(let wrapped): LiteralReader(type: wrapped, zone: zone).hasLimits
    case .boolean, .choice, .daterange, .timerange, .email, .phone, .url, .person, .object: false
    }
  }

  private func scalar(_ text: String) -> Value? {
    switch type {
    case .text, .phone, .url: text.isEmpty ? nil : .string(text)
    case .choice(let options): options.contains(text) ? .string(text) : nil
    case .email: isAddress(text) ? .string(text) : nil
    case .person: isAddress(text) ? .object(.person(id: text, name: text, email: text)) : nil
    case .number: WrittenLiteral.number(text).map { .double($0) }
    case .integer: WrittenLiteral.integer(text).map { .int($0) }
    case .boolean: WrittenLiteral.boolean(text).map { .bool($0) }
    case .date: WrittenLiteral.date(text).map { .date($0) }
    case .time: WrittenLiteral.time(text).map { .time($0) }
    case .datetime: WrittenLiteral.dateTime(text).map { .timestamp($0.instant(in: zone)) }
    case .duration: WrittenLiteral.duration(text).map { .duration($0) }
    case .daterange, .timerange, .list, .optional, .object: nil
    }
  }

  private func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && !$0.contains(" ") }
  }

  /// An example of what may be written, for advice.
  var example: String {
    switch type {
    case .text: "a text"
    case .number: "12.5"
    case .integer: "12"
    case .boolean: "true or false"
    case .choice(let options): options.map { "'\($0)'" }.joined(separator: ", ")
    case .date: "2026-11-27 or today"
    case .time: "\"15:00\""
    case .datetime: "2026-11-27T15:00 or now"
    case .duration: "30m or 1h30m"
    case .email, .person: "ann@example.com"
    case .phone: "\"+44 20 7946 0000\""
    case .url: "\"https://example.com\""
    case .optional(let wrapped): LiteralReader(type: wrapped, zone: zone).example
    case .daterange, .timerange, .list, .object: "no default"
    }
  }
}
