import MuseDefinition
import MuseExpression

extension Teller {
  /// How a person is meant to act on the list: by the words before ("also", "without"), those behind ("instead"), or as the one
  /// named just before ("without Ann and Bob").
  func edit(of finding: Finding, after last: Told?) -> Move.Edit {
    if let editing = editBehind(finding.tokens.upperBound) { return editing }
    if let editing = editBefore(finding.tokens.lowerBound) { return editing }
    guard let last, last.tokens.upperBound <= finding.tokens.lowerBound else { return .plain }
    let between = message.tokens[last.tokens.upperBound..<finding.tokens.lowerBound]
    let isOneList = between.allSatisfy { [",", "and", "&", "or"].contains($0.word) }
    return isOneList && last.edit != .replace ? last.edit : .plain
  }

  /// At a person's own question a name in a list needs no word before it ("ann@example.com and Bob").
  private func isListed(_ name: Range<Int>, in range: Range<Int>, _ covered: Coverage) -> Bool {
    let joints: Set<String> = [",", "and", "&", "plus", ".", "!"]
    let isOpened = name.lowerBound == range.lowerBound || joints.contains(message.word(name.lowerBound - 1))
    let end = name.upperBound
    return isOpened && (end == range.upperBound || joints.contains(message.word(end)) || covered.contains(end))
  }

  private var asksForPerson: Bool { scope.asked.flatMap(graph.slot)?.type.item == .person }

  private func editBefore(_ index: Int) -> Move.Edit? {
    if index == 1, ["and", "plus"].contains(message.word(0)) { return .add }
    let answers = context.language.answers
    for start in stride(from: max(0, index - 3), to: index, by: 1) {
      var cursor = Cursor(tokens: message.tokens, index: start)
      guard let editing = cursor.take(answers.editsBefore) else { continue }
      while cursor.index < index, grammar.beforePerson.contains(cursor.word) { cursor.index += 1 }
      if cursor.index == index { return edit(editing) }
    }
    return message.word(index - 1) == "of" && message.word(index - 2) == "instead" ? .remove : nil
  }

  private func editBehind(_ index: Int) -> Move.Edit? {
    guard let match = context.language.answers.editsAfter.match(in: message.tokens, at: index) else { return nil }
    let isExchange = match.meaning == .replace && message.word(match.end) == "of"
    return isExchange ? .add : edit(match.meaning)
  }

  private func edit(_ editing: AnswerWords.Editing) -> Move.Edit {
    switch editing {
    case .add: .add
    case .remove: .remove
    case .replace: .replace
    }
  }

  /// Names without "with" before them, where an edit word says that a person is meant: "not Bob", "Eve instead".
  func unledPersons(in range: Range<Int>, besides taken: [Range<Int>]) -> [Finding] {
    guard (scope.focus + scope.others).contains(where: { graph.slot($0)?.type.item == .person }), !asksForText else { return [] }
    let names = PersonNames(context)
    let covered = Coverage(taken, in: message)
    let known = knownNames
    var result: [Finding] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard !covered.contains(index), message.tokens[index].isCapitalised || known.contains(message.word(index)),
        let end = names.endOfName(from: index), end <= range.upperBound,
        editBefore(index) != nil || editBehind(end) != nil || (asksForPerson && isListed(index..<end, in: range, covered))
      else {
        index += 1
        continue
      }
      result.append(Finding(tokens: index..<end, reading: .person(message.text(index..<end))))
      index = end
    }
    return result
  }

  /// The words of the names that stand in the slots: they are names in lower case too.
  private var knownNames: Set<String> {
    let people = awaiting.slots.flatMap { slot -> [Value] in
      if case .list(let items) = slot.value { items } else { slot.value.map { [$0] } ?? [] }
    }
    let names = people.compactMap { person -> String? in
      guard case .object(let object) = person, object.type == "person", case .string(let name) = object["name"] else {
        return nil
      }
      return name
    }
    return Set(names.flatMap { Message($0, language: context.language).tokens.map(\.word) })
  }

  private var asksForText: Bool { scope.asked.flatMap(graph.slot)?.type.item == .text }

  /// Words of the options of `choice` slots, the longest option first.
  func choiceWords(in range: Range<Int>, besides taken: [Range<Int>]) -> [Told] {
    var result: [Told] = []
    for slot in (scope.focus + scope.others).compactMap(graph.slot) {
      guard case .choice(let options) = slot.type.item else { continue }
      let places = options.sorted { $0.count > $1.count }.lazy.compactMap { option in
        self.place(of: option, in: range).map { (option, $0) }
      }
      guard let (option, tokens) = places.first(where: { place in !taken.contains { $0.overlaps(place.1) } }) else { continue }
      result.append(Told(slot: slot.id, telling: .value(.string(option)), tokens: tokens))
    }
    return result
  }

  private func place(of option: String, in range: Range<Int>) -> Range<Int>? {
    let spaced = String(option.map { $0 == "_" || $0 == "-" ? " " : $0 })
    let words = Message(spaced, language: context.language).tokens.map(\.word)
    guard !words.isEmpty, words.count <= range.count else { return nil }
    return (range.lowerBound...(range.upperBound - words.count)).first { message.has(words, at: $0) }.map {
      $0..<$0 + words.count
    }
  }
}
