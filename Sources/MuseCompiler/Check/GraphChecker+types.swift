import MuseDefinition
import MuseExpression
import MuseSource

extension GraphChecker {
  private var documents: [GraphDocument] { [document] + imported }

  /// Object types, those of imported files among them. Their names count before their fields, so that they may name each other.
  mutating func checkTypes() {
    let types = documents.flatMap(\.types)
    reportRepetitions(types.map(\.name), of: "type")
    scope.objectNames.formUnion(types.map(\.name.value))
    for type in types { checkID(type.name, of: .type) }
    for type in types where scope.objects[type.name.value] == nil {
      let fields = type.fields.map { field in (field.name.value, checkedType(field.type)) }
      for field in type.fields { checkID(field.name, of: .field) }
      let object = ObjectType(
        name: type.name.value,
        fields: fields.map { ObjectType.Field(name: $0.0, type: $0.1?.valueType ?? .dyn) })
      scope.objects[type.name.value] = ObjectDefinition(
        type: object, fields: Dictionary(fields.compactMap { field in field.1.map { (field.0, $0) } }) { first, _ in first })
    }
    let objects = scope.objectTypes
    for type in types { checkShow(of: type, objects: objects) }
  }

  private mutating func checkShow(of type: TypeDocument, objects: [String: ObjectType]) {
    guard let show = type.show, let definition = scope.objects[type.name.value] else { return }
    let fields = Dictionary(definition.type.fields.map { ($0.name, $0.type) }) { first, _ in first }
    let environment = TypeEnvironment(variables: fields, objects: objects)
    let template = checkTemplate(show, in: environment)
    scope.objects[type.name.value]?.type.show = template
  }

  /// Resolves a written type; reports what is wrong with it. Nil for nothing written, too: its absence was reported.
  mutating func checkedType(_ text: WrittenText?, options: [String]? = nil) -> SlotType? {
    guard let text else { return nil }
    switch TypeParser.parse(text.value, objects: scope.objectNames, options: options) {
    case .success(let type):
      return type
    case .failure(let problem):
      report(problem, in: text)
      return nil
    }
  }

  private mutating func report(_ problem: TypeParser.Problem, in text: WrittenText) {
    let place = text.location(of: problem.offsets)
    switch problem.kind {
    case .syntax:
      add(Rule.badType.finding("'\(text.value)' is no type.", at: place))
    case .unknown:
      if scope.isIncomplete { return }
      let near = NameForm.foreignTypes[problem.name] ?? nearMiss(to: problem.name, among: NameForm.types.union(scope.objectNames))
      add(Rule.unknownType.finding("There is no type '\(problem.name)'.", at: place, nearMiss: near))
    case .choiceWithoutOptions:
      add(Rule.choiceWithoutOf.finding("'choice' needs what may be chosen.", at: place))
    }
  }

  /// Reports names that several files declare, at each later place. Within one file YAML's repeated keys are found before.
  mutating func reportRepetitions(_ names: [WrittenText], of kind: String) {
    var first: [String: WrittenText] = [:]
    for name in names {
      guard let earlier = first[name.value] else {
        first[name.value] = name
        continue
      }
      add(
        Rule.declaredTwice.finding(
          "The \(kind) '\(name.value)' is declared twice.", at: name.location,
          related: [.init(message: "It is also declared here.", location: earlier.location)]))
    }
  }

  // MARK: Tools

  mutating func checkTools() {
    let tools = documents.flatMap(\.tools)
    reportRepetitions(tools.map(\.id), of: "tool")
    for tool in tools where scope.tools[ToolID(rawValue: tool.id.value)] == nil {
      checkID(tool.id, of: .tool)
      let id = ToolID(rawValue: tool.id.value)
      let effect = tool.effect.flatMap { ToolSignature.Effect(rawValue: $0.value) } ?? .reads
      let repeats = tool.repeats.flatMap { ToolSignature.Repeat(rawValue: $0.value) }
      var signature = ToolSignature(
        id: id, effect: effect, repeats: repeats ?? (effect == .reads ? .harmless : .never), takes: parameters(tool.takes),
        endings: tool.endings.map { ending in
          checkID(ending.outcome, of: .outcome)
          return ToolSignature.Ending(outcome: Outcome(rawValue: ending.outcome.value), fields: parameters(ending.fields))
        })
      signature.examples = buildExamples(tool.examples, of: signature)
      scope.tools[id] = signature
    }
    for tool in tools { checkUndo(of: tool) }
  }

  mutating func parameters(_ fields: [FieldDocument]) -> [ToolSignature.Parameter] {
    fields.compactMap { field in
      checkID(field.name, of: .field)
      return checkedType(field.type).map { ToolSignature.Parameter(name: field.name.value, type: $0) }
    }
  }
}
