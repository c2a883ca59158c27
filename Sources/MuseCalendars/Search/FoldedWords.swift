import Foundation

/// The words of a text in the form in which they are compared: lower case, without accents, punctuation and the `'s` of a
/// possessive. `12:30` stays one word, and `12.30` is the same.
func foldedWords(_ text: String) -> [String] {
  var words: [String] = []
  var word = ""
  let scalars = Array(foldedScalars(text))
  for (index, scalar) in scalars.enumerated() {
    if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      word.unicodeScalars.append(scalar)
    } else if isBetweenDigits(at: index, in: scalars) {
      word.append(":")
    } else if !isApostrophe(scalar) {
      words.append(word)
      word = ""
    } else if isPossessive(at: index, in: scalars) {
      // The "s" that follows becomes a word of its own, which is dropped below.
      words.append(word)
      word = possessiveMark
    }
  }
  return (words + [word]).filter { !$0.isEmpty && !$0.hasPrefix(possessiveMark) }
}

private let possessiveMark = "'"

private func foldedScalars(_ text: String) -> some Sequence<Unicode.Scalar> {
  text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars.filter {
    $0.properties.generalCategory != .nonspacingMark
  }
}

private func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "\u{2019}" }

private func isPossessive(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
  guard index + 1 < scalars.count, scalars[index + 1] == "s" else { return false }
  return index + 2 == scalars.count || !scalars[index + 2].properties.isAlphabetic
}

private func isBetweenDigits(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
  guard scalars[index] == ":" || scalars[index] == ".", index > 0, index + 1 < scalars.count else { return false }
  return scalars[index - 1].properties.numericType != nil && scalars[index + 1].properties.numericType != nil
}
