/// What a slot, a fact, a tool's field or an expression holds.
///
/// `==` here is identity of representation, as tests and journals need it; CEL's own equality (where `1 == 1.0`) is
/// `Value.celEquals(_:)`.
public enum Value: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case bytes([UInt8])
  case list([Value])
  case map(MapValue)
  /// The language's `datetime`.
  case timestamp(Instant)
  /// The language's `duration`.
  case duration(Duration)
  /// The language's `date`: a day without a zone.
  case date(CivilDate)
  /// The language's `time`: a clock time without a day.
  case time(TimeOfDay)
  /// A person, an author's object type, a date range or a time range.
  case object(ObjectValue)
  /// An optional slot that a person declined: it is not asked again, and holds nothing.
  case empty
  /// A CEL type as a value (`type(x)`).
  case type(ValueType)
}

/// A CEL map: keys are bool, int, uint or string; the order is that of insertion.
public struct MapValue: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public var key: Value
    public var value: Value

    public init(key: Value, value: Value) {
      self.key = key
      self.value = value
    }
  }

  public var entries: [Entry]

  public init(entries: [Entry] = []) { self.entries = entries }
}

/// A value of a declared object type. Fields that are not set are absent. Fields are kept sorted by name, so that equal objects
/// have one representation.
public struct ObjectValue: Hashable, Sendable {
  public var type: String
  public private(set) var fields: [Field]

  public struct Field: Hashable, Sendable {
    public var name: String
    public var value: Value
  }

  public init(type: String, fields: [String: Value] = [:]) {
    self.type = type
    self.fields = fields.map { Field(name: $0.key, value: $0.value) }.sorted { $0.name < $1.name }
  }

  public subscript(name: String) -> Value? {
    get { fields.first { $0.name == name }?.value }
    set {
      fields.removeAll { $0.name == name }
      guard let newValue else { return }
      let index = fields.firstIndex { $0.name > name } ?? fields.endIndex
      fields.insert(Field(name: name, value: newValue), at: index)
    }
  }
}

extension ObjectValue {
  /// The built-in type `person`: `id`, `name`, `email`. An e-mail address is a person by itself, named by its address.
  public static func person(id: String, name: String, email: String?) -> ObjectValue {
    var fields: [String: Value] = ["id": .string(id), "name": .string(name)]
    if let email { fields["email"] = .string(email) }
    return ObjectValue(type: "person", fields: fields)
  }
}
