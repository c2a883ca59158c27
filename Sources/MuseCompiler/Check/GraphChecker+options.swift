import MuseDefinition
import MuseExpression
import MuseSource

/// The words for the options of a choice.
extension GraphChecker {
  /// Words show nothing but themselves, and in one language they name one option.
  mutating func checkedWords(_ options: [OptionWordsDocument]) -> [String: SpokenText] {
    var result: [String: SpokenText] = [:]
    var named: [String: String] = [:]
    for option in options {
      guard let words = checkSpoken(option.words, in: TypeEnvironment()) else { continue }
      result[option.option.value] = words
      for (locale, text) in written(option.words) {
        let key = (locale ?? "") + " " + text.value.lowercased()
        if let other = named.updateValue(option.option.value, forKey: key), other != option.option.value {
          add(Rule.badOption.finding("'\(text.value)' means '\(other)' and '\(option.option.value)'.", at: text.location))
        }
      }
    }
    return result
  }

  private func written(_ words: SpokenDocument) -> [(locale: String?, text: WrittenText)] {
    switch words {
    case .variants(let texts, _): texts.map { (nil, $0) }
    case .byLocale(let entries): entries.flatMap { entry in entry.variants.map { (entry.locale.value, $0) } }
    }
  }
}
