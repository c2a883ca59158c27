public import MuseSource

// What stands behind and beside the verbs that take longer, or leave the graph.

extension NodeDocument {
  public struct LanguageModel: Sendable {
    public var role: WrittenText
    public var replies: Located<Bool>?
    public var out: Out?
    /// What a `choice` in `out` may be.
    public var options: Located<[WrittenText]>?
    public var prompt: SpokenDocument?
    public var history: Located<Int>?
    public var tools: [WrittenText] = []
    public var without: WrittenText?
    /// The source is `reply`, `out` or `out.name`.
    public var assignments: [Call.Assignment] = []

    public init(role: WrittenText) { self.role = role }

    public enum Out: Sendable {
      case single(WrittenText)
      /// By name, each as a fact is written.
      case named([FactDocument], SourceLocation)
    }
  }

  public struct Run: Sendable {
    public var graph: WrittenText
    public var arguments: [BindingDocument] = []
    /// The source is `end.slot`.
    public var assignments: [Call.Assignment] = []

    public init(graph: WrittenText) { self.graph = graph }
  }

  public struct Each: Sendable {
    public enum Body: Sendable {
      case call(Call)
      case llm(LanguageModel)
      case run(Run)
    }

    public var list: WrittenText
    public var item: WrittenText?
    public var atOnce: Located<Int>?
    /// One, where the author made no mistake.
    public var bodies: [Body] = []

    public init(list: WrittenText) { self.list = list }
  }

  public struct Wait: Sendable {
    public var duration: WrittenText?
    public var until: WrittenText?
    public var events: [WrittenText] = []
    public var condition: WrittenText?
    public var hearsMessages: Located<Bool>?
    /// The source is `event.field`.
    public var assignments: [Call.Assignment] = []

    public init() {}
  }

  public struct Handoff: Sendable {
    public var queue: WrittenText
    public var timeout: WrittenText?

    public init(queue: WrittenText) { self.queue = queue }
  }
}

/// One step of a silence as written.
public struct SilenceDocument: Sendable {
  public var location: SourceLocation
  public var after: WrittenText?
  public var say: SpokenDocument?
  public var target: WrittenText?

  public init(location: SourceLocation) { self.location = location }
}

/// What may come from outside, as written.
public struct EventDocument: Sendable {
  public var name: WrittenText
  public var fields: [FieldDocument]

  public init(name: WrittenText, fields: [FieldDocument]) {
    self.name = name
    self.fields = fields
  }
}
