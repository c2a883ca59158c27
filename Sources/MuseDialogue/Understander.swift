public import MuseDefinition
public import MuseExpression

/// The embedded understanding of one graph: text in, moves out.
///
/// It is trained on the graph's own examples, once for each of its languages, and holds no state beside them: the same text at
/// the same moment is always understood alike. It needs no network and no language model.
///
/// ```swift
/// let understander = Understander(graph: graph)
/// let moves = understander.moves(in: "tomorrow at 3pm", awaiting: awaiting, now: now, zone: graph.zone, locale: "en")
/// ```
public struct Understander: Sendable {
  /// One for each language of the graph's locales, that of the first locale at the head.
  private let tongues: [Tongue]
  private let first: Tongue

  /// Trains on the graph's examples: milliseconds for a graph written by hand, seconds for thousands of examples.
  public init(graph: ConversationGraph) {
    let locale = graph.locale
    first = Tongue(graph: graph, language: Language.tables(for: locale), locale: locale)
    var tongues = [first]
    for locale in graph.locales.dropFirst() {
      let language = Language.tables(for: locale)
      guard !tongues.contains(where: { $0.language.code == language.code }) else { continue }
      tongues.append(Tongue(graph: graph, language: language, locale: locale))
    }
    self.tongues = tongues
  }

  /// What a message means where `awaiting` is awaited, in the order in which it was said.
  ///
  /// Total: it takes any text, never traps, and never returns nothing; a message that is understood in no part is `nonsense`.
  /// It takes time linear in the length of the text.
  ///
  /// What lies within the span of an intent was said for that intent, whatever the open question asks.
  ///
  /// - Parameter locale: says which of the graph's languages is read; any other is read as the first one.
  public func moves(in text: String, awaiting: Awaiting, now: Instant, zone: Zone, locale: LocaleID) -> [Move] {
    let tongue = tongue(for: locale)
    return MoveReader(tongue: tongue, context: tongue.context(text, now, zone, locale), awaiting: awaiting).moves()
  }

  func tongue(for locale: LocaleID) -> Tongue {
    let code = locale.language.lowercased()
    return tongues.first { $0.language.code == code } ?? first
  }
}

/// What was learnt of a graph in one language.
struct Tongue: Sendable {
  let graph: ConversationGraph
  let language: Language
  let classifier: IntentClassifier
  let carriers: CarrierTable
  /// The slots whose values are plain words.
  private let wordSlots: [SlotID]
  /// The choices that intents' examples mark.
  private let markedChoices: [SlotID]

  init(graph: ConversationGraph, language: Language, locale: LocaleID) {
    self.graph = graph
    self.language = language
    carriers = CarrierTable(graph: graph, language: language)
    wordSlots = graph.slots.filter(\.takesWords).map(\.id)
    let marked = graph.intents.reduce(into: Set<SlotID>()) { $0.formUnion($1.markedSlots) }
    markedChoices = graph.slots.filter { slot in
      if case .choice = slot.type.item { marked.contains(slot.id) } else { false }
    }.map(\.id)
    classifier = IntentClassifier(graph: graph, language: language) { message in
      RecognitionContext(message: message, language: language, locale: locale, now: Tongue.trainingTime, zone: .utc)
    }
  }

  /// Training looks only at where values stand, never at when they are.
  private static let trainingTime = Instant(seconds: 1_700_000_000)

  func context(_ text: String, _ now: Instant, _ zone: Zone, _ locale: LocaleID) -> RecognitionContext {
    RecognitionContext(message: Message(text, language: language), language: language, locale: locale, now: now, zone: zone)
  }

  /// What is recognised; the verb of another request ("… and cancel the standup") is nobody's name.
  func findings(in context: RecognitionContext, _ canonical: CanonicalWords) -> [Finding] {
    context.findings().filter { finding in
      guard case .person = finding.reading, finding.tokens.count == 1,
        !context.tokens[finding.tokens.lowerBound].isCapitalised,
        let word = canonical.after(finding.tokens.lowerBound, count: 1).first, carriers.openers.contains(word)
      else { return true }
      let next = context.message.word(finding.tokens.upperBound)
      return !language.grammar.determiners.contains(next) && !language.grammar.pronouns.contains(next)
    }
  }

  /// What the classifier sees placeholders for: recognised values, and words that are quoted or that a carrier names as a text.
  func replacements(in context: RecognitionContext, findings: [Finding], canonical: CanonicalWords) -> [Delexicaliser.Replacement]
  {
    let texts = Scope(focus: wordSlots)
    let teller = Teller(
      graph: graph, carriers: carriers, context: context, awaiting: Awaiting(question: .nothing), findings: findings,
      canonical: canonical, scope: texts)
    let words =
      Quotation.all(in: context.message, language.grammar)
      + teller.carried(in: context.message.whole, between: findings).map(\.tokens)
    let options = chosen(in: context, findings: findings, canonical: canonical, besides: words)
    let covered = Coverage(words + options.map(\.tokens), in: context.message)
    let values = findings.filter { !covered.overlaps($0.tokens) }
    return words.map { Delexicaliser.Replacement(tokens: $0, placeholder: Delexicaliser.unknown) } + options
      + values.map { Delexicaliser.Replacement(tokens: $0.tokens, placeholder: $0.reading.placeholder) }
  }

  /// Options of the choices that intents' examples mark: the classifier learns what is said around them.
  private func chosen(
    in context: RecognitionContext, findings: [Finding], canonical: CanonicalWords, besides words: [Range<Int>]
  ) -> [Delexicaliser.Replacement] {
    guard !markedChoices.isEmpty else { return [] }
    let teller = Teller(
      graph: graph, carriers: carriers, context: context, awaiting: Awaiting(question: .nothing), findings: findings,
      canonical: canonical, scope: Scope(focus: [], others: markedChoices))
    return teller.choiceWords(in: context.message.whole, besides: words).map { told in
      Delexicaliser.Replacement(
        tokens: told.tokens, placeholder: graph.slot(told.slot)?.type.placeholder ?? Delexicaliser.unknown)
    }
  }
}
