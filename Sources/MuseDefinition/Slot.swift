public import MuseExpression

/// What a person may tell.
public final class Slot: Sendable {
  public let id: SlotID
  public let type: SlotType
  /// How people say the options of a choice, where not just as they are called. The first words of each locale are how the
  /// option is spoken of.
  public let optionWords: [String: SpokenText]
  /// Its own question; a slot without one is taken when said and never asked.
  public let ask: SpokenText?
  public let reask: SpokenText?
  public let help: SpokenText?
  /// The word for it in review lists; the id with spaces where none is written.
  public let label: SpokenText?
  /// The graph's own summary for tools and people who read it; never spoken.
  public let summary: String?
  public let examples: [MarkedExample]
  public let defaultValue: DefaultValue?
  /// Optional slots are asked once and may be declined.
  public let isOptional: Bool
  /// Of a value, of a text's length in characters, or of a list's count.
  public let minimum: DefaultValue?
  public let maximum: DefaultValue?
  public let condition: CheckedExpression?
  /// Said when a value is not taken; sees `offered`.
  public let refuse: SpokenText?
  /// The tool that turns words into a value.
  public let lookup: Lookup?
  /// What a text must match from its first character to its last (RE2 syntax).
  public let pattern: TextPattern?
  /// Where it is not true, the slot is neither asked nor kept.
  public let needed: CheckedExpression?
  /// A change of one of these clears it.
  public let depends: [SlotID]
  /// Where a change leads that concerns neither the open confirm nor a live yes.
  public let redo: NodeID?
  /// Kept out of logs, transcripts and what a language model is shown.
  public let isSensitive: Bool

  package init(
    id: SlotID, type: SlotType, optionWords: [String: SpokenText] = [:], ask: SpokenText? = nil, reask: SpokenText? = nil,
    help: SpokenText? = nil,
    label: SpokenText? = nil, summary: String? = nil, examples: [MarkedExample] = [], defaultValue: DefaultValue? = nil,
    isOptional: Bool = false, minimum: DefaultValue? = nil, maximum: DefaultValue? = nil, condition: CheckedExpression? = nil,
    refuse: SpokenText? = nil, lookup: Lookup? = nil, pattern: TextPattern? = nil, needed: CheckedExpression? = nil,
    depends: [SlotID] = [], redo: NodeID? = nil, isSensitive: Bool = false
  ) {
    self.id = id
    self.type = type
    self.optionWords = optionWords
    self.ask = ask
    self.reask = reask
    self.help = help
    self.label = label
    self.summary = summary
    self.examples = examples
    self.defaultValue = defaultValue
    self.isOptional = isOptional
    self.minimum = minimum
    self.maximum = maximum
    self.condition = condition
    self.refuse = refuse
    self.lookup = lookup
    self.pattern = pattern
    self.needed = needed
    self.depends = depends
    self.redo = redo
    self.isSensitive = isSensitive
  }

  /// What was taken may not be taken any more later on: a condition, or a bound that moves with the clock.
  package var mayExpire: Bool { condition != nil || minimum?.isMoving == true || maximum?.isMoving == true }
}
