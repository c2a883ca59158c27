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

  /// `daterange`: `start` and `end`, both days included.
  public static let daterange = ObjectType(
    name: "daterange", fields: [Field(name: "start", type: .date), Field(name: "end", type: .date)])

  /// `timerange`: `start` and `end` on the clock.
  public static let timerange = ObjectType(
    name: "timerange", fields: [Field(name: "start", type: .time), Field(name: "end", type: .time)])

  /// The object types that every graph has, by name.
  public static let builtIn: [String: ObjectType] = ["person": .person, "daterange": .daterange, "timerange": .timerange]
}

/// The names an expression may use, with their types.
///
/// `now` (`timestamp`) and `today` (`date`) are ordinary variables, given by the caller. A name may hold dots (`was.start`).
public struct TypeEnvironment: Sendable {
  public var variables: [String: ValueType]
  public var objects: [String: ObjectType]

  public init(variables: [String: ValueType] = [:], objects: [String: ObjectType] = ObjectType.builtIn) {
    self.variables = variables
    self.objects = objects
  }
}
