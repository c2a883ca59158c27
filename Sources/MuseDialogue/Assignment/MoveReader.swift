import MuseDefinition
import MuseExpression

/// Reads the moves off one message: what the question that is open makes of its words.
struct MoveReader {
  let tongue: Tongue
  let context: RecognitionContext
  let awaiting: Awaiting
  let findings: [Finding]
  let canonical: CanonicalWords
  private let recognised: Coverage
  /// What the classifier sees placeholders for.
  private let replacements: [Delexicaliser.Replacement]

  init(tongue: Tongue, context: RecognitionContext, awaiting: Awaiting) {
    self.tongue = tongue
    self.context = context
    self.awaiting = awaiting
    canonical = CanonicalWords(context.message, language: context.language)
    findings = tongue.findings(in: context, canonical)
    recognised = Coverage(findings.map(\.tokens), in: context.message)
    replacements = tongue.replacements(in: context, findings: findings, canonical: canonical)
  }

  var message: Message { context.message }
  var language: Language { context.language }
  var graph: ConversationGraph { tongue.graph }
  var answers: AnswerReader { AnswerReader(message: message, language: language) }
  var asked: Slot? { awaiting.asked.flatMap(graph.slot) }

  /// In the order in which they were said; never empty.
  func moves() -> [Move] {
    guard !message.tokens.isEmpty else { return [Move(.nonsense)] }
    let result =
      switch awaiting.question {
      case .ask where awaiting.isStrict: certainly()
      case .beginning where !awaiting.open.isEmpty, .wait where awaiting.intents.isEmpty: digression() ?? answer()
      case .beginning, .classify, .wait, .nothing: opening()
      case .beside: awaiting.isStrict ? certainly() : digression() ?? beside()
      case .ask: digression() ?? answer()
      case .confirm: digression() ?? consent()
      }
    return result.isEmpty ? [Move(.nonsense, span: message.span(message.whole))] : result
  }

  func teller(_ scope: Scope) -> Teller {
    Teller(
      graph: graph, carriers: tongue.carriers, context: context, awaiting: awaiting, findings: findings,
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
    tongue.classifier.scores(message, in: range, replacing: replacements)
  }

  /// A digression is recognised at any wait, where the whole message is surely nothing else.
  func digression() -> [Move]? {
    guard !awaiting.digressions.isEmpty, let best = intents(in: message.whole).first, awaiting.digressions.contains(best.intent)
    else {
      return nil
    }
    let needed = asked?.type.item == .text || awaiting.isStrict ? IntentClassifier.certain : IntentClassifier.sure
    guard best.margin >= needed, !isChoice else { return nil }
    return [move(.intent(best.intent), message.whole)]
  }

  /// "The open menu" names what may be chosen here, whatever else "open" is about.
  private var isChoice: Bool {
    let told = teller(openScope).told(in: message.whole)
    return told.contains(where: isOpenChoice) && !answers.asksAbout(message.whole) && covers(told, message.whole)
  }

  /// Whether a token belongs to a recognised value.
  func isRecognised(_ index: Int) -> Bool { recognised.contains(index) }
}
