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
    var conditions: [CheckedExpression] = []
    var narrowing = Narrowing()
    for (index, item) in when.cases.enumerated() {
      let readBefore = draft.reads.count
      let condition = evaluate(item.condition, expecting: .bool, for: &draft)
      let unsure = draft.reads.dropFirst(readBefore).filter { !narrowing.known.contains($0.variable) }
      draft.reads.replaceSubrange(readBefore..., with: unsure)
      let exit = resolveTarget(item.target)
      draft.exits.append(
        .init(
          outcome: Outcome(rawValue: "when \(index + 1)"), target: exit, location: item.target.location,
          narrowing: narrowing.where(condition?.form)))
      narrowing = narrowing.where(condition.map { .not($0.form) })
      guard let condition else { continue }
      conditions.append(condition)
      if let target = exit.target { cases.append(.init(condition: condition, target: target)) }
    }
    let otherwise = when.otherwise.map { target in
      let exit = resolveTarget(target)
      draft.exits.append(.init(outcome: "when else", target: exit, location: target.location, narrowing: narrowing))
      return exit
    }
    checkComplete(when, conditions, node: draft.document.id)
    guard cases.count == when.cases.count, (otherwise?.target == nil) == (when.otherwise == nil) else { return }
    draft.kind = .when(WhenNode(cases: cases, otherwise: otherwise?.target))
  }

  /// Where a condition is wrong it may be the one that is missing.
  private mutating func checkComplete(_ when: NodeDocument.When, _ conditions: [CheckedExpression], node: WrittenText) {
    guard when.otherwise == nil, !when.cases.isEmpty, conditions.count == when.cases.count else { return }
    if ConditionTable(conditions, in: scope)?.isComplete == true { return }
    let forms = conditions.map(\.form)
    // Of many conditions together too much is to be tried; two may do by themselves.
    if ConditionForm.imply([], .any(forms)) || forms.contains(where: { forms.contains(.not($0)) }) { return }
    add(Rule.missingElse.finding("'\(node.value)' does not say where to go if no case holds.", at: node.location))
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

/// What is known on a way out of a `when`, by the conditions that were judged before it.
struct Narrowing {
  /// They hold.
  private(set) var conditions: [ConditionForm] = []
  /// Surely set, since they hold.
  private(set) var known: Set<SlotID> = []
  /// The names that some condition asks `known(…)` of.
  private var asked: Set<String> = []

  /// Where the condition holds as well; nil is one that is wrong.
  func `where`(_ condition: ConditionForm?) -> Narrowing {
    guard let condition else { return self }
    var narrowed = self
    narrowed.conditions.append(condition)
    narrowed.asked.formUnion(condition.namesAskedFor)
    // With what was judged before, the condition may say something of other names than its own.
    let names = narrowed.asked.count > 20 ? condition.namesAskedFor : narrowed.asked
    let certain = names.map { SlotID(rawValue: $0) }.filter { id in
      !known.contains(id) && ConditionForm.imply(narrowed.conditions, .known(id.rawValue))
    }
    narrowed.known.formUnion(certain)
    return narrowed
  }
}
