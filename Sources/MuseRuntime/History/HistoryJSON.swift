import MuseDefinition
import MuseExpression

/// The values of slots as the history tells them: the same on every machine, in every zone and locale.
struct HistoryJSON {
  private let typed: TypedJSON

  init(objects: [String: ObjectDefinition]) { typed = TypedJSON(zone: .utc, objects: objects) }

  func value(_ value: Value) -> JSONValue {
    switch value {
    case .timestamp(let instant): .string(instant.rfc3339)
    case .list(let items): .array(items.map(self.value))
    case .object(let object):
      .object(Dictionary(object.fields.map { ($0.name, self.value($0.value)) }, uniquingKeysWith: { $1 }))
    case .null, .empty, .bool, .int, .uint, .double, .string, .bytes, .map, .duration, .date, .time, .type: typed.json(of: value)
    }
  }
}
