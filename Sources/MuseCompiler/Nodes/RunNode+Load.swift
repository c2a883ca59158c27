import MuseDefinition
import MuseExpression
import MuseSource

extension RunNode {
  static let form = VerbForm(
    verb: .run, expects: .word,
    keys: [
      VerbForm.next, VerbForm.with,
      KeyForm(
        "set", .map(.word), summary: "Slots and facts that take what the other graph holds at an end, each written as 'end.slot'."
      ),
    ],
    summary: "Runs another graph, and goes on by the name of its end.")
}

extension NodeDocument.Run {
  init?(_ fields: Fields) {
    guard let graph = fields.text("run") else { return nil }
    self.init(graph: graph)
    arguments = fields.bindings("with")
    assignments = fields.assignments("set")
  }
}

extension GraphChecker {
  /// The graphs that `run` may name; one that has an error of its own is known by name only.
  mutating func declareGraphs(_ imports: [(imported: WrittenText, name: WrittenText?, outline: GraphOutline?)]) {
    var names = document.name.map { [$0] } ?? []
    for other in imports {
      guard let name = other.name else {
        scope.isIncomplete = true
        continue
      }
      names.append(name)
      importedGraphs[name.value] = other.imported
      scope.graphs[GraphName(rawValue: name.value)] = .some(other.outline)
    }
    reportRepetitions(names, of: "graph")
  }

  mutating func buildRun(_ run: NodeDocument.Run, into draft: inout NodeDraft) {
    draft.verb = .run
    guard let other = resolveGraph(run.graph) else {
      for argument in run.arguments { _ = evaluate(argument.expression, expecting: nil, for: &draft) }
      return
    }
    for end in other.ends where [.cancelled, .changed, .failed].contains(end) {
      add(
        Rule.reservedID.finding(
          "The graph '\(run.graph.value)' has an end '\(end)', which 'run' cannot tell from its own outcome.",
          at: run.graph.location, advice: "Name the end otherwise."))
    }
    draft.outcomes.ordinary = other.ends
    draft.outcomes.other = rest(of: other, at: draft.document).filter { !other.ends.contains($0) }
    let arguments = run.arguments.compactMap { checkArgument($0, of: other, in: &draft) }
    let isComplete = checkAllGiven(run, other)
    let assignments = run.assignments.compactMap { checkAssignment($0, of: other, in: draft) }
    guard isComplete, arguments.count == run.arguments.count, assignments.count == run.assignments.count else { return }
    draft.kind = .run(RunNode(graph: other.graph.name, arguments: arguments, assignments: assignments))
  }

  /// Who is not asked anything cancels and changes nothing; `changed` only where the node itself names it.
  private func rest(of other: GraphOutline, at node: NodeDocument) -> [Outcome] {
    guard other.waits else { return [.failed] }
    guard case .byOutcome(let exits, _)? = node.next, exits.contains(where: { $0.outcome.value == Outcome.changed.rawValue })
    else {
      return [.cancelled, .failed]
    }
    return [.cancelled, .changed, .failed]
  }

  /// Nil for what is no graph, which is reported, and for one whose own mistakes are.
  private mutating func resolveGraph(_ name: WrittenText) -> GraphOutline? {
    if name.value == document.name?.value {
      add(Rule.runCircle.finding("'\(name.value)' runs itself.", at: name.location))
      return nil
    }
    guard let found = scope.graphs[GraphName(rawValue: name.value)] else {
      if !scope.isIncomplete {
        let near = nearMiss(to: name.value, among: scope.graphs.keys.map(\.rawValue))
        // One slip is one finding: the graph that was meant is not one that nothing runs.
        if let near { importedGraphs[near] = nil }
        add(
          Rule.unknownGraph.finding(
            "There is no graph '\(name.value)' among the imports.", at: name.location, nearMiss: near))
      }
      return nil
    }
    importedGraphs[name.value] = nil
    if let found, found.depth >= GraphOutline.mostDepth {
      add(
        Rule.runCircle.finding(
          "With '\(name.value)' more than \(GraphOutline.mostDepth) graphs run each other.", at: name.location,
          advice: "Put graphs together until fewer run each other."))
    }
    return found
  }

  /// Imported graphs that no `run` names.
  mutating func reportGraphsNotRun() {
    for (name, imported) in importedGraphs.sorted(by: { $0.key < $1.key }) {
      add(Rule.unused.finding("Nothing runs the graph '\(name)'.", at: imported.location))
    }
  }

  // MARK: with

  private mutating func checkArgument(
    _ argument: BindingDocument, of other: GraphOutline, in draft: inout NodeDraft
  ) -> RunNode.Argument? {
    let target = SlotID(rawValue: argument.name.value)
    let readBefore = draft.reads.count
    let expression = evaluate(argument.expression, expecting: nil, for: &draft)
    guard let type = other.type(of: target) else {
      add(
        Rule.unknownParameter.finding(
          "'\(other.graph.name)' has no slot or fact '\(target)'.", at: argument.name.location,
          nearMiss: nearMiss(to: target.rawValue, among: other.names)))
      return nil
    }
    if other.graph.slot(target) != nil, !other.graph.takes.contains(target),
      scope.variables[SlotID(rawValue: argument.expression.value)] != nil
    {
      // A slot takes another as it is, set or not.
      draft.reads.removeSubrange(readBefore...)
    }
    guard let expression else { return nil }
    guard expression.type.unwrapped.canBecome(type.valueType) else {
      add(
        Rule.wrongType.finding(
          "'\(target)' holds '\(type.valueType)', but this is '\(expression.type)'.", at: argument.expression.location,
          advice: "Give a value of the type that '\(other.graph.name)' declares."))
      return nil
    }
    return .init(target: target, expression: expression)
  }

  private mutating func checkAllGiven(_ run: NodeDocument.Run, _ other: GraphOutline) -> Bool {
    let given = Set(run.arguments.map(\.name.value))
    let missing = other.graph.takes.filter { !given.contains($0.rawValue) }
    guard !missing.isEmpty else { return true }
    let names = missing.map { "'\($0)'" }.joined(separator: ", ")
    // One misspelt name is one finding: it was reported as unknown.
    let unknown = given.filter { other.type(of: SlotID(rawValue: $0)) == nil }
    if unknown.count < missing.count {
      add(Rule.missingArgument.finding("'\(other.graph.name)' also takes \(names).", at: run.graph.location))
    }
    return false
  }

  // MARK: set

  private mutating func checkAssignment(
    _ assignment: NodeDocument.Call.Assignment, of other: GraphOutline, in draft: NodeDraft
  ) -> RunNode.Assignment? {
    guard let (outcome, field) = checkedSource(assignment.source, of: other, in: draft) else { return nil }
    guard let target = resolveVariable(assignment.target) else { return nil }
    return checkAssigned(field, to: target, at: assignment.source).map {
      .init(target: $0, outcome: outcome, source: SlotID(rawValue: field.name))
    }
  }

  /// `end.slot`
  mutating func checkedSource(
    _ source: WrittenText, of other: GraphOutline, in draft: NodeDraft
  ) -> (Outcome, ToolSignature.Parameter)? {
    let parts = source.value.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      add(
        Rule.unknownField.finding(
          "'\(source.value)' names no end and slot.", at: source.location, advice: "Write the end and the slot: 'end.slot'."))
      return nil
    }
    let length = parts[0].unicodeScalars.count
    guard other.ends.contains(Outcome(rawValue: parts[0])) else {
      reportUnknownOutcome(Outcome(rawValue: parts[0]), of: draft, at: source.location(of: 0..<length))
      return nil
    }
    guard let type = other.type(of: SlotID(rawValue: parts[1])) else {
      add(
        Rule.unknownField.finding(
          "'\(other.graph.name)' has no slot or fact '\(parts[1])'.",
          at: source.location(of: (length + 1)..<source.value.unicodeScalars.count),
          nearMiss: nearMiss(to: parts[1], among: other.names)))
      return nil
    }
    return (Outcome(rawValue: parts[0]), .init(name: parts[1], type: type))
  }
}
