import MuseDefinition
import MuseExpression
import MuseSource

/// The names of a graph and what each stands for, as far as they could be resolved.
struct Scope {
  /// What is declared under a name of a slot or a fact.
  struct Variable {
    /// Nil where its type is wrong: expressions then take it for anything.
    var type: SlotType?
    var isOptional = false
    var isFact = false
    var location: SourceLocation
  }

  var locales: [LocaleID] = []
  var zone = Zone.utc
  var objects: [String: ObjectDefinition] = BuiltInObjects.all
  /// The names of all object types, before their fields are known.
  var objectNames = Set(BuiltInObjects.all.keys)
  var tools: [ToolID: ToolSignature] = [:]
  var events: [EventName: EventSignature] = [:]
  /// The graphs that may be run; nil for one that has an error of its own.
  var graphs: [GraphName: GraphOutline?] = [:]
  /// What whoever runs this graph must give.
  var takes: [SlotID] = []
  var variables: [SlotID: Variable] = [:]
  var lookupSlots: Set<SlotID> = []
  var askedSlots: Set<SlotID> = []
  var sensitiveSlots: Set<SlotID> = []
  var intents: Set<IntentID> = []
  var nodes: Set<NodeID> = []
  /// A file of tools could not be read, so an unknown tool or type may be declared there.
  var isIncomplete = false

  /// What expressions see; made once all slots and facts are declared.
  var environment = TypeEnvironment()
  /// What is spoken and decided at nodes sees, after a change, what slots held before it (`was.x`).
  var laterEnvironment = TypeEnvironment()

  /// Lets expressions see one more value, for as long as one node is built.
  mutating func know(_ name: String, _ type: ValueType?) {
    environment.variables[name] = type
    laterEnvironment.variables[name] = type
  }

  mutating func makeEnvironment() {
    var types: [String: ValueType] = ["now": .timestamp, "today": .date, "message": .string]
    for (id, variable) in variables {
      let type = variable.type?.valueType ?? .dyn
      types[id.rawValue] = variable.isOptional ? .optional(type) : type
    }
    environment = TypeEnvironment(variables: types, objects: objectTypes)
    for (id, variable) in variables where !variable.isFact {
      types["was.\(id)"] = .optional((variable.type?.valueType ?? .dyn).unwrapped)
    }
    laterEnvironment = TypeEnvironment(variables: types, objects: objectTypes)
  }

  var objectTypes: [String: ObjectType] { objects.mapValues(\.type) }

  var slotNames: [String] { variables.filter { !$0.value.isFact }.map(\.key.rawValue) }
  var variableNames: [String] { variables.map(\.key.rawValue) }

  func isSlot(_ id: SlotID) -> Bool { variables[id].map { !$0.isFact } ?? false }
  func isFact(_ id: SlotID) -> Bool { variables[id]?.isFact ?? false }
}

/// The object types that every graph has.
enum BuiltInObjects {
  static let all: [String: ObjectDefinition] = [
    "person": .person,
    "daterange": range("daterange", of: .date),
    "timerange": range("timerange", of: .time),
  ]

  private static func range(_ name: String, of bound: SlotType) -> ObjectDefinition {
    let fields = [
      ObjectType.Field(name: "start", type: bound.valueType), ObjectType.Field(name: "end", type: bound.valueType),
    ]
    return ObjectDefinition(type: ObjectType(name: name, fields: fields), fields: ["start": bound, "end": bound])
  }
}
