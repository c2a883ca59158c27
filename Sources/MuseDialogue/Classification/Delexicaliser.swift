import MuseDefinition

/// Puts placeholders for values, so that the classifier learns what is said around them.
struct Delexicaliser: Sendable {
  /// Stands for words that no example holds outside its marks: names, titles, typing errors.
  static let unknown = "<x>"

  let language: Language

  /// A stretch of tokens that a placeholder stands for.
  struct Replacement: Hashable, Sendable {
    var tokens: Range<Int>
    var placeholder: String
  }

  /// The words of a stretch of a message, values replaced. Articles before a placeholder go with it; placeholders of one kind that
  /// stand together are one.
  func words(
    _ message: Message, in range: Range<Int>, replacing: [Replacement], isKnown: (String) -> Bool
  ) -> [TextFeatures.Word] {
    var result: [TextFeatures.Word] = []
    var index = range.lowerBound
    var pending = replacing.filter { range.contains($0.tokens.lowerBound) }.sorted {
      $0.tokens.lowerBound < $1.tokens.lowerBound
    }[...]
    while index < range.upperBound {
      if let next = pending.first, next.tokens.lowerBound <= index {
        pending.removeFirst()
        guard next.tokens.upperBound > index else { continue }
        append(TextFeatures.Word(text: next.placeholder, isPlaceholder: true), to: &result)
        index = next.tokens.upperBound
        continue
      }
      let token = message.tokens[index]
      index += 1
      if token.kind == .word { append(word(token.word, isKnown), to: &result) }
    }
    return result
  }

  private func word(_ text: String, _ isKnown: (String) -> Bool) -> TextFeatures.Word {
    isKnown(text) || language.grammar.isFunction(text)
      ? TextFeatures.Word(text: text, isPlaceholder: false)
      : TextFeatures.Word(text: Delexicaliser.unknown, isPlaceholder: true, spellings: [text])
  }

  private func append(_ word: TextFeatures.Word, to result: inout [TextFeatures.Word]) {
    if word.isPlaceholder {
      if let last = result.last, !last.isPlaceholder, language.grammar.determiners.contains(last.text) { result.removeLast() }
      if let last = result.last, last.isPlaceholder, last.text == word.text {
        result[result.count - 1].spellings += word.spellings
        return
      }
    }
    result.append(word)
  }

  /// The classes of synonyms of a stretch.
  func classes(_ message: Message, in range: Range<Int>, replacing: [Replacement]) -> [String] {
    let hidden = Coverage(replacing.map(\.tokens), in: message)
    var result: [String] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let end = hidden.end(at: index) {
        index = end
      } else if let match = language.synonyms.match(in: message.tokens, at: index, limit: range.upperBound) {
        result.append(match.meaning)
        index = match.end
      } else {
        index += 1
      }
    }
    return result
  }
}

extension SlotType {
  /// What stands for a value of it in a text to be classified: kinds that people say alike share one.
  var placeholder: String {
    switch item {
    case .date, .time, .datetime, .daterange, .timerange: "<time>"
    case .duration: "<duration>"
    case .number, .integer: "<number>"
    case .email, .person: "<person>"
    case .phone: "<phone>"
    case .url: "<url>"
    case .choice(let options): "<" + options.joined(separator: "|") + ">"
    case .text, .boolean, .object: Delexicaliser.unknown
    case .list, .optional: Delexicaliser.unknown
    }
  }
}

extension Reading {
  var placeholder: String {
    switch self {
    case .date, .clock, .moment, .dateRange, .clockRange, .momentRange, .dayPart, .recurring: "<time>"
    case .either(let first, _): first.placeholder
    case .duration: "<duration>"
    case .number, .ordinal: "<number>"
    case .email, .person: "<person>"
    case .phone: "<phone>"
    case .url: "<url>"
    }
  }
}
