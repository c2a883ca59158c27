import MuseDefinition
import MuseExpression

extension Teller {
  /// Words of the options of `choice` slots: the exact word first, the longest option of several; then its forms ("vegans"), then
  /// one that is nearly the same ("vegetarien").
  func choiceWords(in range: Range<Int>, besides taken: [Range<Int>]) -> [Told] {
    var result: [Told] = []
    for slot in (scope.focus + scope.others).compactMap(graph.slot) {
      guard case .choice(let options) = slot.type.item else { continue }
      let covered = Coverage(taken + result.map(\.tokens), in: message)
      let wordings = options.flatMap { option in self.wordings(of: option, slot).map { (option: option, words: $0) } }
      let found = places(of: wordings, in: range, covered, isFocus: scope.focus.contains(slot.id), isList: slot.type.isList)
      let told = found.map { option, tokens in
        let finding = Finding(tokens: tokens, reading: .person(option))
        return Told(
          slot: slot.id, telling: .value(.string(option)), edit: slot.type.isList ? edit(of: finding, after: nil) : .plain,
          tokens: tokens)
      }
      let meant = scope.focus.contains(slot.id) || isUnset(slot) ? told : told.filter { isAlone($0.tokens) }
      result += slot.type.isList ? meant : one(of: meant)
    }
    return result
  }

  /// "No, it was a fire": what was chosen before is changed by a clause that says nothing else, and not by any story with its
  /// word.
  func isAlone(_ option: Range<Int>) -> Bool {
    Clauses.split(message, message.whole, grammar).contains { clause in
      clause.overlaps(option)
        && clause.allSatisfy {
          option.contains($0) || message.tokens[$0].kind == .sign || grammar.isFunction(message.word($0))
            || grammar.aroundValue.contains(message.word($0))
        }
    }
  }

  /// Of several options the one that puts the others right; else all of them, to be asked back.
  private func one(of told: [Told]) -> [Told] {
    guard let first = told.first, let last = told.last, told.count > 1 else { return told }
    let between = told[told.count - 2].tokens.upperBound..<last.tokens.lowerBound
    let isCorrected = between.contains {
      context.language.answers.selfCorrections.match(in: message.tokens, at: $0, limit: between.upperBound) != nil
    }
    let values = told.compactMap { told -> Value? in if case .value(let value) = told.telling { value } else { nil } }
    return [
      Told(
        slot: first.slot, telling: isCorrected ? last.telling : .ambiguous(values),
        tokens: first.tokens.lowerBound..<last.tokens.upperBound)
    ]
  }

  /// An option's own word, and those that its author wrote in this language.
  private func wordings(of option: String, _ slot: Slot) -> [[String]] {
    let variants = slot.optionWords[option]?.variants.filter { $0.key.language.lowercased() == context.language.code } ?? [:]
    let texts = variants.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap(\.value).map(\.source)
    return ([String(option.map { $0 == "_" || $0 == "-" ? " " : $0 })] + texts).map { text in
      let tokens = Message(text, language: context.language).tokens
      let words = tokens.map(\.word)
      let bare = words.drop { grammar.determiners.contains($0) }
      return bare.isEmpty ? words : Array(bare)
    }.filter { !$0.isEmpty }
  }

  private func places(
    of wordings: [(option: String, words: [String])], in range: Range<Int>, _ covered: Coverage, isFocus: Bool, isList: Bool
  ) -> [(option: String, tokens: Range<Int>)] {
    let named = wordings.enumerated().sorted { ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset) }
      .map(\.element)
    var found: [(option: String, tokens: Range<Int>)] = []
    for closeness in isFocus ? Closeness.allCases : [.exact, .form] {
      guard found.isEmpty || isList else { break }
      for (option, words) in named where !found.contains(where: { $0.option == option }) {
        guard let tokens = place(of: words, in: range, closeness), !covered.overlaps(tokens), !isDeniedChoice(tokens),
          !found.contains(where: { $0.tokens.overlaps(tokens) })
        else { continue }
        found.append((option, tokens))
      }
    }
    return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private enum Closeness: CaseIterable {
    case exact, form, near
  }

  private func place(of words: [String], in range: Range<Int>, _ closeness: Closeness) -> Range<Int>? {
    guard words.count <= range.count else { return nil }
    return (range.lowerBound...(range.upperBound - words.count)).lazy.compactMap { start -> Range<Int>? in
      var end = start
      for word in words {
        if end > start, self.message.word(end) == "-" { end += 1 }
        guard end < range.upperBound, self.isAlike(self.message.word(end), word, closeness) else { return nil }
        end += 1
      }
      return start..<end
    }.first
  }

  private func isAlike(_ said: String, _ word: String, _ closeness: Closeness) -> Bool {
    if said == word { return true }
    guard closeness != .exact, !grammar.isFunction(said), said.first == word.first else { return false }
    if grammar.stem(said) == grammar.stem(word) { return true }
    guard closeness == .near, word.count >= 5, said.count >= 4 else { return false }
    return Spelling.distance(said, word, most: word.count >= 9 ? 2 : 1) != nil
  }

  /// "not vegan, vegetarian".
  private func isDeniedChoice(_ tokens: Range<Int>) -> Bool {
    guard scope.asked.flatMap(graph.slot)?.type.isList != true else { return false }
    var start = tokens.lowerBound
    while start > 0, grammar.determiners.contains(message.word(start - 1)) { start -= 1 }
    return context.language.answers.denials.match(in: message.tokens, endingAt: start)
  }
}

/// How far two spellings are apart.
enum Spelling {
  /// Letters left out, added, changed or swapped with their neighbour (Damerau, 1964); nil where they are more than `most`.
  static func distance(_ left: String, _ right: String, most: Int) -> Int? {
    let (left, right) = (Array(left.unicodeScalars.prefix(32)), Array(right.unicodeScalars.prefix(32)))
    guard abs(left.count - right.count) <= most else { return nil }
    var before = Array(repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 1...max(1, left.count) where row <= left.count {
      var line = [row]
      for column in 1...max(1, right.count) where column <= right.count {
        let change = last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
        var cost = min(change, last[column] + 1, line[column - 1] + 1)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          cost = min(cost, before[column - 2] + 1)
        }
        line.append(cost)
      }
      (before, last) = (last, line)
    }
    return last[right.count] <= most ? last[right.count] : nil
  }
}
