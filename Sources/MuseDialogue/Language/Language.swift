import MuseExpression

/// The words of one language, as data: adding a language adds a table, not code.
///
/// Phrases are tables of token words separated by one space, clitics written out ("that is all").
struct Language: Sendable {
  var clitics: Clitics
  var numbers: NumberWords
  var times: TimeWords
  var answers: AnswerWords
  var grammar: GrammarWords
  /// Phrases that mean about the same, each class under its first entry.
  var synonyms: PhraseTable<String>
  /// Small talk and strangers' wishes: what a graph's intents are told apart from.
  var background: [String]

  /// The tables for a locale. English stands in for every language that has none yet.
  static func tables(for locale: LocaleID) -> Language { .english }
}
