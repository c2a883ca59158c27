import MuseDefinition
import MuseExpression

/// Reads the moves off one message: what the question that is open makes of its words.
struct MoveReader {
  let understander: Understander
  let context: RecognitionContext
  let awaiting: Awaiting
  let findings: [Finding]
  let canonical: CanonicalWords
  private let recognised: Coverage
  /// What the classifier sees placeholders for.
  private let replacements: [Delexicaliser.Replacement]

  init(understander: Understander, context: RecognitionContext, awaiting: Awaiting) {
    self.understander = understander
    self.context = context
    self.awaiting = awaiting
    findings = context.findings()
    canonical = CanonicalWords(context.message, language: context.language)
    recognised = Coverage(findings.map(\.tokens), in: context.message)
    replacements = understander.replacements(in: context, findings: findings, canonical: canonical)
  }

  var message: Message { context.message }
  var language: Language { context.language }
  var graph: ConversationGraph { understander.graph }
  var answers: AnswerReader { AnswerReader(message: message, language: language) }
  var asked: Slot? { awaiting.asked.flatMap(graph.slot) }

  /// In the order in which they were said; never empty.
  func moves() -> [Move] {
    guard !message.tokens.isEmpty else { return [Move(.nonsense)] }
    let result =
      switch awaiting.question {
      case .beginning where !awaiting.open.isEmpty: digression() ?? answer()
      case .beginning, .classify, .wait, .nothing: opening()
      case .ask: digression() ?? answer()
      case .confirm: digression() ?? consent()
      }
    return result.isEmpty ? [Move(.nonsense, span: message.span(message.whole))] : result
  }

  func teller(_ scope: Scope) -> Teller {
    Teller(
      graph: graph, carriers: understander.carriers, context: context, awaiting: awaiting, findings: findings,
      canonical: canonical,
      scope: scope)
  }

  func move(_ told: Told) -> Move { Move(.tell(told.slot, told.telling, told.edit), span: message.span(told.tokens)) }

  func move(_ kind: Move.Kind, _ tokens: Range<Int>) -> Move { Move(kind, span: message.span(tokens)) }

  func repairing(_ repair: AnswerWords.Repair, _ tokens: Range<Int>) -> Move {
    switch repair {
    case .cancel: move(.cancel, tokens)
    case .skip: move(.skip, tokens)
    case .repeating: move(.repeat, tokens)
    case .help: move(.help, tokens)
    case .startOver: move(.startOver, tokens)
    }
  }

  func sorted(_ moves: [Move]) -> [Move] {
    moves.enumerated().sorted { ($0.element.span?.lowerBound ?? 0, $0.offset) < ($1.element.span?.lowerBound ?? 0, $1.offset) }
      .map(\.element)
  }

  // MARK: Intents

  /// The intents of a stretch, best first, the values in it replaced by placeholders.
  func intents(in range: Range<Int>) -> [IntentClassifier.Scored] {
    understander.classifier.scores(message, in: range, replacing: replacements)
  }

  /// A digression is recognised at any wait, where the whole message is surely nothing else.
  private func digression() -> [Move]? {
    guard !awaiting.digressions.isEmpty, let best = intents(in: message.whole).first, awaiting.digressions.contains(best.intent)
    else {
      return nil
    }
    let needed = asked?.type.item == .text ? IntentClassifier.certain : IntentClassifier.sure
    guard best.margin >= needed else { return nil }
    return [move(.intent(best.intent), message.whole)]
  }

  /// Intents that clauses of a message surely are, beside what was asked. One whose slots are all in the open question only says
  /// again what is going on; one whose words name a slot of the question is none ("change the title to X").
  func foreignIntents(beside told: [Told]) -> [(intent: IntentID, tokens: Range<Int>)] {
    let named = Coverage(told.filter { $0.isNamed || $0.edit != .plain }.map(\.tokens), in: message)
    return surelyForeign().filter { !named.overlaps($0.tokens) && !tellsOpenSlotsOnly($0.intent, $0.tokens) }
  }

  /// "move it to 4pm" while the start of a new meeting is open changes that start.
  private func tellsOpenSlotsOnly(_ intent: IntentID, _ range: Range<Int>) -> Bool {
    guard let marked = graph.intent(intent)?.markedSlots, !marked.isSubset(of: awaiting.open) else { return false }
    let own = Set(teller(scope(of: [intent])).told(in: range).map(\.slot))
    return !own.isEmpty && own.isSubset(of: awaiting.open)
  }

  /// What was said for such an intent, for slots that the open question does not ask for: it waits with it.
  func tellings(of wishes: [(intent: IntentID, tokens: Range<Int>)]) -> [Told] {
    wishes.flatMap { wish in
      teller(scope(of: [wish.intent])).told(in: wish.tokens).filter { !awaiting.open.contains($0.slot) }
    }
  }

  private func surelyForeign() -> [(intent: IntentID, tokens: Range<Int>)] {
    var result: [(intent: IntentID, tokens: Range<Int>)] = []
    let clauses = Clauses.split(message, message.whole, language.grammar)
    for range in [message.whole] + (clauses.count > 1 ? clauses : []) {
      guard !isValues(range), answers.repair(in: range) == nil, let best = intents(in: range).first,
        best.margin >= IntentClassifier.sure, !isGoingOn(best.intent)
      else {
        continue
      }
      if range == message.whole, clauses.count > 1, clauses.contains(where: { !surely($0, best.intent) && saysMore($0) }) {
        continue
      }
      if !result.contains(where: { $0.intent == best.intent || $0.tokens.overlaps(range) }) {
        result.append((best.intent, range))
      }
    }
    return result
  }

  /// Values and what leads up to them are no wish.
  private func isValues(_ range: Range<Int>) -> Bool {
    range.allSatisfy { recognised.contains($0) || answers.isFiller($0) }
  }

  func surely(_ range: Range<Int>, _ intent: IntentID) -> Bool {
    intents(in: range).first.map { $0.intent == intent && $0.margin >= understander.classifier.plausible } ?? false
  }

  private func saysMore(_ range: Range<Int>) -> Bool { !answers.areFillers(range) }

  func isGoingOn(_ intent: IntentID) -> Bool {
    let marked = graph.intent(intent)?.markedSlots ?? []
    guard !marked.isEmpty, marked.isSubset(of: awaiting.open) else { return false }
    return !graph.intents.contains { marked.isStrictSubset(of: $0.markedSlots) && $0.markedSlots.isSubset(of: awaiting.open) }
  }
}
