public import MuseSource

/// The policy as written, without what no version runs yet.
public struct PolicyDocument: Sendable {
  public struct Digression: Sendable {
    public var intent: WrittenText
    public var target: WrittenText

    public init(intent: WrittenText, target: WrittenText) {
      self.intent = intent
      self.target = target
    }
  }

  public var cancel: WrittenText?
  public var digressions: [Digression] = []
  public var silence: [SilenceDocument] = []
  public var onBusy: WrittenText?
  public var gather: WrittenText?
  public var stepsPerTurn: Located<Int>?
  public var modelCallsPerTurn: Located<Int>?
  public var days: Located<Int>?
  public var checkpoints: Located<Int>?

  public init() {}
}

/// An entry of `check:` as written: the keys it has, each with its words.
public struct PropertyDocument: Sendable {
  public var name: WrittenText
  public var words: [String: [WrittenText]]

  public init(name: WrittenText, words: [String: [WrittenText]]) {
    self.name = name
    self.words = words
  }
}
