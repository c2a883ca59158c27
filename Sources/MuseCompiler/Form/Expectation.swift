/// What a field expects, as far as its form goes. Scalars are read by this, never by YAML's own guess.
package indirect enum Expectation: Sendable {
  /// A text that is shown or kept as it stands.
  case text
  /// A text that is spoken: `{…}` in it are expressions.
  case template
  /// A spoken text, a list of variants, or a map by locale of either.
  case spoken
  /// As `spoken`, without variants: what is confirmed must not vary. An empty map stands for no text.
  case question
  /// A CEL expression.
  case expression
  /// An id, or another word of the language.
  case word
  /// The type of a slot, a fact or a field.
  case type
  /// A value as a person writes it (`30m`, `today`).
  case written
  case integer(ClosedRange<Int>)
  case boolean
  /// One of the words.
  case oneOf([String])
  case list(Expectation)
  /// A list, or its only item by itself.
  case oneOrMore(Expectation)
  /// A list or a map that holds something.
  case filled(Expectation)
  /// A map whose keys the author chooses.
  case map(Expectation)
  /// A map with the keys of the language.
  case record([KeyForm])
  /// Told apart by what is written: a scalar, a list or a map.
  case either([Expectation])
  /// A node: a map whose keys its verb allows.
  case node
  /// Of the language, checked in no further form.
  case anything
}

/// A key of the language: its name, what it expects, whether this version runs it, and what it says.
package struct KeyForm: Sendable {
  package enum Standing: Sendable {
    case optional
    case required
    /// Loads, is checked in form, and is noted: not run yet.
    case later
  }

  package var name: String
  package var expects: Expectation
  package var standing: Standing
  /// What the key says, in one sentence for authors: the reference, the JSON Schema and editors show it.
  package var summary: String

  package init(_ name: String, _ expects: Expectation, _ standing: Standing = .optional, summary: String = "") {
    self.name = name
    self.expects = expects
    self.standing = standing
    self.summary = summary
  }
}

extension Expectation {
  /// For "'ask' expects …".
  package var description: String {
    switch self {
    case .text, .template: "a text"
    case .spoken: "a text, a list of variants or a map by locale"
    case .question: "a text or a map by locale"
    case .expression: "an expression in quotes"
    case .word: "a word"
    case .type: "a type"
    case .written: "a value"
    case .integer(let range):
      if range.lowerBound == range.upperBound {
        "\(range.lowerBound)"
      } else if range.upperBound == .max {
        "a whole number from \(range.lowerBound)"
      } else {
        "a whole number from \(range.lowerBound) to \(range.upperBound)"
      }
    case .boolean: "true or false"
    case .oneOf(let words): "one of " + words.map { "'\($0)'" }.joined(separator: ", ")
    case .list: "a list"
    case .filled(let inner): inner.description
    case .oneOrMore(let item): item.description + " or a list"
    case .map, .record, .node: "a map"
    case .either(let choices): choices.map(\.description).joined(separator: " or ")
    case .anything: "anything"
    }
  }
}
