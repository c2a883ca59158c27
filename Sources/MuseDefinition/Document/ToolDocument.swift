public import MuseSource

/// An object type as written.
public struct TypeDocument: Sendable {
  public var name: WrittenText
  public var fields: [FieldDocument] = []
  public var show: WrittenText?

  public init(name: WrittenText) { self.name = name }
}

/// A tool as written. `undo` and `example` are checked in form only.
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

  public init(id: WrittenText) { self.id = id }
}
