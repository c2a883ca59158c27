import MuseExpression

/// The words of one language, as data: adding a language adds a folder of tables and an entry in `all`, no code.
///
/// Phrases are tables of token words separated by one space, clitics written out ("that is all").
///
/// A class only so that all who read with it share the tables; nothing in it ever changes.
final class Language: Sendable {
  /// As locales begin ("en" of "en-GB").
  let code: String
  let clitics: Clitics
  let numbers: NumberWords
  let times: TimeWords
  let answers: AnswerWords
  let grammar: GrammarWords
  /// Words that a day, a clock time, a length or a number may begin with: one look spares the grammars most words.
  let timeOpenings: Set<String>
  /// Phrases that mean about the same, each class under its first entry.
  let synonyms: PhraseTable<String>
  /// Small talk and strangers' wishes: what a graph's intents are told apart from.
  let background: [String]

  init(
    code: String, clitics: Clitics, numbers: NumberWords, times: TimeWords, answers: AnswerWords, grammar: GrammarWords,
    synonyms: PhraseTable<String>, background: [String]
  ) {
    self.code = code
    self.clitics = clitics
    self.numbers = numbers
    self.times = times
    self.answers = answers
    self.grammar = grammar.indexed
    self.timeOpenings = times.openings.union(numbers.openings)
    self.synonyms = synonyms
    self.background = background
  }

  /// Every language of this build. The first one stands in for those that have no tables yet.
  static let all: [Language] = [.english, .german]

  /// The tables for a locale.
  static func tables(for locale: LocaleID) -> Language {
    let code = locale.language.lowercased()
    return all.first { $0.code == code } ?? .english
  }
}
