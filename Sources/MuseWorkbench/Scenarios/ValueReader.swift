import MuseDefinition
import MuseExpression

/// Reads what a scenario wrote as a value of a declared type.
struct ValueReader {
  let zone: Zone
  let objects: [String: ObjectDefinition]

  /// Nil where it is no writing of a value of that type.
  func value(_ written: WrittenValue, as type: SlotType) -> Value? {
    switch (type, written) {
    case (.optional(let wrapped), _): written == .unset ? .empty : value(written, as: wrapped)
    case (.list(let element), .list(let items)): list(items, of: element)
    case (.list, .unset): .list([])
    case (.list(let element), _): list([written], of: element)
    case (.person, .text(let text)): .object(.person(id: text, name: text, email: text.contains("@") ? text : nil))
    case (.person, .fields(let fields)): object("person", fields)
    case (.daterange, .fields(let fields)): object("daterange", fields)
    case (.timerange, .fields(let fields)): object("timerange", fields)
    case (.object(let name), .fields(let fields)): object(name, fields)
    case (_, .text(let text)): scalar(text, as: type)
    case (_, .list), (_, .fields), (_, .unset): nil
    }
  }

  private func list(_ items: [WrittenValue], of element: SlotType) -> Value? {
    let values = items.compactMap { value($0, as: element) }
    return values.count == items.count ? .list(values) : nil
  }

  private func object(_ name: String, _ fields: [String: WrittenValue]) -> Value? {
    guard let definition = objects[name] else { return nil }
    var values: [String: Value] = [:]
    for (field, written) in fields {
      guard let type = definition.fields[field], let value = value(written, as: type) else { return nil }
      values[field] = value
    }
    return .object(ObjectValue(type: name, fields: values))
  }

  private func scalar(_ text: String, as type: SlotType) -> Value? {
    switch type {
    case .text, .choice, .email, .phone, .url: .string(text)
    case .number: WrittenLiteral.number(text).map(Value.double)
    case .integer: WrittenLiteral.integer(text).map(Value.int)
    case .boolean: WrittenLiteral.boolean(text).map(Value.bool)
    case .date: WrittenLiteral.date(text).map(Value.date)
    case .time: WrittenLiteral.time(text).map(Value.time)
    case .datetime: WrittenLiteral.dateTime(text).map { .timestamp($0.instant(in: zone)) }
    case .duration: WrittenLiteral.duration(text).map(Value.duration)
    case .daterange, .timerange, .person, .list, .optional, .object: nil
    }
  }
}
