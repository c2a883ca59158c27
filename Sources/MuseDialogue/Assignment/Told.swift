import MuseDefinition

/// Something said for a slot, with the tokens that say it.
struct Told: Hashable, Sendable {
  var slot: SlotID
  var telling: Move.Telling
  var edit: Move.Edit = .plain
  var tokens: Range<Int>
  /// Its words name the slot.
  var isNamed = false
  /// With the words that name the slot wherever they are said ("the amount is 900"); nil where none do.
  var naming: Range<Int>?
}

/// The slots that may be told here, in the order of focus.
struct Scope: Sendable {
  /// Those of the open question, or of the intent just understood.
  var focus: [SlotID]
  /// Any other: a value goes there only where exactly one would take it.
  var others: [SlotID] = []
  /// The intents whose verbs name a slot here ("cancel [the standup]").
  var intents: Set<IntentID> = []
  /// The slot whose own question is open.
  var asked: SlotID?
}
