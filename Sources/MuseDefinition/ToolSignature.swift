/// A tool as declared in a tools file: what it takes, how it may end.
public struct ToolSignature: Hashable, Sendable {
  public enum Effect: String, Hashable, Sendable, Codable {
    case reads, writes
  }

  /// What may be done when nobody knows whether a write happened.
  public enum Repeat: String, Hashable, Sendable, Codable {
    /// The tool knows the key and does it once.
    case sameKey = "same_key"
    /// Doing it twice is as good as once.
    case harmless
    /// Never twice: `unsure` instead.
    case never
  }

  public struct Parameter: Hashable, Sendable {
    public var name: String
    public var type: SlotType

    public init(name: String, type: SlotType) {
      self.name = name
      self.type = type
    }
  }

  public struct Ending: Hashable, Sendable {
    public var outcome: Outcome
    public var fields: [Parameter]

    public init(outcome: Outcome, fields: [Parameter]) {
      self.outcome = outcome
      self.fields = fields
    }
  }

  /// The write that takes a write back, offered when a person cancels after it.
  public struct Undo: Hashable, Sendable {
    public struct Argument: Hashable, Sendable {
      public var parameter: String
      /// A field of the outcome that is taken back, or a parameter that it was called with.
      public var source: Source

      public init(parameter: String, source: Source) {
        self.parameter = parameter
        self.source = source
      }
    }

    public enum Source: Hashable, Sendable {
      case field(Outcome, String)
      case argument(String)
    }

    public var tool: ToolID
    public var arguments: [Argument]

    public init(tool: ToolID, arguments: [Argument]) {
      self.tool = tool
      self.arguments = arguments
    }
  }

  public var id: ToolID
  public var effect: Effect
  public var repeats: Repeat
  public var takes: [Parameter]
  /// The declared outcomes; `failed`, and of writes `unsure`, come beside them.
  public var endings: [Ending]
  public var undo: Undo?
  /// What it answers where nothing runs it, in the order in which they are tried.
  public var examples: [ToolExample]

  public init(
    id: ToolID, effect: Effect, repeats: Repeat, takes: [Parameter], endings: [Ending], undo: Undo? = nil,
    examples: [ToolExample] = []
  ) {
    self.id = id
    self.effect = effect
    self.repeats = repeats
    self.takes = takes
    self.endings = endings
    self.undo = undo
    self.examples = examples
  }

  /// Every way in which a call of it can end.
  public var outcomes: [Outcome] { endings.map(\.outcome) + [.failed] + (effect == .writes ? [.unsure] : []) }
}
