public import MuseExpression

/// A graph as checked: every name is resolved, every type known, every outcome has a destination.
///
/// Only MuseCompiler makes one; the runtime accepts nothing else. It never changes, and is passed on with every turn: hence a class.
public final class ConversationGraph: Sendable {
  public let name: GraphName
  public let title: String
  /// The first one is the fallback of all texts.
  public let locales: [LocaleID]
  public let zone: Zone
  public let fingerprint: Fingerprint
  /// In the order of declaration, as is `facts`.
  public let slots: [Slot]
  public let facts: [Fact]
  public let intents: [Intent]
  public let objects: [String: ObjectDefinition]
  /// The object types as expressions see them, `person` included.
  public let objectTypes: [String: ObjectType]
  public let tools: [ToolID: ToolSignature]
  /// What `wait` may wait for.
  public let events: [EventName: EventSignature]
  /// The other graphs that `run` may come to, by name, also those that they run themselves; empty in each of these.
  public let others: [GraphName: ConversationGraph]
  /// The slots and facts that whoever runs this graph gives it. One that has any is not begun by itself.
  public let takes: [SlotID]
  public let begin: NodeID
  public let nodes: [NodeID: Node]
  /// The ids of `nodes` in the order of declaration.
  public let nodeOrder: [NodeID]
  public let policy: Policy

  package init(
    name: GraphName, title: String, locales: [LocaleID], zone: Zone, fingerprint: Fingerprint, slots: [Slot], facts: [Fact],
    intents: [Intent], objects: [String: ObjectDefinition], tools: [ToolID: ToolSignature],
    events: [EventName: EventSignature] = [:], others: [GraphName: ConversationGraph] = [:], takes: [SlotID] = [],
    begin: NodeID, nodes: [Node], policy: Policy
  ) {
    self.name = name
    self.title = title
    self.locales = locales
    self.zone = zone
    self.fingerprint = fingerprint
    self.slots = slots
    self.facts = facts
    self.intents = intents
    self.objects = objects
    self.objectTypes = objects.mapValues(\.type)
    self.tools = tools
    self.events = events
    self.others = others
    self.takes = takes
    self.begin = begin
    self.nodes = Dictionary(nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.nodeOrder = nodes.map(\.id)
    self.policy = policy
    self.slotIndex = Dictionary(slots.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private let slotIndex: [SlotID: Int]

  /// The same graph with some of it changed.
  package func changing(
    locales: [LocaleID]? = nil, others: [GraphName: ConversationGraph]? = nil, nodes: [Node]? = nil, policy: Policy? = nil
  ) -> ConversationGraph {
    ConversationGraph(
      name: name, title: title, locales: locales ?? self.locales, zone: zone, fingerprint: fingerprint, slots: slots,
      facts: facts,
      intents: intents, objects: objects, tools: tools, events: events, others: others ?? self.others, takes: takes, begin: begin,
      nodes: nodes ?? nodeOrder.compactMap { self.nodes[$0] }, policy: policy ?? self.policy)
  }

  /// Nil for a fact and for an unknown id.
  public func slot(_ id: SlotID) -> Slot? { slotIndex[id].map { slots[$0] } }

  public func intent(_ id: IntentID) -> Intent? { intents.first { $0.id == id } }

  /// This graph, or one that it runs.
  public func graph(_ name: GraphName) -> ConversationGraph? { name == self.name ? self : others[name] }

  /// This graph, then those that are run from it, by name.
  public var withOthers: [ConversationGraph] { [self] + others.values.sorted { $0.name < $1.name } }

  /// What is spoken where nothing else is asked for.
  public var locale: LocaleID { locales.first ?? "en" }
}

/// A text in the locales of its graph, each with at least one variant.
public struct SpokenText: Hashable, Sendable {
  public var variants: [LocaleID: [TextTemplate]]

  public init(variants: [LocaleID: [TextTemplate]]) { self.variants = variants }
}

/// A lookup tool has one text parameter and one outcome with one list field.
public struct Lookup: Hashable, Sendable {
  public var tool: ToolID
  public var parameter: String
  public var outcome: Outcome
  public var field: String

  public init(tool: ToolID, parameter: String, outcome: Outcome, field: String) {
    self.tool = tool
    self.parameter = parameter
    self.outcome = outcome
    self.field = field
  }
}

/// A value written in the graph: fixed, or read off the turn's clock.
public enum DefaultValue: Hashable, Sendable {
  case value(Value)
  case today
  case now

  /// It is another value at another time.
  package var isMoving: Bool {
    switch self {
    case .value: false
    case .today, .now: true
    }
  }
}

/// What only tools and the graph set.
public struct Fact: Hashable, Sendable {
  public var id: SlotID
  public var type: SlotType
  /// As those of a slot.
  public var optionWords: [String: SpokenText]

  public init(id: SlotID, type: SlotType, optionWords: [String: SpokenText] = [:]) {
    self.id = id
    self.type = type
    self.optionWords = optionWords
  }
}

public struct Intent: Hashable, Sendable {
  public let id: IntentID
  public let examples: [MarkedExample]
  /// The slots that its examples mark: a `classify` takes them with the intent.
  public let markedSlots: Set<SlotID>

  public init(id: IntentID, examples: [MarkedExample]) {
    self.id = id
    self.examples = examples
    self.markedSlots = Set(examples.flatMap { $0.marks.map(\.slot) })
  }
}

/// "call it [Design review](title)" is the text "call it Design review" with one mark.
public struct MarkedExample: Hashable, Sendable {
  public struct Mark: Hashable, Sendable {
    /// Offsets in Unicode scalars of the example's text, end exclusive.
    public var span: Range<Int>
    public var slot: SlotID

    public init(span: Range<Int>, slot: SlotID) {
      self.span = span
      self.slot = slot
    }
  }

  public var text: String
  public var marks: [Mark]

  public init(text: String, marks: [Mark]) {
    self.text = text
    self.marks = marks
  }
}

/// An object type with the declared types of its fields.
public struct ObjectDefinition: Hashable, Sendable {
  public var type: ObjectType
  public var fields: [String: SlotType]

  public init(type: ObjectType, fields: [String: SlotType]) {
    self.type = type
    self.fields = fields
  }

  public static let person = ObjectDefinition(type: .person, fields: ["id": .text, "name": .text, "email": .optional(.email)])
}
