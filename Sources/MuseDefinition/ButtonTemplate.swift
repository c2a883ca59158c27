public import MuseExpression

/// A button beside a text: an exact move that is never read again as text.
public struct ButtonTemplate: Sendable {
  public enum Press: Hashable, Sendable {
    case agree, refuse, cancel, skip, `repeat`, help, startOver, none
    case intent(IntentID)
    /// Fills a slot.
    case tell(SlotID, Content)
  }

  /// What a press says for a slot.
  public enum Content: Hashable, Sendable {
    /// As a person would write it.
    case written(DefaultValue)
    /// A clock time or a day of a `datetime`, or words that a lookup turns into a value.
    case part(Move.Telling)
    /// Evaluated when the button is shown.
    case expression(CheckedExpression)
  }

  public var label: SpokenText
  public var press: Press

  public init(label: SpokenText, press: Press) {
    self.label = label
    self.press = press
  }
}

/// A button as it stands beside a reply.
public struct Button: Hashable, Sendable, Codable {
  public var label: String
  public var move: Move

  public init(label: String, move: Move) {
    self.label = label
    self.move = move
  }
}
