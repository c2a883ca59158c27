import MuseDefinition
import MuseExpression

/// Decides which of a graph's intents a text is, or none of them. Trained on the graph's own examples.
struct IntentClassifier: Sendable {
  struct Scored: Hashable, Sendable {
    var intent: IntentID
    /// The margin: 1 is a sure yes, -1 a sure no.
    var margin: Float
  }

  /// Below it a text is `other`. Of many intents the best margin is wide by chance more often than of few, and the more examples
  /// each has, the wider are the margins of what belongs to it.
  let plausible: Float
  /// From it on an intent is taken where nobody asked for one.
  static let sure: Float = 0.1
  /// From it on a digression is heard even where free words are wanted.
  static let certain: Float = 0.4

  private let intents: [IntentID]
  private let vocabulary: Set<String>
  private let space: FeatureSpace
  private let classifier: LinearClassifier
  private let delexicaliser: Delexicaliser
  private let features: TextFeatures
  private let examples: Int

  init(graph: ConversationGraph, language: Language, context: (Message) -> RecognitionContext) {
    let course = TrainingCourse(graph: graph, language: language, context: context)
    let features = TextFeatures(language: language)
    var space = FeatureSpace()
    let texts = course.lessons.map { features.features($0.words, classes: $0.classes) }
    for text in texts { space.learn(text) }
    let learnt = space
    let examples = zip(course.lessons, texts).map { lesson, text in
      LinearClassifier.Example(
        vector: learnt.vector(text, examples: texts.count), label: lesson.label, weight: lesson.label == nil ? 0.7 : 1)
    }
    self.intents = graph.intents.map(\.id)
    self.vocabulary = course.vocabulary
    self.space = learnt
    self.classifier = LinearClassifier(examples, classes: graph.intents.count, features: learnt.count)
    self.delexicaliser = course.delexicaliser
    self.features = features
    self.examples = texts.count
    self.plausible = IntentClassifier.threshold(
      intents: graph.intents.count, examples: graph.intents.reduce(0) { $0 + $1.examples.count })
  }

  private static func threshold(intents: Int, examples: Int) -> Float {
    let many = max(1, Float(intents) / 6)
    let rich = max(1, Float(examples) / Float(10 * max(1, intents)))
    return -0.45 + 0.05 * many.binaryLogarithm + 0.018 * min(4, rich.binaryLogarithm)
  }

  /// All intents with their margins, the best one first; equal ones in the order of declaration.
  func scores(_ message: Message, in range: Range<Int>, replacing: [Delexicaliser.Replacement]) -> [Scored] {
    let words = delexicaliser.words(message, in: range, replacing: replacing) { vocabulary.contains($0) }
    let classes = delexicaliser.classes(message, in: range, replacing: replacing)
    let vector = space.vector(features.features(words, classes: classes), examples: examples)
    let margins = classifier.scores(vector)
    return zip(intents, margins).enumerated()
      .sorted { ($0.element.1, $1.offset) > ($1.element.1, $0.offset) }
      .map { Scored(intent: $0.element.0, margin: $0.element.1) }
  }
}
