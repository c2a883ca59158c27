import MuseDefinition
import MuseExpression
import MuseSource

extension GraphChecker {
  mutating func checkNodes() -> [NodeDraft] {
    checkOtherwise()
    var drafts = document.nodes.map { draft($0) }
    for index in drafts.indices { checkNext(of: &drafts[index]) }
    checkOtherwiseNames(drafts)
    let byID = Dictionary(drafts.map { ($0.id, $0) }) { first, _ in first }
    for draft in drafts {
      if case .say(let say) = draft.document.action { checkClaims(say.claims, drafts: byID) }
    }
    return drafts
  }

  private mutating func draft(_ document: NodeDocument) -> NodeDraft {
    checkID(document.id, of: .node)
    var draft = NodeDraft(document)
    draft.forget = document.forget.compactMap { resolveVariable($0) }
    if let say = document.say { draft.say = speak(say, for: &draft) }
    if !document.asksWithSay { for index in draft.reads.indices { draft.reads[index].isEarly = true } }
    switch document.action {
    case .say(let say): buildSay(say, into: &draft)
    case .ask(let ask): buildAsk(ask, into: &draft)
    case .classify(let classify): buildClassify(classify, into: &draft)
    case .confirm(let confirm): buildConfirm(confirm, into: &draft)
    case .call(let call): buildCall(call, into: &draft)
    case .set(let assignments): buildSet(assignments, into: &draft)
    case .when(let when): buildWhen(when, into: &draft)
    case .llm(let llm): buildLanguageModel(llm, into: &draft)
    case .run(let run): buildRun(run, into: &draft)
    case .each(let each): buildEach(each, into: &draft)
    case .wait(let wait): buildWait(wait, into: &draft)
    case .handoff(let handoff): buildHandoff(handoff, into: &draft)
    case .end(let end): buildEnd(end, into: &draft)
    case .broken: break
    }
    buildSilence(of: &draft)
    return draft
  }

  /// Checks a text of a node and notes what it reads.
  mutating func speak(_ text: SpokenDocument, for draft: inout NodeDraft) -> SpokenText? {
    notingReads(of: text.texts.first, in: &draft) { $0.checkSpoken(text, in: $0.scope.laterEnvironment) }
  }

  /// Checks an expression of a node and notes what it reads.
  mutating func evaluate(_ text: WrittenText, expecting expected: ValueType?, for draft: inout NodeDraft) -> CheckedExpression? {
    notingReads(of: text, in: &draft) { $0.checkExpression(text, expecting: expected, in: $0.scope.laterEnvironment) }
  }

  /// Checks a text of a node that stands alone and notes what it reads.
  mutating func fill(_ text: WrittenText, for draft: inout NodeDraft) -> TextTemplate? {
    notingReads(of: text, in: &draft) { $0.checkTemplate(text, in: $0.scope.laterEnvironment) }
  }

  /// Notes what a text or an expression reads where it must be set, and what of the time before a change (`was.x`).
  private mutating func notingReads<Checked>(
    of text: WrittenText?, in draft: inout NodeDraft, _ check: (inout GraphChecker) -> Checked
  ) -> Checked {
    let before = pastMentioned
    pastMentioned = []
    defer { pastMentioned.formUnion(before) }
    let (checked, reads) = reading(check)
    draft.reads += reads
    if let text {
      draft.pastReads += pastMentioned.sorted().map { .init(variable: SlotID(rawValue: $0), location: text.location) }
    }
    return checked
  }
}

extension NodeDocument {
  /// The question of a `classify` is spoken when it waits, and again whenever it waits anew.
  fileprivate var asksWithSay: Bool {
    switch action {
    case .classify: true
    case .say, .ask, .confirm, .llm, .call, .set, .when, .run, .each, .wait, .handoff, .end, .broken: false
    }
  }
}
