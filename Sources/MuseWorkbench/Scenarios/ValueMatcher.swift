import MuseDefinition
import MuseExpression

/// Compares what a scenario wrote with what a slot or an argument holds.
struct ValueMatcher {
  let formatter: ValueFormatter

  /// A text fits a value that it is a writing of (`30m`, `2026-03-03 15:00`), and one that prints as it says.
  func matches(_ expected: WrittenValue, _ value: Value?) -> Bool {
    switch expected {
    case .unset:
      return value == nil || value == .null || value == .empty
    case .text(let text):
      guard let value else { return false }
      return writings(of: value).contains { $0(text) } || ReplyPattern(text).matches(formatter.text(value))
    case .list(let items):
      guard case .list(let values) = value, values.count == items.count else { return false }
      return zip(items, values).allSatisfy { matches($0, $1) }
    case .fields(let fields):
      guard case .object(let object) = value else { return false }
      return fields.allSatisfy { matches($0.value, object[$0.key]) }
    }
  }

  /// As a scenario would have to write it.
  func text(_ value: Value?) -> String {
    switch value {
    case nil, .null, .empty: "unset"
    case .timestamp(let instant): formatter.zone.civil(instant).iso
    case .list(let items): "[" + items.map(text).joined(separator: ", ") + "]"
    case .duration(let duration): duration.secondsText
    case .date(let date): date.iso
    case .time(let time): time.iso
    case .bool, .int, .uint, .double, .string, .bytes, .map, .object, .type: value.map(formatter.text) ?? "unset"
    }
  }

  private func writings(of value: Value) -> [(String) -> Bool] {
    switch value {
    case .timestamp(let instant): [{ WrittenLiteral.dateTime($0)?.instant(in: formatter.zone) == instant }]
    case .duration(let duration): [{ WrittenLiteral.duration($0) == duration }]
    case .date(let date): [{ WrittenLiteral.date($0) == date }]
    case .time(let time): [{ WrittenLiteral.time($0) == time }]
    case .int(let number): [{ WrittenLiteral.integer($0) == number }]
    case .double(let number): [{ WrittenLiteral.number($0) == number }]
    case .bool(let flag): [{ WrittenLiteral.boolean($0) == flag }]
    case .object(let object): ["id", "name", "email", "title"].compactMap { object[$0] }.flatMap(writings)
    // Of a list with one item the brackets may be left out.
    case .list(let items): items.count == 1 ? items.flatMap(writings) : []
    case .string(let text): [{ $0 == text }]
    case .null, .uint, .bytes, .map, .empty, .type: []
    }
  }
}
