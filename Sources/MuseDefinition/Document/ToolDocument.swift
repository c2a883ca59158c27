public import MuseSource

/// An object type as written.
public struct TypeDocument: Sendable {
  public var name: WrittenText
  public var fields: [FieldDocument] = []
  public var show: WrittenText?

  public init(name: WrittenText) { self.name = name }
}

/// A tool as written.
public struct ToolDocument: Sendable {
  public struct Ending: Sendable {
    public var outcome: WrittenText
    public var fields: [FieldDocument]

    public init(outcome: WrittenText, fields: [FieldDocument]) {
      self.outcome = outcome
      self.fields = fields
    }
  }

  public var id: WrittenText
  public var effect: WrittenText?
  public var repeats: WrittenText?
  public var takes: [FieldDocument] = []
  public var endings: [Ending] = []
  public var examples: [ExampleDocument] = []
  public var undo: Undo?

  /// How a write is taken back.
  public struct Undo: Sendable {
    public var tool: WrittenText
    /// Parameters of `tool`, each with `outcome.field` or with a parameter of the write.
    public var arguments: [BindingDocument]

    public init(tool: WrittenText, arguments: [BindingDocument]) {
      self.tool = tool
      self.arguments = arguments
    }
  }

  public init(id: WrittenText) { self.id = id }
}

/// One `example` of a tool as written: an outcome, with `if` where it does not always count.
public struct ExampleDocument: Sendable {
  public struct Ending: Sendable {
    public var outcome: WrittenText
    public var fields: [ValueDocument.Field]

    public init(outcome: WrittenText, fields: [ValueDocument.Field]) {
      self.outcome = outcome
      self.fields = fields
    }
  }

  public var location: SourceLocation
  public var condition: WrittenText?
  /// One, where the author made no mistake.
  public var endings: [Ending]

  public init(location: SourceLocation, condition: WrittenText?, endings: [Ending]) {
    self.location = location
    self.condition = condition
    self.endings = endings
  }
}

/// A value with parts, as written.
public indirect enum ValueDocument: Sendable {
  public struct Field: Sendable {
    public var name: WrittenText
    public var value: ValueDocument

    public init(name: WrittenText, value: ValueDocument) {
      self.name = name
      self.value = value
    }
  }

  case scalar(WrittenText)
  case list([ValueDocument], SourceLocation)
  case map([Field], SourceLocation)

  public var location: SourceLocation {
    switch self {
    case .scalar(let text): text.location
    case .list(_, let location), .map(_, let location): location
    }
  }
}
