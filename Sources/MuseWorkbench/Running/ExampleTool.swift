import MuseDefinition
import MuseExpression
import MuseRuntime

/// A tool that answers with the examples of its declaration, where nothing else runs it.
struct ExampleTool: Tool {
  private let signature: ToolSignature
  private let objects: [String: ObjectType]
  private let locale: LocaleID

  /// Nil: the tool has no examples.
  init?(_ id: ToolID, of graph: ConversationGraph) {
    guard let signature = graph.tools[id], !signature.examples.isEmpty else { return nil }
    self.signature = signature
    self.objects = graph.objectTypes
    self.locale = graph.locale
  }

  var id: ToolID { signature.id }

  func perform(_ request: ToolRequest) async throws(ToolFailure) -> ToolAnswer {
    let answer: ToolAnswer?
    do {
      answer = try signature.exampleAnswer(in: context(of: request))
    } catch {
      throw .notDone(reason: "An example of '\(id)' has no value: \(error.message)")
    }
    guard let answer else { throw .notDone(reason: "No example of '\(id)' fits.") }
    if answer.outcome == .failed { throw .notDone(reason: "The example says so.") }
    if answer.outcome == .unsure { throw .unknown(reason: "The example says so.") }
    return answer
  }

  private func context(of request: ToolRequest) -> EvaluationContext {
    let (now, today) = (request.now, request.zone.civil(request.now).date)
    let arguments = request.arguments
    let parameters = signature.takes.map(\.name)
    return EvaluationContext(now: now, zone: request.zone, locale: locale, objects: objects) { name in
      switch name {
      case "now": .timestamp(now)
      case "today": .date(today)
      // What is optional and not given is empty: a condition may look at it.
      default: arguments[name] ?? (parameters.contains(name) ? .empty : nil)
      }
    }
  }
}

extension ToolSignature {
  /// The first example whose condition holds; nil: none.
  fileprivate func exampleAnswer(in context: EvaluationContext) throws(EvaluationError) -> ToolAnswer? {
    for example in examples {
      if let condition = example.condition, try condition.evaluate(in: context) != .bool(true) { continue }
      return ToolAnswer(example.outcome, try example.fields.values(in: context))
    }
    return nil
  }
}

extension [String: ExampleValue] {
  fileprivate func values(in context: EvaluationContext) throws(EvaluationError) -> [String: MuseExpression.Value] {
    var values: [String: MuseExpression.Value] = [:]
    for (name, value) in self { values[name] = try value.value(in: context) }
    return values
  }
}

extension ExampleValue {
  fileprivate func value(in context: EvaluationContext) throws(EvaluationError) -> Value {
    switch self {
    case .written(.value(let value)): return value
    case .written(.today): return .date(context.zone.civil(context.now).date)
    case .written(.now): return .timestamp(context.now)
    case .expression(let expression): return try expression.evaluate(in: context)
    case .text(let template): return .string(try template.render(in: context))
    case .list(let items):
      var values: [Value] = []
      for item in items { values.append(try item.value(in: context)) }
      return .list(values)
    case .object(let type, let fields): return .object(ObjectValue(type: type, fields: try fields.values(in: context)))
    }
  }
}
