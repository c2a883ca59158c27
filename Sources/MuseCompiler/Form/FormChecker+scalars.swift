import MuseSource

extension FormChecker {
  mutating func checkScalar(_ node: YAMLNode, _ expectation: Expectation, owner: String) {
    guard let text = node.scalar else {
      let advice = node.isFlow ? "Put a text that begins with '{' or '[' in quotes." : nil
      return add(
        Rule.wrongKind.finding(
          "\(owner.capitalizedFirst) is \(node.kindName), but \(expectation.description) is expected.", at: node.location,
          advice: advice))
    }
    switch expectation {
    case .integer(let range): checkInteger(text, range, owner: owner)
    case .boolean: checkBoolean(text, owner: owner)
    case .oneOf(let words): checkChoice(text, words, owner: owner)
    default:
      checkMeaning(of: text)
      if expectation.mayHoldHash(text.value) { checkComment(behind: text, of: node) }
    }
  }

  private mutating func checkInteger(_ text: WrittenText, _ range: ClosedRange<Int>, owner: String) {
    if text.isPlain, YAMLMeaning.isWrittenTwoWays(text.value) { return checkMeaning(of: text) }
    guard let number = Int(text.value), range.contains(number) else {
      return add(
        Rule.wrongKind.finding(
          "\(owner.capitalizedFirst) is '\(text.value)', but \(Expectation.integer(range).description) is expected.",
          at: text.location, advice: "Write \(Expectation.integer(range).description)."))
    }
  }

  private mutating func checkBoolean(_ text: WrittenText, owner: String) {
    guard text.value != "true", text.value != "false" else { return }
    add(
      Rule.wrongKind.finding(
        "\(owner.capitalizedFirst) is '\(text.value)', but true or false is expected.", at: text.location,
        advice: "Write true or false."))
  }

  private mutating func checkChoice(_ text: WrittenText, _ words: [String], owner: String) {
    guard !words.contains(text.value) else { return }
    let expectation = Expectation.oneOf(words).description
    add(
      Rule.wrongKind.finding(
        "\(owner.capitalizedFirst) is '\(text.value)', but \(expectation) is expected.", at: text.location,
        advice: "Write \(expectation).", nearMiss: nearestName(to: text.value, among: words)))
  }

  // MARK: What YAML would silently change

  mutating func checkKey(_ key: WrittenText) {
    if key.isPlain, YAMLNode.isNull(key.value) {
      return add(
        Rule.yamlMeaning.finding(
          key.value.isEmpty ? "A key is missing before ':'." : "YAML reads \(key.value) as nothing, not as a key.",
          at: key.location, advice: key.value.isEmpty ? "Write the key." : nil))
    }
    checkMeaning(of: key)
  }

  mutating func checkMeaning(of text: WrittenText) {
    guard text.isPlain, let meaning = YAMLMeaning.otherMeaning(of: text.value) else { return }
    add(Rule.yamlMeaning.finding("Some versions of YAML read \(text.value) as \(meaning).", at: text.location))
  }

  private mutating func checkComment(behind text: WrittenText, of node: YAMLNode) {
    guard let comment = node.comment else { return }
    add(Rule.unquotedComment.finding("The text ends before ' #': what follows is a comment.", at: comment))
  }

  /// `{a, b}` has keys without values: mostly a text or an expression that a comma or a bracket has cut.
  mutating func isBrokenKey(_ entry: YAMLEntry, in node: YAMLNode) -> Bool {
    guard node.isFlow, entry.value.isNull, entry.value.scalarText?.value == "", !hasColon(behind: entry) else { return false }
    add(
      Rule.brokenKey.finding(
        "'\(entry.key.value)' has no value: a comma or a bracket has cut what was meant.", at: entry.key.location))
    return true
  }

  /// `say: {title}` is a map to YAML.
  mutating func isBrokenText(_ entry: YAMLEntry, in node: YAMLNode, owner: String) -> Bool {
    guard node.isFlow, entry.value.isNull, entry.value.scalarText?.value == "" else { return false }
    add(
      Rule.wrongKind.finding(
        "\(owner.capitalizedFirst) is a map to YAML, because it begins with '{'.", at: node.location,
        advice: "Put the text in quotes."))
    return true
  }

  private func hasColon(behind entry: YAMLEntry) -> Bool {
    entry.value.location.range.start > entry.key.location.range.end
  }
}

extension Expectation {
  /// Texts in which an author may well mean a '#'.
  fileprivate func mayHoldHash(_ text: String) -> Bool {
    switch self {
    case .text, .template, .spoken, .question: true
    case .expression: !NameForm.isID(text)
    case .word, .type, .written, .integer, .boolean, .oneOf, .list, .oneOrMore, .filled, .map, .record, .node, .either, .anything:
      false
    }
  }
}

extension YAMLNode {
  /// The scalar, even where YAML takes it for nothing.
  var scalarText: WrittenText? {
    if case .scalar(let text) = content { text } else { nil }
  }
}
