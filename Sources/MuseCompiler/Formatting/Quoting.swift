import MuseSource

/// Words of the language as they are written into a file.
package enum WrittenWord {
  /// Bare, but in quotes where some version of YAML would read something else.
  package static func yaml(_ word: String) -> String {
    Quoting.isBare(word) ? word : "\"\(word)\""
  }

  /// `no`, `on`, `null`: some version of YAML reads something else than the word.
  package static func isReadOtherwise(_ word: String) -> Bool { YAMLMeaning.otherMeaning(of: word) != nil || word == "null" }
}

/// Which scalars are put in quotes, and how.
enum Quoting {
  /// The quote that a scalar gets; nil where it stays as it is.
  static func quote(for text: WrittenText, as expectation: Expectation) -> Unicode.Scalar? {
    guard text.isPlain, !text.value.isEmpty, isQuoted(text.value, as: expectation) else { return nil }
    return best(for: text.value)
  }

  static func quote(forKey text: WrittenText, isLocale: Bool) -> Unicode.Scalar? {
    guard text.isPlain, !text.value.isEmpty, isLocale || hasOtherMeaning(text.value) else { return nil }
    return best(for: text.value)
  }

  /// Double quotes, but for what would have to be escaped in them.
  private static func best(for value: String) -> Unicode.Scalar {
    let hasEscapes = value.unicodeScalars.contains { $0 == "\"" || $0 == "\\" }
    return hasEscapes && !value.unicodeScalars.contains("'") ? "'" : "\""
  }

  /// What is put before a scalar of the text inside these quotes.
  static func escape(before scalar: Unicode.Scalar, in quote: Unicode.Scalar) -> String? {
    switch (quote, scalar) {
    case ("\"", "\""), ("\"", "\\"): "\\"
    case ("'", "'"): "'"
    default: nil
    }
  }

  private static func isQuoted(_ value: String, as expectation: Expectation) -> Bool {
    switch expectation {
    case .text, .template, .spoken, .question: true
    // A name by itself is no sum to work out: `choices: times`, `with: {people: meeting.people}`.
    case .expression: !isName(value) || hasOtherMeaning(value)
    case .word, .type, .written, .anything: hasOtherMeaning(value)
    // Not read as texts: quotes would hide what is wrong with them.
    case .integer, .boolean, .oneOf: false
    case .list, .oneOrMore, .filled, .map, .record, .either, .node: false
    }
  }

  fileprivate static func isBare(_ word: String) -> Bool { isName(word) && !hasOtherMeaning(word) }

  private static func hasOtherMeaning(_ value: String) -> Bool {
    value.contains("?") || YAMLMeaning.otherMeaning(of: value) != nil
  }

  private static func isName(_ value: String) -> Bool {
    value != "true" && value != "false"
      && value.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { NameForm.isID($0) }
  }
}
