import MuseDefinition
import MuseExpression

/// What the engine says where an author wrote nothing: one table per language, pinned with the build.
struct Phrases: Sendable {
  var notUnderstood: String
  var stopped: String
  /// The same where a write has succeeded in the turn, or was tried.
  var stoppedAfterWrite: String
  var stoppedAnew: String
  /// For a turn in which nothing was said: every message gets a reply.
  var nothingToSay: String
  var cannotCancel: String
  /// To a message that comes while nothing is asked.
  var waiting: String
  /// Introduces a numbered list.
  var choose: String
  var whichDay: String
  var whatTime: String
  var isThatRight: String
  /// A second intent was heard in the middle of something else.
  var laterThat: String
  /// Takes a kept intent up; gets the words it was said in.
  var nowTo: @Sendable (String) -> String
  /// A value that cannot be taken, where the slot has no `refuse`; gets the value as printed.
  var cannotTake: @Sendable (String) -> String
  var atLeast: @Sendable (String) -> String
  var atMost: @Sendable (String) -> String
  /// What a text's bounds count.
  var characters: @Sendable (String) -> String
  /// A lookup found nothing, where the slot has no `refuse`.
  var unknown: @Sendable (String) -> String
  var asWell: @Sendable (String) -> String
  var instead: @Sendable (String) -> String
  /// Something to be taken out of a list is not in it.
  var notThere: @Sendable (String) -> String
  /// To more than the one day that a slot holds.
  var oneDayOnly: @Sendable (Move.ManyDays) -> String
  var needed: String
  /// How a value of a type may be said; empty where there is nothing to add.
  var hint: @Sendable (SlotType) -> String
  /// What helps at a yes/no question.
  var yesOrNo: String
  /// The same where nothing can be changed.
  var yesOrNoAlone: String
  /// Examples of what may be said; empty for none.
  var forExample: @Sendable ([String]) -> String
  /// What a yes/no question is about, by label.
  var canChange: @Sendable ([String]) -> String
  var canAlsoSay: @Sendable ([String]) -> String
  /// Asks for a slot that has no question of its own, by label.
  var whichValue: @Sendable (String) -> String
  /// A value that was said for a slot that is not needed, by label.
  var notNeeded: @Sendable (String) -> String
  /// What was written cannot change any more.
  var alreadyDone: String
  /// The button of an older question was pressed.
  var outdatedButton: String
  /// Offers to undo a write, and what came of it.
  var takeBack: String
  var takenBack: String
  var notTakenBack: String
  var perhapsTakenBack: String
  var words: Words

  /// What a person may say anywhere.
  struct Words: Sendable {
    var yes: String
    var no: String
    var skip: String
    var cancel: String
    var `repeat`: String
    var startOver: String
  }

  /// The table of the locale's language, else English.
  static func table(for locale: LocaleID) -> Phrases { tables[locale.language] ?? english }

  private static let tables: [String: Phrases] = ["en": english, "de": german]
}
