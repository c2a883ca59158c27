import MuseDefinition
import MuseExpression

/// Compares what a scenario wrote with what a slot or an argument holds, and writes down what it holds.
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
  func written(_ value: Value?) -> WrittenValue {
    switch value {
    case nil, .null, .empty: .unset
    case .timestamp(let instant): .text(formatter.zone.civil(instant).written)
    case .list(let items): .list(items.map(written))
    case .duration(let duration): .text(duration.written)
    case .date(let date): .text(date.iso)
    case .time(let time): .text(time.written)
    case .bool, .int, .uint, .double, .string, .bytes, .map, .object, .type:
      value.map { .text(ReplyPattern.literal(formatter.text($0))) } ?? .unset
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

extension CivilDateTime {
  /// `2026-03-03 15:00`; seconds only where there are any.
  var written: String { "\(date.iso) \(time.written)" }
}

extension TimeOfDay {
  fileprivate var written: String {
    let text = iso
    return text.count == 8 && text.hasSuffix(":00") ? String(text.dropLast(3)) : text
  }
}

extension Duration {
  /// `1h30m`, as authors write it.
  var written: String {
    let seconds = components.seconds
    guard seconds > 0, components.attoseconds == 0 else { return secondsText }
    let parts = [(seconds / 3600, "h"), (seconds % 3600 / 60, "m"), (seconds % 60, "s")]
    return parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined()
  }
}
