import MuseDefinition
import MuseExpression
import MuseSource

/// `example`: what a tool answers where nothing runs it.
extension GraphChecker {
  mutating func buildExamples(_ documents: [ExampleDocument], of tool: ToolSignature) -> [ToolExample] {
    // What examples read are the tool's own parameters, not the graph's slots.
    let mentionedBefore = mentioned
    defer { mentioned = mentionedBefore }
    var examples: [ToolExample] = []
    for (index, document) in documents.enumerated() {
      if index > 0, documents[index - 1].condition == nil {
        add(
          Rule.badExample.finding(
            "The example before this one always counts.", at: document.location,
            advice: "Give that one a condition with 'if', or put it last."))
      }
      if let example = buildExample(document, of: tool) { examples.append(example) }
    }
    return examples
  }

  private mutating func buildExample(_ document: ExampleDocument, of tool: ToolSignature) -> ToolExample? {
    let environment = exampleEnvironment(of: tool)
    let condition = document.condition.map { checkExpression($0, expecting: .bool, in: environment) }
    guard document.endings.count == 1, let ending = document.endings.first else {
      let names = document.endings.map { "'\($0.outcome.value)'" }.joined(separator: " and ")
      add(
        Rule.badExample.finding(
          names.isEmpty ? "The example names no outcome." : "The example has several outcomes: \(names).",
          at: document.location, advice: "Write one outcome of '\(tool.id)', with its fields."))
      return nil
    }
    let fields = buildEnding(ending, of: tool, in: environment)
    guard let fields, condition != .some(nil) else { return nil }
    return ToolExample(condition: condition ?? nil, outcome: Outcome(rawValue: ending.outcome.value), fields: fields)
  }

  /// Nil where something is wrong with it.
  private mutating func buildEnding(
    _ ending: ExampleDocument.Ending, of tool: ToolSignature, in environment: TypeEnvironment
  ) -> [String: ExampleValue]? {
    let outcome = Outcome(rawValue: ending.outcome.value)
    guard tool.outcomes.contains(outcome) else {
      add(
        Rule.unknownOutcome.finding(
          "'\(tool.id)' has no outcome '\(outcome)'.", at: ending.outcome.location,
          nearMiss: nearMiss(to: outcome.rawValue, among: tool.outcomes.map(\.rawValue))))
      return nil
    }
    let declared = tool.endings.first { $0.outcome == outcome }?.fields ?? []
    let types = declared.map { (name: $0.name, type: $0.type) }
    return buildFields(
      ending.fields, as: types, of: "the outcome '\(outcome)' of '\(tool.id)'", at: ending.outcome.location, in: environment)
  }

  private mutating func buildFields(
    _ fields: [ValueDocument.Field], as types: [(name: String, type: SlotType)], of owner: String, at place: SourceLocation,
    in environment: TypeEnvironment
  ) -> [String: ExampleValue]? {
    var values: [String: ExampleValue] = [:]
    var isWhole = true
    for field in fields {
      guard let type = types.first(where: { $0.name == field.name.value })?.type else {
        isWhole = false
        add(
          Rule.unknownField.finding(
            "\(owner.capitalizedFirst) has no field '\(field.name.value)'.", at: field.name.location,
            nearMiss: nearMiss(to: field.name.value, among: types.map(\.name))))
        continue
      }
      values[field.name.value] = buildValue(field.value, as: type, in: environment)
    }
    let written = Set(fields.map(\.name.value))
    let missing = types.filter { !$0.type.isOptional && !written.contains($0.name) }.map(\.name)
    if isWhole, !missing.isEmpty {
      let names = missing.map { "'\($0)'" }.joined(separator: ", ")
      add(
        Rule.badExample.finding(
          "The example does not give \(names).", at: place, advice: "Give every field of \(owner) that is not optional."))
    }
    return isWhole && missing.isEmpty && values.count == fields.count ? values : nil
  }

  // MARK: Values

  private mutating func buildValue(
    _ document: ValueDocument, as type: SlotType, in environment: TypeEnvironment
  ) -> ExampleValue? {
    switch (type, document) {
    case (.optional(let wrapped), _):
      return buildValue(document, as: wrapped, in: environment)
    case (.list(let element), .list(let items, _)):
      let values = items.compactMap { buildValue($0, as: element, in: environment) }
      return values.count == items.count ? .list(values) : nil
    case (_, .map(let fields, let location)):
      guard let name = type.objectName, let definition = scope.objects[name] else { break }
      let types = definition.type.fields.compactMap { field in definition.fields[field.name].map { (field.name, $0) } }
      return buildFields(fields, as: types, of: "the type '\(name)'", at: location, in: environment).map { .object(name, $0) }
    case (_, .scalar(let text)):
      return buildScalar(text, as: type, in: environment)
    case (_, .list):
      break
    }
    reportValue("This", is: type, at: document.location)
    return nil
  }

  private mutating func buildScalar(_ text: WrittenText, as type: SlotType, in environment: TypeEnvironment) -> ExampleValue? {
    if text.value.contains(where: { $0 == "{" || $0 == "}" }) { return buildTemplate(text, as: type, in: environment) }
    if case .person = type { return .written(.value(.object(.named(text.value)))) }
    if let value = LiteralReader(type: type, zone: scope.zone).value(text.value) { return .written(value) }
    reportValue("'\(text.value)'", is: type, at: text.location)
    return nil
  }

  /// A text, or the value of its only expression.
  private mutating func buildTemplate(_ text: WrittenText, as type: SlotType, in environment: TypeEnvironment) -> ExampleValue? {
    guard let template = checkTemplate(text, in: environment) else { return nil }
    if case .expression(let expression) = template.parts.first, template.parts.count == 1,
      expression.type.unwrapped.canBecome(type.valueType)
    {
      return .expression(expression)
    }
    if type.valueType == .string { return .text(template) }
    add(
      Rule.wrongType.finding(
        "'\(type.valueType)' is expected here, and '\(text.value)' is none.", at: text.location,
        advice: "Write one expression in braces, of the type that the tool declares."))
    return nil
  }

  private mutating func reportValue(_ value: String, is type: SlotType, at location: SourceLocation) {
    let example = type.isList ? "a list" : type.objectName == nil ? LiteralReader(type: type, zone: scope.zone).example : "a map"
    add(
      Rule.badExample.finding("\(value) is no value of the type '\(type.valueType)'.", at: location, advice: "Write \(example)."))
  }

  private func exampleEnvironment(of tool: ToolSignature) -> TypeEnvironment {
    var types: [String: ValueType] = ["now": .timestamp, "today": .date]
    for parameter in tool.takes { types[parameter.name] = parameter.type.valueType }
    return TypeEnvironment(variables: types, objects: scope.objectTypes)
  }
}

extension SlotType {
  /// The object type whose fields a value of it has.
  var objectName: String? {
    switch self {
    case .person: "person"
    case .daterange: "daterange"
    case .timerange: "timerange"
    case .object(let name): name
    case .optional(let wrapped): wrapped.objectName
    case .text, .number, .integer, .boolean, .choice, .date, .time, .datetime, .duration, .email, .phone, .url, .list: nil
    }
  }
}

extension ObjectValue {
  /// A person of whom only a name or an address is known.
  fileprivate static func named(_ name: String) -> ObjectValue {
    .person(id: name, name: name, email: name.contains("@") ? name : nil)
  }
}
