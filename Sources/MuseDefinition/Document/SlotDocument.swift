public import MuseSource

/// A slot as written.
public struct SlotDocument: Sendable {
  public var id: WrittenText
  public var type: WrittenText?
  public var ask: SpokenDocument?
  public var reask: SpokenDocument?
  public var help: SpokenDocument?
  public var label: SpokenDocument?
  public var description: WrittenText?
  public var examples: [WrittenText] = []
  public var defaultValue: WrittenText?
  public var isOptional: Located<Bool>?
  public var minimum: WrittenText?
  public var maximum: WrittenText?
  public var options: Located<[WrittenText]>?
  public var optionWords: [OptionWordsDocument] = []
  public var condition: WrittenText?
  public var refuse: SpokenDocument?
  public var lookup: WrittenText?
  public var pattern: WrittenText?
  public var needed: WrittenText?
  public var depends: [WrittenText] = []
  public var redo: WrittenText?
  public var isSensitive: Located<Bool>?

  public init(id: WrittenText) { self.id = id }
}

/// A fact as written.
public struct FactDocument: Sendable {
  public var id: WrittenText
  public var type: WrittenText?
  public var options: Located<[WrittenText]>?
  public var optionWords: [OptionWordsDocument] = []

  public init(id: WrittenText) { self.id = id }
}

/// An option of a choice with the words for it, as written.
public struct OptionWordsDocument: Sendable {
  public var option: WrittenText
  public var words: SpokenDocument

  public init(option: WrittenText, words: SpokenDocument) {
    self.option = option
    self.words = words
  }
}

/// An intent as written, with its marked examples.
public struct IntentDocument: Sendable {
  public var id: WrittenText
  public var examples: [WrittenText]

  public init(id: WrittenText, examples: [WrittenText]) {
    self.id = id
    self.examples = examples
  }
}
