import MuseExpression

/// The words of one language, as data: adding a language adds a table, not code.
///
/// Phrases are tables of token words separated by one space, clitics written out ("that is all").
///
/// A class only so that all who read with it share the tables; nothing in it ever changes.
final class Language: Sendable {
  let clitics: Clitics
  let numbers: NumberWords
  let times: TimeWords
  let answers: AnswerWords
  let grammar: GrammarWords
  /// Phrases that mean about the same, each class under its first entry.
  let synonyms: PhraseTable<String>
  /// Small talk and strangers' wishes: what a graph's intents are told apart from.
  let background: [String]

  init(
    clitics: Clitics, numbers: NumberWords, times: TimeWords, answers: AnswerWords, grammar: GrammarWords,
    synonyms: PhraseTable<String>, background: [String]
  ) {
    self.clitics = clitics
    self.numbers = numbers
    self.times = times
    self.answers = answers
    self.grammar = grammar
    self.synonyms = synonyms
    self.background = background
  }

  /// The tables for a locale. English stands in for every language that has none yet.
  static func tables(for locale: LocaleID) -> Language { .english }
}
