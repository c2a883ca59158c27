import MuseDefinition
import MuseExpression
import MuseSource

extension LanguageModelNode {
  static let form = VerbForm(
    verb: .llm, expects: .word, keys: [VerbForm.next] + keys + [set],
    summary: "Asks a language model, named by its role, for a reply or for values of declared types.")

  /// Beside the role, wherever a language model is asked.
  static let keys = [
    KeyForm("reply", .boolean, summary: "Whether what the language model writes is said to the person."),
    KeyForm(
      "out", .either([.type, .map(.either([.type, .record(GraphForm.fact)]))]),
      summary: "The type of the answer, or several values by name, each with its type."),
    KeyForm("of", .list(.text), summary: "The words that a choice in 'out' is made among; each is an outcome."),
    KeyForm("prompt", .spoken, .required, summary: "What the language model is told."),
    KeyForm(
      "history", .integer(0...200), summary: "How many of the newest lines of the conversation it is shown; none, if left out."),
    KeyForm(
      "tools", .oneOrMore(.word), summary: "The tools that the language model may call while it works; all of them read only."),
    KeyForm("without", .word, summary: "The node that is taken where no language model is configured; else that is 'failed'."),
  ]

  private static let set = KeyForm(
    "set", .map(.word), summary: "Slots and facts that take what it answers: 'reply', 'out', or 'out.name' of several values.")
}

extension NodeDocument.LanguageModel {
  init?(_ fields: Fields) {
    guard let role = fields.text("llm") else { return nil }
    self.init(role: role)
    replies = fields.boolean("reply")
    out = fields["out"].flatMap(Out.init)
    options = fields.located("of")
    prompt = fields.spoken("prompt")
    history = fields.integer("history")
    tools = fields.texts("tools")
    without = fields.text("without")
    assignments = fields.assignments("set")
  }
}

extension NodeDocument.LanguageModel.Out {
  fileprivate init?(_ node: YAMLNode) {
    if let type = node.scalar {
      self = .single(type)
    } else if let entries = node.mapping {
      self = .named(entries.map(FactDocument.init(entry:)), node.location)
    } else {
      return nil
    }
  }
}

extension GraphChecker {
  mutating func buildLanguageModel(_ document: NodeDocument.LanguageModel, into draft: inout NodeDraft) {
    draft.verb = .llm
    for option in document.options?.value ?? [] where option.value == Outcome.failed.rawValue {
      add(Rule.reservedID.finding("'failed' cannot be a word to choose: 'llm' has an outcome of that name.", at: option.location))
    }
    let product = checkedProduct(of: document, at: draft.location)
    let prompt = document.prompt.flatMap { speak($0, for: &draft) }
    reportSensitive(document.prompt, prompt)
    reportRepetitions(document.tools)
    let tools = document.tools.compactMap { resolveReadingTool($0) }
    let without = document.without.map { resolveNode($0) }
    if let place = document.without?.location {
      let target = (without ?? nil).map { NodeDraft.Exit.Target.node($0) } ?? .unknown
      draft.exits.append(.init(outcome: .withoutModel, target: target, location: place))
    }
    guard let product else { return }
    let assignments = document.assignments.compactMap { checkAssignment($0, of: product) }
    guard let prompt, tools.count == document.tools.count, without != .some(nil), assignments.count == document.assignments.count
    else {
      draft.outcomes = Self.outcomes(of: product)
      return
    }
    let node = LanguageModelNode(
      role: document.role.value, product: product, prompt: prompt, history: document.history?.value ?? 0, tools: tools,
      without: without ?? nil, assignments: assignments)
    draft.outcomes = Self.outcomes(of: product)
    draft.kind = .llm(node)
  }

  /// What a language model would not be shown.
  private mutating func reportSensitive(_ document: SpokenDocument?, _ prompt: SpokenText?) {
    let templates = prompt.map { $0.variants.values.flatMap { $0 } } ?? []
    let read = templates.reduce(into: Set<String>()) { $0.formUnion($1.references) }
    for slot in read.map({ SlotID(rawValue: $0) }).sorted() where scope.sensitiveSlots.contains(slot) {
      guard let place = document?.texts.first?.location else { continue }
      add(Rule.sensitiveInPrompt.finding("The prompt reads '\(slot)', which is sensitive.", at: place))
    }
  }

  private static func outcomes(of product: LanguageModelNode.Product) -> OutcomeSet {
    let words = product.choices.map { $0.map { Outcome(rawValue: $0) } }
    return OutcomeSet(ordinary: words ?? [.next], other: [.failed])
  }

  /// Nil where it cannot be told what is wanted of the language model, which is reported.
  private mutating func checkedProduct(
    of document: NodeDocument.LanguageModel, at place: SourceLocation
  ) -> LanguageModelNode.Product? {
    let replies = document.replies?.value ?? false
    switch document.out {
    case nil:
      checkOptions(document.options, type: nil, written: nil)
      if !replies {
        add(Rule.replyOrOut.finding("It does not say what the language model shall give.", at: document.role.location))
        return nil
      }
      return .reply
    case .some where replies:
      add(
        Rule.replyOrOut.finding(
          "It asks for a reply and for values.", at: document.replies?.location ?? place,
          advice: "Take one of them out, or make two nodes."))
      return nil
    case .single(let type):
      let checked = checkedType(type, options: document.options?.value.map(\.value))
      checkOptions(document.options, type: checked, written: type)
      return checked.map { .out([.init(name: "out", type: $0)]) }
    case .named(let values, let location):
      return checkedValues(values, at: location).map { .out($0) }
    }
  }

  private mutating func checkedValues(_ values: [FactDocument], at place: SourceLocation) -> [ToolSignature.Parameter]? {
    if values.isEmpty { add(Rule.replyOrOut.finding("'out' names no value.", at: place, advice: "Name at least one.")) }
    let checked = values.compactMap { value -> ToolSignature.Parameter? in
      checkID(value.id, of: .field)
      let type = checkedType(value.type, options: value.options?.value.map(\.value))
      checkOptions(value.options, type: type, written: value.type)
      return type.map { .init(name: value.id.value, type: $0) }
    }
    return checked.count == values.count && !checked.isEmpty ? checked : nil
  }

  private mutating func resolveReadingTool(_ name: WrittenText) -> ToolID? {
    guard let tool = resolveTool(name) else { return nil }
    guard tool.effect == .writes else { return tool.id }
    add(Rule.writeByModel.finding("'\(tool.id)' writes.", at: name.location))
    return nil
  }

  /// `reply`, `out`, or `out.name`.
  private mutating func checkAssignment(
    _ assignment: NodeDocument.Call.Assignment, of product: LanguageModelNode.Product
  ) -> LanguageModelNode.Assignment? {
    let source = assignment.source
    let target = resolveVariable(assignment.target)
    guard let field = product.field(source.value) else {
      add(
        Rule.unknownField.finding(
          "The language model gives no '\(source.value)'.", at: source.location,
          nearMiss: nearMiss(to: source.value, among: product.sources)))
      return nil
    }
    return target.flatMap { checkAssigned(field, to: $0, at: source) }.map { target in
      switch product {
      case .reply: .init(target: target, source: nil)
      case .out: .init(target: target, source: field.name)
      }
    }
  }
}

extension LanguageModelNode.Product {
  /// What `set` may name.
  var sources: [String] {
    switch self {
    case .reply: ["reply"]
    case .out(let values): values.map(\.name) == ["out"] ? ["out"] : values.map { "out.\($0.name)" }
    }
  }

  func field(_ source: String) -> ToolSignature.Parameter? {
    switch self {
    case .reply: source == "reply" ? .init(name: "reply", type: .text) : nil
    case .out(let values): zip(sources, values).first { $0.0 == source }?.1
    }
  }
}

extension Outcome {
  /// The way to `without`: it has a space, so that no author can name it.
  static let withoutModel: Outcome = "without model"
}
