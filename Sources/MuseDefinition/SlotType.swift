public import MuseExpression

/// The type of a slot, a fact or a tool's field, as authors write it.
public indirect enum SlotType: Hashable, Sendable {
  case text, number, integer, boolean
  case choice([String])
  case date, time, datetime, duration
  case daterange, timerange
  case email, phone, url
  case person
  case list(SlotType)
  case optional(SlotType)
  /// An object type from `types:`.
  case object(String)

  /// The type that expressions see.
  public var valueType: ValueType {
    switch self {
    case .text, .choice, .email, .phone, .url: .string
    case .number: .double
    case .integer: .int
    case .boolean: .bool
    case .date: .date
    case .time: .time
    case .datetime: .timestamp
    case .duration: .duration
    case .daterange: .object("daterange")
    case .timerange: .object("timerange")
    case .person: .object("person")
    case .list(let element): .list(element.valueType)
    case .optional(let wrapped): .optional(wrapped.valueType)
    case .object(let name): .object(name)
    }
  }

  /// What one item of it is: the element of a list, the wrapped type of an optional, else itself.
  public var item: SlotType {
    switch self {
    case .list(let element): element.item
    case .optional(let wrapped): wrapped.item
    case .text, .number, .integer, .boolean, .choice, .date, .time, .datetime, .duration, .daterange, .timerange, .email, .phone,
      .url, .person, .object:
      self
    }
  }

  public var isList: Bool {
    switch self {
    case .list: true
    case .optional(let wrapped): wrapped.isList
    case .text, .number, .integer, .boolean, .choice, .date, .time, .datetime, .duration, .daterange, .timerange, .email, .phone,
      .url, .person, .object:
      false
    }
  }
}
