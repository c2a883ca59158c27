import MuseDefinition
import MuseExpression
import MuseInterpreter

/// One talk with a language model: what it may look up is looked up for it, and what does not fit is asked once more.
struct GenerationDialogue: Sendable {
  let model: any LanguageModel
  let generation: Generation
  let node: LanguageModelNode
  let order: EffectPerformer.Order
  let tools: ToolCaller
  let limits: EffectPerformer.ModelLimits
  /// The attempt that it is; nil: nobody traces.
  var attempt: ModelSpan?

  private struct Said {
    var text = ""
    var calls: [GenerationCall] = []
  }

  /// - Throws: `LanguageModelFailure`, or whatever the language model's stream fails with.
  func hold() async throws -> CallResult {
    var messages = opening
    var mayRepair = true
    for round in 0...limits.rounds {
      let said = try await listen(to: request(messages, mayCall: round < limits.rounds))
      if !said.calls.isEmpty {
        messages.append(.assistant(said.text, calls: said.calls))
        for call in said.calls { messages.append(.answer(await answer(call), to: call.id)) }
        continue
      }
      do throws(TypedJSON.Mismatch) {
        return try result(of: said.text)
      } catch {
        guard mayRepair else { throw LanguageModelFailure.permanent(reason: error.description) }
        mayRepair = false
        messages.append(.assistant(said.text))
        messages.append(.person("That does not fit: \(error) Answer again with nothing but the JSON object."))
      }
    }
    throw LanguageModelFailure.permanent(reason: "It came to no answer.")
  }

  /// What was streamed so far does not count any more.
  func withdraw() async {
    guard isStreamed else { return }
    await order.listen(.withdrawn(generation.id))
  }

  // MARK: What it is shown

  /// The author's words first; where nothing was said yet, they are what it is asked.
  private var opening: [GenerationMessage] {
    if generation.history.isEmpty { return [.person(generation.prompt)] }
    return [.instructions(generation.prompt)]
      + generation.history.map { line in
        switch line.speaker {
        case .person: .person(line.text)
        case .graph, .staff: .assistant(line.text)
        }
      }
  }

  private func request(_ messages: [GenerationMessage], mayCall: Bool) -> GenerationRequest {
    let output: GenerationRequest.Output =
      switch node.product {
      case .reply: .text
      case .out(let fields): .json(schema: json.schema(of: fields))
      }
    var request = GenerationRequest(
      role: generation.role, messages: messages, output: output, tools: mayCall ? signatures.map(description) : [])
    request.trace = attempt?.span.fields
    return request
  }

  private var json: TypedJSON { TypedJSON(zone: order.zone, objects: order.graph.objects) }

  // MARK: What it says

  private var isStreamed: Bool {
    switch node.product {
    case .reply: true
    case .out: false
    }
  }

  private static let tooMuch = LanguageModelFailure.permanent(reason: "It said more than it may.")

  private func listen(to request: GenerationRequest) async throws -> Said {
    var said = Said()
    for try await piece in model.generate(request) {
      switch piece {
      case .text(let words):
        said.text += words
        guard said.text.utf8.count <= limits.longestText else { throw Self.tooMuch }
        if isStreamed { await order.listen(.said(generation.id, words)) }
      case .call(let call):
        guard said.calls.count < limits.mostCalls else { throw Self.tooMuch }
        said.calls.append(call)
      case .usage(let usage): attempt?.note(usage)
      case .ended(.complete): break
      case .ended(.cutOff): throw Self.tooMuch
      case .ended(.withheld): throw LanguageModelFailure.permanent(reason: "Its service keeps the answer back.")
      }
    }
    // A stream that is given up ends like one that is through.
    try Task.checkCancellation()
    return said
  }

  private func result(of text: String) throws(TypedJSON.Mismatch) -> CallResult {
    switch node.product {
    case .reply:
      let words = text.trimmed
      guard !words.isEmpty else { throw TypedJSON.Mismatch(description: "Nothing was said.") }
      return .outcome(.reply, ["text": .string(words)])
    case .out(let fields): return .outcome(.out, try values(in: text, as: fields))
    }
  }

  private func values(in text: String, as fields: [ToolSignature.Parameter]) throws(TypedJSON.Mismatch) -> [String: Value] {
    guard let answer = JSONValue(text: text.unfenced) ?? bare(text, fields) else {
      throw TypedJSON.Mismatch(description: "It is no JSON.")
    }
    // A single value may come without its name.
    if fields.count == 1, let only = fields.first, answer[only.name] == nil {
      return try json.values(of: .object([only.name: answer]), as: fields)
    }
    return try json.values(of: answer, as: fields)
  }

  /// A single word without quotes, where one of several is to be chosen.
  private func bare(_ text: String, _ fields: [ToolSignature.Parameter]) -> JSONValue? {
    node.choices.flatMap { $0.contains(text.trimmed) ? .string(text.trimmed) : nil }
  }

  // MARK: What it looks up

  private var signatures: [ToolSignature] {
    node.tools.compactMap { order.graph.tools[$0] }.filter { $0.effect == .reads }
  }

  private func description(of tool: ToolSignature) -> GenerationTool {
    GenerationTool(name: tool.id.callable, summary: tool.id.rawValue, parameters: json.schema(of: tool.takes))
  }

  /// JSON in every case: a wrong call is told what is wrong with it.
  private func answer(_ asked: GenerationCall) async -> String {
    guard let tool = signatures.first(where: { $0.id.callable == asked.tool }) else {
      return JSONValue.object(["error": "There is no such tool."]).text
    }
    let arguments: [String: Value]
    do throws(TypedJSON.Mismatch) {
      arguments = try json.values(of: asked.arguments, as: tool.takes)
    } catch {
      return JSONValue.object(["error": .string(error.description)]).text
    }
    let call = Call(
      id: generation.id, node: generation.node, tool: tool.id, effect: .reads, repeats: .harmless, arguments: arguments)
    var order = order
    if let attempt { order.trace = attempt.span }
    switch await tools.perform(call, for: order) {
    case .outcome(let outcome, let fields):
      return JSONValue.object(["outcome": .string(outcome.rawValue), "fields": json.json(of: fields)]).text
    case .failed, .unsure: return JSONValue.object(["error": "It failed."]).text
    }
  }
}

extension ToolID {
  /// As language models may call it.
  fileprivate var callable: String { rawValue.replacing(".", with: "_") }
}

extension String {
  fileprivate var trimmed: String {
    let end = lastIndex { !$0.isWhitespace }
    return end.map { String(self[...$0].drop(while: \.isWhitespace)) } ?? ""
  }

  /// Without the fence of a code block around it.
  fileprivate var unfenced: String {
    let text = trimmed
    guard text.hasPrefix("```"), text.hasSuffix("```"), let start = text.firstIndex(of: "\n") else { return text }
    return String(text[start...].dropLast(3)).trimmed
  }
}
