/// Answers, choices, repairs, edits and changes.
struct AnswerWords: Sendable {
  enum Answer: Hashable, Sendable {
    case yes, no
  }

  enum Repair: Hashable, Sendable {
    case cancel, skip, repeating, help, startOver
  }

  enum Editing: Hashable, Sendable {
    case add, remove, replace
  }

  /// Which of several things, by their order.
  struct Comparison: Hashable, Sendable {
    var isGreatest: Bool
    /// "the later one" says something only of two.
    var isOfTwo: Bool
  }

  /// What a slot holds, as people name it without knowing its name ("the time", "the people").
  enum SlotKind: Hashable, Sendable {
    case moment, day, clock, length, name, people, place, number, address
  }

  // MARK: Yes and no

  var answers: PhraseTable<Answer>
  /// Words that open a yes also where more follows ("yes but…"); the others must be a whole clause.
  var strongYes: Set<String>
  /// The same for a no, which needs less care: nothing is written on a no.
  var strongNo: Set<String>
  /// Words that make a yes depend on something.
  var conditions: Set<String>
  /// Words that take a yes half back; they fill in other answers.
  var qualifiers: Set<String>
  /// What takes nothing back between a yes and a value that stands already ("yes, at 3pm").
  var besideValue: Set<String>
  /// Words that may stand around an answer without changing it.
  var fillers: Set<String>

  // MARK: Repairs

  var repairs: PhraseTable<Repair>
  /// Words that answer nothing ("I do not know", "hello"): never a text.
  var noAnswers: PhraseTable<Bool>
  /// Those of them that say that one does not know: where an answer may be left out, they leave it out.
  var unknowing: PhraseTable<Bool>
  /// At an optional slot's question: it has no value ("nothing", "nobody").
  var nothing: PhraseTable<Bool>

  // MARK: Choices

  /// "none of them".
  var noneOffered: PhraseTable<Bool>
  /// "the last one": counted from the end.
  var lastOffered: PhraseTable<Bool>
  /// Between an ordinal and "last": "second to last".
  var fromEnd: Set<String>
  /// "the later one", "the cheapest".
  var comparisons: PhraseTable<Comparison>
  /// Words before a number that make it a choice ("number two").
  var choiceMarks: Set<String>
  /// Words that may surround a choice ("the", "one", "please").
  var aroundChoice: Set<String>

  // MARK: Edits of lists

  /// Before what is edited ("also invite").
  var editsBefore: PhraseTable<Editing>
  /// Behind it ("instead", "too").
  var editsAfter: PhraseTable<Editing>
  /// Between the new and the old one ("instead of").
  var insteadOf: PhraseTable<Bool>
  /// Before the old and the new one ("replace Bob with Eve").
  var exchanges: PhraseTable<Bool>
  /// Between those two.
  var exchangeFor: Set<String>
  /// Words that open a message and add to what was said before ("and Eve").
  var andAlso: Set<String>

  // MARK: Changes

  /// Before a value that is not meant ("not", "instead of").
  var denials: PhraseTable<Bool>
  /// "change", "edit": before a slot's name, it is to change.
  var changes: PhraseTable<Bool>
  /// "different", "another": the same.
  var differents: PhraseTable<Bool>
  /// "is wrong", behind a slot's name.
  var wrongs: PhraseTable<Bool>
  /// Whole requests that name their slot by themselves ("rename it", "somewhere else").
  var reopenings: PhraseTable<SlotKind>
  var slotNames: PhraseTable<SlotKind>
  /// Between a slip and what is meant instead of it ("at 3, no, 4").
  var selfCorrections: PhraseTable<Bool>
  /// Openings of questions that want to know something about a thing, and do not name it as an answer ("what is").
  var asksAbout: PhraseTable<Bool>
  /// Before a thing of which there is none ("no wishes").
  var noneOfIt: Set<String>
  /// Before what is meant instead of what was understood ("I meant the budget talk").
  var corrections: PhraseTable<Bool>

  // MARK: Requests

  /// A wish is one more, not the one going on ("also", "another").
  var oneMore: PhraseTable<Bool>
  /// "not", "never".
  var negations: Set<String>
  /// What may stand between a negation and the verb it denies ("do not want to book").
  var betweenNegation: Set<String>
  /// Those of them that wish for a thing ("do not need a meeting").
  var wishes: Set<String> = []
  /// Before a repair ("I would like to start over").
  var requestLeads: PhraseTable<Bool>

  // MARK: Free words

  /// Words that lead up to a text without being part of it ("it is", "let us say").
  var beforeText: PhraseTable<Bool>
  /// Politeness at the end of a text.
  var behindText: Set<String>
}
