import MuseDefinition
import MuseSource

/// `undo`: the write that takes a write back.
extension GraphChecker {
  /// Checked when all tools are known.
  mutating func checkUndo(of document: ToolDocument) {
    guard let undo = document.undo, let tool = scope.tools[ToolID(rawValue: document.id.value)], tool.undo == nil else { return }
    if tool.effect == .reads {
      return add(Rule.badUndo.finding("'\(tool.id)' only reads: there is nothing to take back.", at: undo.tool.location))
    }
    guard let other = resolveTool(undo.tool) else { return }
    if other.effect == .reads {
      return add(Rule.badUndo.finding("'\(other.id)' only reads, so it cannot take anything back.", at: undo.tool.location))
    }
    let arguments = undo.arguments.compactMap { undoArgument($0, of: tool, for: other) }
    guard arguments.count == undo.arguments.count, checkAllGiven(undo, other), checkOneOutcome(undo, arguments) else { return }
    scope.tools[tool.id]?.undo = ToolSignature.Undo(tool: other.id, arguments: arguments)
  }

  private mutating func undoArgument(
    _ argument: BindingDocument, of tool: ToolSignature, for other: ToolSignature
  ) -> ToolSignature.Undo.Argument? {
    guard let parameter = other.takes.first(where: { $0.name == argument.name.value }) else {
      add(
        Rule.unknownParameter.finding(
          "'\(other.id)' takes no '\(argument.name.value)'.", at: argument.name.location,
          nearMiss: nearMiss(to: argument.name.value, among: other.takes.map(\.name))))
      return nil
    }
    guard let (source, type) = undoSource(argument.expression, of: tool) else { return nil }
    guard type.valueType.unwrapped.canBecome(parameter.type.valueType) else {
      add(
        Rule.wrongType.finding(
          "'\(parameter.name)' takes '\(parameter.type.valueType)', but this is '\(type.valueType)'.",
          at: argument.expression.location, advice: "Give a value of the type that '\(other.id)' declares."))
      return nil
    }
    return .init(parameter: parameter.name, source: source)
  }

  private mutating func undoSource(
    _ text: WrittenText, of tool: ToolSignature
  ) -> (ToolSignature.Undo.Source, SlotType)? {
    let parts = text.value.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    if parts.count == 1 {
      if let own = tool.takes.first(where: { $0.name == text.value }) { return (.argument(own.name), own.type) }
      add(
        Rule.unknownField.finding(
          "'\(tool.id)' takes no '\(text.value)'.", at: text.location,
          advice: "Write a parameter of '\(tool.id)', or a field of its outcome as 'outcome.field'.",
          nearMiss: nearMiss(to: text.value, among: tool.takes.map(\.name))))
      return nil
    }
    guard let ending = tool.endings.first(where: { $0.outcome.rawValue == parts[0] }) else {
      add(
        Rule.unknownOutcome.finding(
          "'\(tool.id)' has no outcome '\(parts[0])'.", at: text.location,
          nearMiss: nearMiss(to: parts[0], among: tool.endings.map(\.outcome.rawValue))))
      return nil
    }
    guard let field = ending.fields.first(where: { $0.name == parts[1] }) else {
      add(
        Rule.unknownField.finding(
          "The outcome '\(ending.outcome)' of '\(tool.id)' has no field '\(parts[1])'.", at: text.location,
          nearMiss: nearMiss(to: parts[1], among: ending.fields.map(\.name))))
      return nil
    }
    return (.field(ending.outcome, field.name), field.type)
  }

  private mutating func checkAllGiven(_ undo: ToolDocument.Undo, _ other: ToolSignature) -> Bool {
    let given = Set(undo.arguments.map(\.name.value))
    let missing = other.takes.filter { !$0.type.isOptional && !given.contains($0.name) }.map { "'\($0.name)'" }
    if missing.isEmpty { return true }
    add(
      Rule.missingArgument.finding(
        "'\(other.id)' takes \(missing.joined(separator: ", ")) besides.", at: undo.tool.location))
    return false
  }

  /// What two outcomes give is never there at once.
  private mutating func checkOneOutcome(_ undo: ToolDocument.Undo, _ arguments: [ToolSignature.Undo.Argument]) -> Bool {
    let outcomes = arguments.reduce(into: Set<Outcome>()) { outcomes, argument in
      if case .field(let outcome, _) = argument.source { outcomes.insert(outcome) }
    }
    if outcomes.count < 2 { return true }
    let names = outcomes.sorted().map { "'\($0)'" }.joined(separator: " and ")
    add(Rule.badUndo.finding("It reads fields of several outcomes: \(names).", at: undo.tool.location))
    return false
  }
}
