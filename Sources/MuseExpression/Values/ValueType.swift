/// A type of CEL, extended by the language's own date, time and object types.
public indirect enum ValueType: Hashable, Sendable {
  /// Any value; checked when it is used.
  case dyn
  case null
  case bool
  case int
  case uint
  case double
  case string
  case bytes
  case list(ValueType)
  case map(key: ValueType, value: ValueType)
  case timestamp
  case duration
  case date
  case time
  /// A declared object type, `person`, `daterange` or `timerange`, by name.
  case object(String)
  /// May be unset or empty.
  case optional(ValueType)
  /// A type as a value; the parameter is the type it names.
  case type(ValueType)
}

/// An object type that an author declared under `types:`, or one of the built-in ones.
public struct ObjectType: Hashable, Sendable {
  public struct Field: Hashable, Sendable {
    public var name: String
    public var type: ValueType

    public init(name: String, type: ValueType) {
      self.name = name
      self.type = type
    }
  }

  public var name: String
  /// In the order of declaration.
  public var fields: [Field]
  /// How a value is printed: a checked text over the fields; nil prints `name` or `title` or `id`, whichever comes first.
  public var show: TextTemplate?

  public init(name: String, fields: [Field], show: TextTemplate? = nil) {
    self.name = name
    self.fields = fields
    self.show = show
  }

  /// `person`: `id`, `name`, `email` (may be unset).
  public static let person = ObjectType(
    name: "person",
    fields: [
      Field(name: "id", type: .string), Field(name: "name", type: .string),
      Field(name: "email", type: .optional(.string)),
    ])
}

/// The names an expression may use, with their types.
public struct TypeEnvironment: Sendable {
  public var variables: [String: ValueType]
  public var objects: [String: ObjectType]

  public init(variables: [String: ValueType] = [:], objects: [String: ObjectType] = ["person": .person]) {
    self.variables = variables
    self.objects = objects
  }
}
