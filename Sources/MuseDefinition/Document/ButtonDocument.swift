public import MuseSource

/// A button as written.
public struct ButtonDocument: Sendable {
  public enum Press: Sendable {
    /// A word for a move: `agree`, `cancel`.
    case move(WrittenText)
    /// `{intent: book}`, or a slot with what it is to hold.
    case named(WrittenText, WrittenText)
    /// A map with several entries, or none.
    case several
    /// Reported already.
    case broken
  }

  public var label: SpokenDocument
  public var press: Press
  public var location: SourceLocation

  public init(label: SpokenDocument, press: Press, location: SourceLocation) {
    self.label = label
    self.press = press
    self.location = location
  }
}
