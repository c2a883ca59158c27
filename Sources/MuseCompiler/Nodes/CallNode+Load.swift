import MuseDefinition
import MuseExpression
import MuseSource

extension CallNode {
  static let form = VerbForm(
    verb: .call, expects: .word,
    keys: [
      VerbForm.next,
      VerbForm.with,
      KeyForm("set", .map(.word), summary: "Slots and facts that take fields of the result, each written as 'outcome.field'."),
      KeyForm("timeout", .written, summary: "How long one attempt is waited for, such as 10s."),
      KeyForm(
        "retry", .integer(1...10), summary: "How often it is tried in all: only reads, and writes that may be repeated."),
      KeyForm("freely", .text, summary: "Why this write needs no yes; the reason stands in the report."),
      KeyForm("amend", .word, summary: "Where a change leads that is made after the write has succeeded."),
    ],
    summary: "Calls a declared tool and goes on by its outcome.")
}

extension NodeDocument.Call {
  init?(_ fields: Fields) {
    guard let tool = fields.text("call") else { return nil }
    self.init(tool: tool)
    arguments = fields.bindings("with")
    assignments = fields.assignments("set")
    timeout = fields.text("timeout")
    attempts = fields.integer("retry")
    freely = fields.text("freely")
    amend = fields.text("amend")
  }
}

extension GraphChecker {
  mutating func buildCall(_ call: NodeDocument.Call, into draft: inout NodeDraft) {
    draft.verb = .call
    guard let tool = resolveTool(call.tool) else {
      for argument in call.arguments { _ = evaluate(argument.expression, expecting: nil, for: &draft) }
      return
    }
    draft.outcomes.ordinary = tool.endings.map(\.outcome)
    draft.outcomes.other = [.failed] + (tool.effect == .writes ? [.unsure] : [])
    let arguments = call.arguments.compactMap { checkArgument($0, of: tool, in: &draft) }
    let isComplete = checkAllGiven(call, tool)
    let assignments = call.assignments.compactMap { checkAssignment($0, of: tool, in: draft) }
    let handling = checkHandling(call, tool)
    guard isComplete, arguments.count == call.arguments.count, assignments.count == call.assignments.count else { return }
    let read = Set(arguments.flatMap { $0.expression.references.map { SlotID(rawValue: $0) } })
    draft.kind = .call(
      CallNode(
        tool: tool.id, effect: tool.effect, arguments: arguments, assignments: assignments,
        readSlots: read.filter { scope.isSlot($0) }, readFacts: read.filter { scope.isFact($0) },
        timeout: handling.timeout, attempts: call.attempts?.value, freely: call.freely?.value, amend: handling.amend))
  }

  private mutating func checkArgument(
    _ argument: BindingDocument, of tool: ToolSignature, in draft: inout NodeDraft
  ) -> CallNode.Argument? {
    guard let parameter = tool.takes.first(where: { $0.name == argument.name.value }) else {
      add(
        Rule.unknownParameter.finding(
          "'\(tool.id)' takes no '\(argument.name.value)'.", at: argument.name.location,
          nearMiss: nearMiss(to: argument.name.value, among: tool.takes.map(\.name))))
      return nil
    }
    let readBefore = draft.reads.count
    guard let expression = evaluate(argument.expression, expecting: nil, for: &draft) else { return nil }
    if parameter.type.isOptional, scope.variables[SlotID(rawValue: argument.expression.value)] != nil {
      // An optional parameter takes a slot as it is, set or not.
      draft.reads.removeSubrange(readBefore...)
    }
    guard expression.type.canBecome(parameter.type.valueType) else {
      add(
        Rule.wrongType.finding(
          "'\(parameter.name)' takes '\(parameter.type.valueType)', but this is '\(expression.type)'.",
          at: argument.expression.location, advice: "Give a value of the type that '\(tool.id)' declares."))
      return nil
    }
    return .init(parameter: parameter.name, expression: expression)
  }

  private mutating func checkAllGiven(_ call: NodeDocument.Call, _ tool: ToolSignature) -> Bool {
    let given = Set(call.arguments.map(\.name.value))
    let missing = tool.takes.filter { !$0.type.isOptional && !given.contains($0.name) }
    guard !missing.isEmpty else { return true }
    // One misspelt parameter is one finding: it was reported as unknown.
    let unknown = given.filter { name in !tool.takes.contains { $0.name == name } }
    if unknown.count < missing.count {
      let names = missing.map { "'\($0.name)'" }.joined(separator: ", ")
      add(Rule.missingArgument.finding("'\(tool.id)' also takes \(names).", at: call.tool.location))
    }
    return false
  }

  private mutating func checkAssignment(
    _ assignment: NodeDocument.Call.Assignment, of tool: ToolSignature, in draft: NodeDraft
  ) -> CallNode.Assignment? {
    guard let (outcome, field) = checkedSource(assignment.source, of: tool, in: draft) else { return nil }
    guard let target = resolveVariable(assignment.target) else { return nil }
    return checkAssigned(field, to: target, at: assignment.source).map {
      .init(target: $0, outcome: outcome, field: field.name)
    }
  }

  /// `outcome.field`
  mutating func checkedSource(
    _ source: WrittenText, of tool: ToolSignature, in draft: NodeDraft
  ) -> (Outcome, ToolSignature.Parameter)? {
    let parts = source.value.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      add(
        Rule.unknownField.finding(
          "'\(source.value)' is no field of an outcome.", at: source.location,
          advice: "Write the outcome and its field: 'outcome.field'."))
      return nil
    }
    let outcomeLength = parts[0].unicodeScalars.count
    guard let ending = tool.endings.first(where: { $0.outcome.rawValue == parts[0] }) else {
      reportUnknownOutcome(Outcome(rawValue: parts[0]), of: draft, at: source.location(of: 0..<outcomeLength))
      return nil
    }
    guard let field = ending.fields.first(where: { $0.name == parts[1] }) else {
      let place = source.location(of: (outcomeLength + 1)..<source.value.unicodeScalars.count)
      add(
        Rule.unknownField.finding(
          "The outcome '\(ending.outcome)' of '\(tool.id)' has no field '\(parts[1])'.", at: place,
          nearMiss: nearMiss(to: parts[1], among: ending.fields.map(\.name))))
      return nil
    }
    return (ending.outcome, field)
  }

  mutating func checkAssigned(_ field: ToolSignature.Parameter, to target: SlotID, at source: WrittenText) -> SlotID? {
    guard let type = scope.variables[target]?.type else { return target }
    guard field.type.valueType.unwrapped.canBecome(type.valueType) else {
      add(
        Rule.wrongType.finding(
          "'\(target)' holds '\(type.valueType)', but '\(source.value)' is '\(field.type.valueType)'.", at: source.location,
          advice: "Assign a field of the same type."))
      return nil
    }
    return target
  }
}
