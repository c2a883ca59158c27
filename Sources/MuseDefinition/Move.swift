public import MuseExpression

/// One part of what a message means. The set is closed (LANGUAGE, "Moves"); understanding is a total function into it.
public struct Move: Hashable, Sendable {
  public var kind: Kind
  /// The words it was read from: offsets in Unicode scalars of the message, end exclusive; nil for a pressed button.
  public var span: Range<Int>?

  public init(_ kind: Kind, span: Range<Int>? = nil) {
    self.kind = kind
    self.span = span
  }

  public enum Kind: Hashable, Sendable {
    /// Something said for a slot: a fill where it is unset, else a change, an addition or a removal.
    case tell(SlotID, Telling, Edit)
    /// A slot is to change, but not to what ("change the time", "rename it"): its old value stands until it is replaced.
    case reopen(SlotID)
    case agree
    case refuse
    /// The n-th of the list on offer, counted from 1.
    case choose(Int)
    /// None of what is on offer.
    case none
    case intent(IntentID)
    case cancel
    case skip
    case `repeat`
    case help
    case startOver
    /// Understood in no part.
    case nonsense
  }

  /// What was said for a slot.
  public enum Telling: Hashable, Sendable {
    case value(Value)
    /// The date of a `datetime` whose clock time was not said ("Friday").
    case datePart(CivilDate)
    /// The clock time of a `datetime` whose day was not said ("4pm").
    case timePart(TimeOfDay)
    /// A clock time that may be meant before or after noon ("at 4"); the sensible reading comes first.
    case ambiguousTimePart([TimeOfDay])
    /// Several readings that fit equally well ("03/04", a clock time that daylight saving repeats): to be asked back.
    case ambiguous([Value])
    /// Words that a `lookup` turns into a value.
    case words(String)
    /// More days than the one that the slot holds: nothing is taken, and the person hears why.
    case manyDays(ManyDays)
  }

  /// Why what was said is no single day.
  public enum ManyDays: String, Hashable, Sendable, Codable {
    /// "every Monday".
    case recurring
    /// "next week".
    case stretch
  }

  /// How it is meant to act on what the slot holds.
  public enum Edit: String, Hashable, Sendable, Codable {
    /// Said plainly: at a list's own question it adds, elsewhere it replaces where exactly one stands.
    case plain
    /// "also Ann", "add Ann".
    case add
    /// "without Ann", "not Ann".
    case remove
    /// "Ann instead", "only Ann", "make it Ann".
    case replace
  }
}
