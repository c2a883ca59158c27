import MuseDefinition
import MuseSource

extension GraphDocument {
  /// Reads a file's tree; what is of a wrong form is left out.
  init(_ root: YAMLNode?, of file: SourceFile) {
    self.init(file: file.path)
    let fields = Fields(root, GraphForm.graph)
    loadHeader(fields)
    slots = fields.map("slots").map(SlotDocument.init(entry:))
    facts = fields.map("facts").map(FactDocument.init(entry:))
    intents = fields.map("intents").map { IntentDocument(id: $0.key, examples: $0.value.texts) }
    types = fields.map("types").map(TypeDocument.init(entry:))
    tools = fields.map("tools").map(ToolDocument.init(entry:))
    events = fields.map("events").map { EventDocument(name: $0.key, fields: FieldDocument.all(in: $0.value)) }
    takes = fields.texts("takes")
    nodes = fields.map("nodes").map(NodeDocument.init(entry:))
    otherwise = fields.map("otherwise").compactMap(NextDocument.Exit.init(entry:))
    policy = PolicyDocument(Fields(fields["policy"], GraphForm.policy))
    properties = fields.map("check").map { entry in
      PropertyDocument(
        name: entry.key,
        words: Dictionary(
          (entry.value.mapping ?? []).map { ($0.key.value, $0.value.texts) }, uniquingKeysWith: { first, _ in first }))
    }
  }

  private mutating func loadHeader(_ fields: Fields) {
    name = fields.text("name")
    title = fields.text("title")
    description = fields.text("description")
    locales = fields.texts("locales")
    timezone = fields.text("timezone")
    imports = fields.texts("import")
    begin = fields.text("begin")
  }
}

extension FieldDocument {
  static func all(in node: YAMLNode) -> [FieldDocument] {
    (node.mapping ?? []).map { FieldDocument(name: $0.key, type: $0.value.scalar) }
  }
}

extension TypeDocument {
  init(entry: YAMLEntry) {
    self.init(name: entry.key)
    let written = Fields(entry.value, GraphForm.object)
    fields = written.fields("fields")
    show = written.text("show")
  }
}

extension ToolDocument {
  init(entry: YAMLEntry) {
    self.init(id: entry.key)
    let fields = Fields(entry.value, GraphForm.tool)
    effect = fields.text("effect")
    repeats = fields.text("repeat")
    takes = fields.fields("takes")
    endings = fields.map("outcomes").map { outcome in
      Ending(
        outcome: outcome.key,
        fields: FieldDocument.all(in: outcome.value))
    }
    examples = ExampleDocument.all(in: fields["example"])
    let undoing = Fields(fields["undo"], GraphForm.undo)
    undo = undoing.text("call").map { Undo(tool: $0, arguments: undoing.bindings("with")) }
  }
}

extension PolicyDocument {
  init(_ fields: Fields) {
    self.init()
    cancel = fields.text("cancel")
    digressions = fields.map("digress").compactMap { entry in
      entry.value.scalar.map { Digression(intent: entry.key, target: $0) }
    }
    silence = SilenceDocument.all(in: fields["silence"])
    onBusy = fields.text("on_busy")
    gather = fields.text("gather")
    stepsPerTurn = Fields(fields["limits"], GraphForm.limits).integer("steps_per_turn")
    modelCallsPerTurn = Fields(fields["limits"], GraphForm.limits).integer("model_calls_per_turn")
    days = Fields(fields["keep"], GraphForm.keep).integer("days")
    checkpoints = Fields(fields["keep"], GraphForm.keep).integer("checkpoints")
  }
}
