import MuseDefinition
import MuseExpression

/// What a classifier learns from: the examples of a graph's intents, and what is none of them.
struct TrainingCourse {
  struct Lesson {
    var words: [TextFeatures.Word]
    var classes: [String]
    /// The index of the intent; nil for what is none.
    var label: Int?
  }

  private(set) var lessons: [Lesson] = []
  /// The words that the intents' examples hold outside their marks.
  let vocabulary: Set<String>
  let delexicaliser: Delexicaliser

  private struct Text {
    var message: Message
    var replacements: [Delexicaliser.Replacement]
    var label: Int?
  }

  init(graph: ConversationGraph, language: Language, context: (Message) -> RecognitionContext) {
    delexicaliser = Delexicaliser(language: language)
    var texts: [Text] = []
    for (label, intent) in graph.intents.enumerated() {
      texts += intent.examples.map { TrainingCourse.text($0, label: label, graph, language, context) }
    }
    vocabulary = TrainingCourse.words(of: texts)
    let wishes = Set(texts.map { $0.message.tokens.map(\.word) })
    let strangers = graph.slots.flatMap(\.examples) + language.background.map { MarkedExample(text: $0, marks: []) }
    texts += strangers.map { TrainingCourse.text($0, label: nil, graph, language, context) }
      .filter { !wishes.contains($0.message.tokens.map(\.word)) }
    let kinds = graph.slots.map(\.type.placeholder).reduce(into: ["<time>"]) { if !$0.contains($1) { $0.append($1) } }
    lessons =
      texts.map(lesson)
      + kinds.map { Lesson(words: [TextFeatures.Word(text: $0, isPlaceholder: true)], classes: [], label: nil) }
  }

  private func lesson(_ text: Text) -> Lesson {
    let whole = text.message.whole
    return Lesson(
      words: delexicaliser.words(text.message, in: whole, replacing: text.replacements) { vocabulary.contains($0) },
      classes: delexicaliser.classes(text.message, in: whole, replacing: text.replacements), label: text.label)
  }

  private static func text(
    _ example: MarkedExample, label: Int?, _ graph: ConversationGraph, _ language: Language,
    _ context: (Message) -> RecognitionContext
  ) -> Text {
    let message = Message(example.text, language: language)
    let findings = context(message).findings()
    let marks = example.marks.compactMap { mark -> Delexicaliser.Replacement? in
      guard let tokens = message.tokens(in: mark.span) else { return nil }
      let around = findings.filter { $0.tokens.overlaps(tokens) }.map(\.tokens)
      let wide = around.reduce(tokens) { min($0.lowerBound, $1.lowerBound)..<max($0.upperBound, $1.upperBound) }
      return Delexicaliser.Replacement(
        tokens: wide, placeholder: graph.slot(mark.slot)?.type.placeholder ?? Delexicaliser.unknown)
    }
    let rest = findings.filter { finding in !marks.contains { $0.tokens.overlaps(finding.tokens) } }
    let replacements = marks + rest.map { Delexicaliser.Replacement(tokens: $0.tokens, placeholder: $0.reading.placeholder) }
    return Text(message: message, replacements: replacements, label: label)
  }

  private static func words(of texts: [Text]) -> Set<String> {
    var result: Set<String> = []
    for text in texts {
      for (index, token) in text.message.tokens.enumerated() where token.kind == .word {
        if !text.replacements.contains(where: { $0.tokens.contains(index) }) { result.insert(token.word) }
      }
    }
    return result
  }
}

extension Message {
  /// The tokens that a stretch of scalars touches; nil where it touches none.
  func tokens(in span: Range<Int>) -> Range<Int>? {
    guard let first = tokens.firstIndex(where: { $0.span.upperBound > span.lowerBound }),
      let last = tokens.lastIndex(where: { $0.span.lowerBound < span.upperBound }), first <= last
    else { return nil }
    return first..<last + 1
  }
}
