public import MuseSource

/// A graph file, or a file of tools and types, as written: every field has its place, and any may be wrong or missing.
///
/// Texts are `WrittenText`s, which know the place of every character; other fields are `Located`. The checked shape is
/// `ConversationGraph`.
public struct GraphDocument: Sendable {
  public var file: String
  public var name: WrittenText?
  public var title: WrittenText?
  public var description: WrittenText?
  public var locales: [WrittenText] = []
  public var timezone: WrittenText?
  public var imports: [WrittenText] = []
  public var slots: [SlotDocument] = []
  public var facts: [FactDocument] = []
  public var intents: [IntentDocument] = []
  public var types: [TypeDocument] = []
  public var tools: [ToolDocument] = []
  public var events: [EventDocument] = []
  /// Slots and facts that whoever runs the graph must give.
  public var takes: [WrittenText] = []
  public var begin: WrittenText?
  public var nodes: [NodeDocument] = []
  public var otherwise: [NextDocument.Exit] = []
  public var policy = PolicyDocument()
  public var properties: [PropertyDocument] = []

  public init(file: String) { self.file = file }
}

/// A spoken text as written.
public enum SpokenDocument: Sendable {
  /// One text, or a list of variants.
  case variants([WrittenText], isList: Bool)
  case byLocale([(locale: WrittenText, variants: [WrittenText], isList: Bool)])

  /// Every text in it.
  public var texts: [WrittenText] {
    switch self {
    case .variants(let texts, _): texts
    case .byLocale(let entries): entries.flatMap(\.variants)
    }
  }
}

/// A name and the type that is written behind it: a field, a parameter.
public struct FieldDocument: Sendable {
  public var name: WrittenText
  public var type: WrittenText?

  public init(name: WrittenText, type: WrittenText?) {
    self.name = name
    self.type = type
  }
}

/// A name and what is written behind it: an argument, an assignment.
public struct BindingDocument: Sendable {
  public var name: WrittenText
  public var expression: WrittenText

  public init(name: WrittenText, expression: WrittenText) {
    self.name = name
    self.expression = expression
  }
}

/// Where outcomes lead: one node for the only ordinary outcome, or each by name.
public enum NextDocument: Sendable {
  public struct Exit: Sendable {
    public var outcome: WrittenText
    public var target: WrittenText

    public init(outcome: WrittenText, target: WrittenText) {
      self.outcome = outcome
      self.target = target
    }
  }

  case single(WrittenText)
  case byOutcome([Exit], SourceLocation)
}
