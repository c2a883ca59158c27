public import MuseSource

/// A node as written.
public struct NodeDocument: Sendable {
  public var id: WrittenText
  public var say: SpokenDocument?
  public var forget: [WrittenText] = []
  public var next: NextDocument?
  /// Empty where nothing is written: then the policy's counts.
  public var silence: [SilenceDocument] = []
  public var action: Action

  public init(id: WrittenText, action: Action) {
    self.id = id
    self.action = action
  }

  /// The verb with what stands behind and beside it.
  public enum Action: Sendable {
    case say(Say)
    case ask(Ask)
    case classify(Classify)
    case confirm(Confirm)
    case call(Call)
    case set([BindingDocument])
    case when(When)
    case llm(LanguageModel)
    case run(Run)
    case each(Each)
    case wait(Wait)
    case handoff(Handoff)
    case end(End)
    /// No verb, several, or what stands behind it is of the wrong form: reported already.
    case broken
  }

  public struct Say: Sendable {
    public var claims: [WrittenText] = []
    public var buttons: [ButtonDocument] = []
    public var attachments: [WrittenText] = []
    public init() {}
  }

  public struct Ask: Sendable {
    public var slots: [WrittenText] = []
    public var tries: Located<Int>?
    public var choices: WrittenText?
    /// Slots, each with the value that completes what is said of it in part.
    public var like: [BindingDocument] = []
    public init() {}
  }

  public struct Classify: Sendable {
    public var intents: [WrittenText] = []
    public var reask: SpokenDocument?
    public init() {}
  }

  public struct Confirm: Sendable {
    /// Nil where `{}` is written: what is known of `covers` is listed.
    public var text: SpokenDocument?
    public var covers: [WrittenText] = []
    public var tries: Located<Int>?
    public init() {}
  }

  public struct Call: Sendable {
    public struct Assignment: Sendable {
      public var target: WrittenText
      /// `outcome.field`
      public var source: WrittenText

      public init(target: WrittenText, source: WrittenText) {
        self.target = target
        self.source = source
      }
    }

    public var tool: WrittenText
    public var arguments: [BindingDocument] = []
    public var assignments: [Assignment] = []
    public var timeout: WrittenText?
    public var attempts: Located<Int>?
    public var freely: WrittenText?
    public var amend: WrittenText?
    public init(tool: WrittenText) { self.tool = tool }
  }

  public struct When: Sendable {
    public struct Case: Sendable {
      public var condition: WrittenText
      public var target: WrittenText

      public init(condition: WrittenText, target: WrittenText) {
        self.condition = condition
        self.target = target
      }
    }

    public var cases: [Case] = []
    public var otherwise: WrittenText?
    public init() {}
  }

  public struct End: Sendable {
    public var name: WrittenText
    public var after: WrittenText?
    public init(name: WrittenText) { self.name = name }
  }
}
