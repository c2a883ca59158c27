import MuseDefinition
import MuseExpression
import MuseSource

extension WhenNode {
  static let form = VerbForm(
    verb: .when,
    expects: .filled(.list(.record(caseKeys))),
    keys: [
      KeyForm("else", .word, summary: "Where it goes on if no case holds; may be left out only where one case always does.")
    ],
    summary: "Goes to the first case whose condition holds.")

  fileprivate static let caseKeys = [
    KeyForm("if", .expression, .required, summary: "The condition."),
    KeyForm("to", .word, .required, summary: "The node where it goes on if the condition holds."),
  ]
}

extension NodeDocument.When {
  init(_ fields: Fields) {
    self.init()
    cases = (fields["when"]?.sequence ?? []).compactMap { item in
      let fields = Fields(item, WhenNode.caseKeys)
      guard let condition = fields.text("if"), let target = fields.text("to") else { return nil }
      return Case(condition: condition, target: target)
    }
    otherwise = fields.text("else")
  }
}

extension GraphChecker {
  mutating func buildWhen(_ when: NodeDocument.When, into draft: inout NodeDraft) {
    draft.verb = .when
    var cases: [WhenNode.Case] = []
    var narrowed: Set<SlotID> = []
    var refuted: Set<String> = []
    for (index, item) in when.cases.enumerated() {
      let condition = evaluate(item.condition, expecting: .bool, for: &draft)
      draft.reads.removeAll { narrowed.contains($0.variable) && item.condition.location.range.holds($0.location.range.start) }
      let exit = resolveTarget(item.target)
      draft.exits.append(
        .init(
          outcome: Outcome(rawValue: "when \(index + 1)"), target: exit, location: item.target.location,
          narrowed: narrowed.union(Narrowing.known(where: item.condition.value)),
          conditions: refuted.union(Narrowing.conditions(where: item.condition.value))))
      narrowed.formUnion(Narrowing.known(unless: item.condition.value))
      refuted.formUnion(Narrowing.conditions(unless: item.condition.value))
      if let condition, let target = exit.target { cases.append(.init(condition: condition, target: target)) }
    }
    let otherwise = when.otherwise.map { target in
      let exit = resolveTarget(target)
      draft.exits.append(
        .init(outcome: "when else", target: exit, location: target.location, narrowed: narrowed, conditions: refuted))
      return exit
    }
    checkComplete(when, cases.map(\.condition), node: draft.document.id)
    guard cases.count == when.cases.count, (otherwise?.target == nil) == (when.otherwise == nil) else { return }
    draft.kind = .when(WhenNode(cases: cases, otherwise: otherwise?.target))
  }

  private mutating func checkComplete(_ when: NodeDocument.When, _ checked: [CheckedExpression], node: WrittenText) {
    guard when.otherwise == nil, !when.cases.isEmpty else { return }
    if checked.count == when.cases.count, ConditionTable(checked, in: scope)?.isComplete == true { return }
    let conditions = when.cases.map { Narrowing.normalized($0.condition.value) }
    let isComplete = conditions.contains { $0 == "true" || conditions.contains("!\($0)") || conditions.contains("!(\($0))") }
    if !isComplete {
      add(Rule.missingElse.finding("'\(node.value)' does not say where to go if no case holds.", at: node.location))
    }
  }
}

extension NodeDraft.Exit.Target {
  var target: Target? {
    switch self {
    case .node(let id), .guess(let id): .node(id)
    case .back: .back
    case .unknown: nil
    }
  }
}

/// What a condition says about slots being set: `known(x)`, alone or joined by `&&`.
enum Narrowing {
  static func normalized(_ condition: String) -> String { condition.filter { !$0.isWhitespace } }

  static func known(where condition: String) -> Set<SlotID> {
    let parts = normalized(condition).split(separator: "&")
    guard !condition.contains("||"), !condition.contains("?") else { return [] }
    return Set(parts.compactMap { argument(ofKnown: String($0)) })
  }

  static func known(unless condition: String) -> Set<SlotID> {
    let text = normalized(condition)
    guard text.hasPrefix("!"), let id = argument(ofKnown: String(text.dropFirst())) else { return [] }
    return [id]
  }

  /// A condition and the parts that it joins by `&&`.
  static func conditions(where condition: String) -> Set<String> {
    let text = normalized(condition)
    guard !text.contains("||"), !text.contains("?") else { return [text] }
    return Set(text.split(separator: "&").map(String.init) + [text])
  }

  /// What holds where `!x` does not.
  static func conditions(unless condition: String) -> Set<String> {
    let text = normalized(condition)
    guard text.hasPrefix("!") else { return ["!\(text)", "!(\(text))"] }
    let rest = text.dropFirst()
    if rest.hasPrefix("("), rest.hasSuffix(")") { return [String(rest.dropFirst().dropLast())] }
    return rest.contains { "&|=<>?".contains($0) } ? [] : [String(rest)]
  }

  private static func argument(ofKnown text: String) -> SlotID? {
    guard text.hasPrefix("known("), text.hasSuffix(")") else { return nil }
    let name = text.dropFirst(6).dropLast()
    return NameForm.isID(name) ? SlotID(rawValue: String(name)) : nil
  }
}

extension SourceRange {
  fileprivate func holds(_ position: SourcePosition) -> Bool { start <= position && position < end }
}
