import MuseDefinition
import MuseExpression
import MuseSource

/// Texts that are not in all the languages of their graph.
extension GraphChecker {
  mutating func checkTranslations() {
    guard Set(scope.locales.map(\.language)).count > 1 else { return }
    let ofSlots = document.slots.flatMap { [$0.ask, $0.reask, $0.help, $0.label, $0.refuse] }
    let ofSilences = document.policy.silence.map(\.say)
    for text in (ofSlots + document.nodes.flatMap(\.spoken) + ofSilences).compactMap(\.self) { checkTranslation(of: text) }
  }

  private mutating func checkTranslation(of text: SpokenDocument) {
    let (written, place) = Self.languages(of: text, among: scope.locales)
    guard let place, let first = scope.locales.first else { return }
    var reported: Set<String> = []
    for locale in scope.locales where !written.contains(locale.language) && reported.insert(locale.language).inserted {
      // Without the first there is nothing to fall back to, which is an error of its own.
      if locale.language == first.language { continue }
      add(
        Rule.untranslated.finding(
          "The text has no '\(locale.rawValue)': who reads that hears the one for '\(first.rawValue)'.", at: place))
    }
  }

  /// The languages that a text has, and where it stands; no place where it has no words that could be translated.
  private static func languages(of text: SpokenDocument, among locales: [LocaleID]) -> (Set<String>, SourceLocation?) {
    switch text {
    case .variants(let texts, _):
      let isWorded = texts.contains { hasWords($0.value) }
      return (Set(locales.prefix(1).map(\.language)), isWorded ? texts.first?.location : nil)
    case .byLocale(let entries):
      return (Set(entries.map { LocaleID(rawValue: $0.locale.value).language }), entries.first?.locale.location)
    }
  }

  /// Letters outside of braces.
  private static func hasWords(_ text: String) -> Bool {
    var depth = 0
    for character in text {
      switch character {
      case "{": depth += 1
      case "}": depth -= 1
      default: if depth == 0, character.isLetter { return true }
      }
    }
    return false
  }
}

extension NodeDocument {
  /// What is said here. A prompt is not: a language model reads all languages.
  fileprivate var spoken: [SpokenDocument?] {
    let own: [SpokenDocument?] =
      switch action {
      case .say(let say): say.buttons.map(\.label)
      case .classify(let classify): [classify.reask]
      case .confirm(let confirm): [confirm.text]
      case .ask, .llm, .call, .set, .when, .run, .each, .wait, .handoff, .end, .broken: []
      }
    return [say] + own + silence.map(\.say)
  }
}
