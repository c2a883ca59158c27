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

  public var id: ToolID
  public var effect: Effect
  public var repeats: Repeat
  public var takes: [Parameter]
  /// The declared outcomes; `failed`, and of writes `unsure`, come beside them.
  public var endings: [Ending]

  public init(id: ToolID, effect: Effect, repeats: Repeat, takes: [Parameter], endings: [Ending]) {
    self.id = id
    self.effect = effect
    self.repeats = repeats
    self.takes = takes
    self.endings = endings
  }
}
