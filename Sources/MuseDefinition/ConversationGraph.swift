public import MuseExpression

/// A graph as checked: every name is resolved, every type known, every outcome has a destination.
///
/// Only MuseCompiler makes one; the runtime accepts nothing else.
public struct ConversationGraph: Sendable {
  public var name: GraphName
  public var title: String
  /// The first one is the fallback of all texts.
  public var locales: [LocaleID]
  public var zone: Zone
  public var fingerprint: Fingerprint
  /// In the order of declaration, as is `facts`.
  public var slots: [Slot]
  public var facts: [Fact]
  public var intents: [Intent]
  public let objects: [String: ObjectDefinition]
  /// The object types as expressions see them, `person` included.
  public let objectTypes: [String: ObjectType]
  public var tools: [ToolID: ToolSignature]
  public var begin: NodeID
  public var nodes: [NodeID: Node]
  /// The ids of `nodes` in the order of declaration.
  public var nodeOrder: [NodeID]
  public var policy: Policy

  package init(
    name: GraphName, title: String, locales: [LocaleID], zone: Zone, fingerprint: Fingerprint, slots: [Slot], facts: [Fact],
    intents: [Intent], objects: [String: ObjectDefinition], tools: [ToolID: ToolSignature], begin: NodeID, nodes: [Node],
    policy: Policy
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
    self.begin = begin
    self.nodes = Dictionary(nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.nodeOrder = nodes.map(\.id)
    self.policy = policy
    self.slotIndex = Dictionary(slots.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private var slotIndex: [SlotID: Int]

  /// Nil for a fact and for an unknown id.
  public func slot(_ id: SlotID) -> Slot? { slotIndex[id].map { slots[$0] } }

  public func intent(_ id: IntentID) -> Intent? { intents.first { $0.id == id } }
}

/// A text in the locales of its graph, each with at least one variant.
public struct SpokenText: Hashable, Sendable {
  public var variants: [LocaleID: [TextTemplate]]

  public init(variants: [LocaleID: [TextTemplate]]) { self.variants = variants }
}

/// What a person may tell.
public struct Slot: Sendable {
  public var id: SlotID
  public var type: SlotType
  /// Its own question; a slot without one is taken when said and never asked.
  public var ask: SpokenText?
  public var reask: SpokenText?
  public var help: SpokenText?
  /// The word for it in review lists; the id with spaces where none is written.
  public var label: SpokenText?
  /// The graph's own summary for tools and people who read it; never spoken.
  public var summary: String?
  public var examples: [MarkedExample]
  public var defaultValue: DefaultValue?
  /// Optional slots are asked once and may be declined.
  public var isOptional: Bool
  /// Of a value, of a text's length in characters, or of a list's count.
  public var minimum: DefaultValue?
  public var maximum: DefaultValue?
  public var condition: CheckedExpression?
  /// Said when a value is not taken; sees `offered`.
  public var refuse: SpokenText?
  /// The tool that turns words into a value.
  public var lookup: Lookup?

  package init(
    id: SlotID, type: SlotType, ask: SpokenText? = nil, reask: SpokenText? = nil, help: SpokenText? = nil,
    label: SpokenText? = nil, summary: String? = nil, examples: [MarkedExample] = [], defaultValue: DefaultValue? = nil,
    isOptional: Bool = false, minimum: DefaultValue? = nil, maximum: DefaultValue? = nil, condition: CheckedExpression? = nil,
    refuse: SpokenText? = nil, lookup: Lookup? = nil
  ) {
    self.id = id
    self.type = type
    self.ask = ask
    self.reask = reask
    self.help = help
    self.label = label
    self.summary = summary
    self.examples = examples
    self.defaultValue = defaultValue
    self.isOptional = isOptional
    self.minimum = minimum
    self.maximum = maximum
    self.condition = condition
    self.refuse = refuse
    self.lookup = lookup
  }
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
}

/// What only tools and the graph set.
public struct Fact: Hashable, Sendable {
  public var id: SlotID
  public var type: SlotType

  public init(id: SlotID, type: SlotType) {
    self.id = id
    self.type = type
  }
}

public struct Intent: Hashable, Sendable {
  public var id: IntentID
  public var examples: [MarkedExample]

  public init(id: IntentID, examples: [MarkedExample]) {
    self.id = id
    self.examples = examples
  }

  /// The slots that its examples mark: a `classify` takes them with the intent.
  public var markedSlots: Set<SlotID> { Set(examples.flatMap { $0.marks.map(\.slot) }) }
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

public struct Policy: Hashable, Sendable {
  /// Where *cancel* leads; nil: cancel is answered as not possible here.
  public var cancel: NodeID?
  public var digress: [IntentID: NodeID]
  public var limits: Limits
  public var keep: Keep

  public struct Limits: Hashable, Sendable {
    public var stepsPerTurn: Int
    public init(stepsPerTurn: Int = 50) { self.stepsPerTurn = stepsPerTurn }
  }

  public struct Keep: Hashable, Sendable {
    public var days: Int
    public var checkpoints: Int
    public init(days: Int = 30, checkpoints: Int = 20) {
      self.days = days
      self.checkpoints = checkpoints
    }
  }

  public init(cancel: NodeID? = nil, digress: [IntentID: NodeID] = [:], limits: Limits = Limits(), keep: Keep = Keep()) {
    self.cancel = cancel
    self.digress = digress
    self.limits = limits
    self.keep = keep
  }
}
