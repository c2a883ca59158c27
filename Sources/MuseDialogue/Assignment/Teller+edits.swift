import MuseDefinition
import MuseExpression

extension Teller {
  /// How a value is meant to act on its list: by the words before ("also", "without"), those behind ("instead"), or as the one
  /// named just before ("without Ann and Bob").
  func edit(of finding: Finding, after last: Told?) -> Move.Edit {
    if let editing = editBehind(finding.tokens.upperBound) { return editing }
    if let editing = editBefore(finding.tokens.lowerBound) { return editing }
    guard let last, last.tokens.upperBound <= finding.tokens.lowerBound else { return .plain }
    let between = message.tokens[last.tokens.upperBound..<finding.tokens.lowerBound]
    if last.edit == .remove, isMeantInstead(between, of: last) { return .add }
    let isOneList = between.allSatisfy { grammar.listJoints.contains($0.word) }
    return isOneList && last.edit != .replace ? last.edit : .plain
  }

  /// Eve of "not Bob, Eve" and of "not Bob but Eve"; of "without Bob, Eve" she is another one to go.
  private func isMeantInstead(_ between: ArraySlice<Token>, of last: Told) -> Bool {
    guard let first = between.first, between.count == 1,
      context.language.answers.negations.contains(message.word(last.tokens.lowerBound - 1))
    else { return false }
    return first.word == "," || grammar.clauseJoints.contains(first.word) && !grammar.listJoints.contains(first.word)
  }

  private func editBefore(_ index: Int) -> Move.Edit? {
    let answers = context.language.answers
    if index == 1, answers.andAlso.contains(message.word(0)) { return .add }
    if let exchange = exchange(index) { return exchange }
    for start in stride(from: max(0, index - 4), to: index, by: 1) {
      var cursor = Cursor(tokens: message.tokens, index: start)
      guard let editing = cursor.take(answers.editsBefore) else { continue }
      while cursor.index < index, grammar.beforePerson.contains(cursor.word) { cursor.index += 1 }
      if cursor.index == index { return edit(editing) }
    }
    return answers.insteadOf.match(in: message.tokens, endingAt: index) ? .remove : nil
  }

  /// "replace Bob with Eve": the first goes, the second comes.
  private func exchange(_ index: Int) -> Move.Edit? {
    let answers = context.language.answers
    if answers.exchanges.match(in: message.tokens, endingAt: index) { return .remove }
    guard index > 0, answers.exchangeFor.contains(message.word(index - 1)) else { return nil }
    return (max(0, index - 8)..<index).contains { answers.exchanges.match(in: message.tokens, at: $0) != nil } ? .add : nil
  }

  private func editBehind(_ index: Int) -> Move.Edit? {
    let answers = context.language.answers
    if answers.insteadOf.match(in: message.tokens, at: index) != nil { return .add }
    return answers.editsAfter.match(in: message.tokens, at: index).map { edit($0.meaning) }
  }

  private func edit(_ editing: AnswerWords.Editing) -> Move.Edit {
    switch editing {
    case .add: .add
    case .remove: .remove
    case .replace: .replace
    }
  }

  // MARK: Names and words without a lead

  /// Names without "with" before them, where an edit word says that a person is meant: "not Bob", "Eve instead".
  func unledPersons(in range: Range<Int>, besides taken: [Range<Int>]) -> [Finding] {
    guard (scope.focus + scope.others).contains(where: { graph.slot($0)?.type.item == .person }), !asksForText else { return [] }
    let names = PersonNames(context)
    let covered = Coverage(taken, in: message)
    let known = standingWords { if case .object(let person) = $0, case .string(let name)? = person["name"] { name } else { nil } }
    var result: [Finding] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard !covered.contains(index), message.tokens[index].isCapitalised || known.contains(message.word(index)),
        let end = names.endOfName(from: index), end <= range.upperBound, isAloneNoun(index, known),
        !carriers.commonWords.contains(message.word(index)),
        editBefore(index) != nil || editBehind(end) != nil || (asksForPerson && isListed(index..<end, in: range, covered))
          || followsDenied(index, result.last) || isListed(index, behind: result.last)
      else {
        index += 1
        continue
      }
      result.append(Finding(tokens: index..<end, reading: .person(message.text(index..<end))))
      index = end
    }
    return result
  }

  /// Eve of "remove Dave and Eve".
  private func isListed(_ index: Int, behind last: Finding?) -> Bool {
    guard let last, last.tokens.upperBound < index, index - last.tokens.upperBound < 3 else { return false }
    return message.tokens[last.tokens.upperBound..<index].allSatisfy {
      grammar.listJoints.contains($0.word) && !grammar.alternatives.contains($0.word)
    }
  }

  private func followsDenied(_ index: Int, _ last: Finding?) -> Bool {
    guard let last, last.tokens.upperBound + 1 == index else { return false }
    return isMeantInstead(
      message.tokens[last.tokens.upperBound..<index], of: Told(slot: "", telling: .words(""), tokens: last.tokens))
  }

  /// Where every noun has a capital, a word before which an article stands is no name.
  private func isAloneNoun(_ index: Int, _ known: Set<String>) -> Bool {
    grammar.namesHaveCapitals || known.contains(message.word(index)) || index == 0
      || !grammar.determiners.contains(message.word(index - 1))
  }

  /// At a person's own question a name in a list needs no word before it ("ann@example.com and Bob").
  private func isListed(_ name: Range<Int>, in range: Range<Int>, _ covered: Coverage) -> Bool {
    func joins(_ word: String) -> Bool {
      (grammar.listJoints.contains(word) && !grammar.alternatives.contains(word)) || grammar.clauseJoints.contains(word)
        || word == "." || word == "!"
    }
    let isOpened = name.lowerBound == range.lowerBound || joins(message.word(name.lowerBound - 1))
    let end = name.upperBound
    return isOpened && (end == range.upperBound || joins(message.word(end)) || covered.contains(end))
  }

  private var asksForPerson: Bool { scope.asked.flatMap(graph.slot)?.type.item == .person }
  var asksForText: Bool { scope.asked.flatMap(graph.slot)?.type.item == .text }

  /// The words of what stands in the slots: they are known in lower case too.
  private func standingWords(_ text: (Value) -> String?) -> Set<String> {
    let values = awaiting.slots.flatMap { slot -> [Value] in
      if case .list(let items) = slot.value { items } else { slot.value.map { [$0] } ?? [] }
    }
    return Set(values.compactMap(text).flatMap { Message($0, language: context.language).tokens.map(\.word) })
  }

  /// Items of lists of texts behind an edit word: "without the eggs", "also bread". What is removed must stand.
  func textItems(in range: Range<Int>, besides taken: [Range<Int>]) -> [Told] {
    let lists = (scope.focus + scope.others).compactMap(graph.slot).filter { $0.type.isList && $0.type.item == .text }
    guard let slot = lists.first, lists.count == 1, !isUnset(slot) || (scope.focus.contains(slot.id) && !asksForText) else {
      return []
    }
    let covered = Coverage(taken, in: message)
    var result: [Told] = []
    for clause in Clauses.split(message, range, grammar) where !covered.overlaps(clause) {
      var cursor = Cursor(tokens: Array(message.tokens[..<clause.upperBound]), index: clause.lowerBound)
      while context.language.answers.fillers.contains(cursor.word), cursor.word != "just" { cursor.index += 1 }
      let carried: Move.Edit? = result.last.map(\.edit)
      guard let edit = cursor.take(context.language.answers.editsBefore).map(edit) ?? carried else { continue }
      let words = Trimming(message: message, language: context.language).trimmed(cursor.index..<clause.upperBound)
      guard words.contains(where: { !grammar.isFunction(message.word($0)) }), let item = item(words, of: slot, edit),
        slot.pattern?.fits(message.text(words)) ?? true
      else { continue }
      result.append(Told(slot: slot.id, telling: .value(item), edit: edit, tokens: words))
    }
    return result
  }

  private func item(_ words: Range<Int>, of slot: Slot, _ edit: Move.Edit) -> Value? {
    let bare = Trimming(message: message, language: context.language).withoutArticle(words)
    let standing = awaiting.slots.first { $0.id == slot.id }?.value
    guard edit == .remove, case .list(let items)? = standing else { return edit == .remove ? nil : .string(message.text(bare)) }
    let said = bare.map(message.word).map(grammar.stem)
    return items.first { item in
      guard case .string(let text) = item else { return false }
      let words = Message(text, language: context.language).tokens.map(\.word)
      return words.drop { grammar.determiners.contains($0) && words.count > 1 }.map(grammar.stem) == said
    }
  }
}
