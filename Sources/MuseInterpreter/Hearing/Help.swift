import MuseDefinition
import MuseExpression

/// Help grows: first what the question needs, then examples, then what else can be said.
extension TurnMachine {
  /// - Parameter level: counted from 1; 0 gives nothing.
  mutating func giveHelp(_ level: Int, with asked: SlotID?, at node: Node) {
    guard level > 0 else { return }
    let slot = asked.flatMap(graph.slot)
    let steps: [(inout TurnMachine) -> String] = [
      { $0.hint(for: slot, at: node) },
      { $0.examples(for: slot, at: node) },
      { $0.waysOut(for: slot) },
    ]
    // A step that has nothing to say gives way to the next.
    for step in steps.dropFirst(min(level, steps.count) - 1) {
      let text = step(&self)
      if !text.isEmpty { return say(text) }
    }
  }

  /// The slot's own help, or how a value of its type is said; of a yes/no question, that it is one; else what may be wanted.
  private mutating func hint(for slot: Slot?, at node: Node) -> String {
    if let slot { return slot.help.flatMap { render($0, at: node.id) } ?? phrases.hint(graph.spokenType(of: slot, in: locale)) }
    switch node.kind {
    case .confirm: return phrases.yesOrNo
    case .classify(let classify):
      return phrases.forExample(classify.intents.compactMap { graph.intent($0)?.examples.first?.text })
    case .say, .ask, .llm, .call, .set, .when, .run, .each, .wait, .handoff, .end: return ""
    }
  }

  /// How others have said it; of a confirm, what can be changed.
  private mutating func examples(for slot: Slot?, at node: Node) -> String {
    if let slot { return phrases.forExample(Array(examples(of: slot).prefix(3))) }
    guard case .confirm(let confirm) = node.kind else { return "" }
    let labels = confirm.covers.compactMap(graph.slot).filter(isNeeded).map { label(of: $0) }
    return labels.isEmpty ? "" : phrases.canChange(labels)
  }

  /// Its own examples, else the words that examples of intents mark for it.
  private func examples(of slot: Slot) -> [String] {
    if !slot.examples.isEmpty { return slot.examples.map(\.text) }
    let marked = graph.intents.flatMap(\.examples).flatMap { example in
      example.marks.filter { $0.slot == slot.id }.map { example.words(of: $0) }
    }
    var seen: Set<String> = []
    return marked.filter { seen.insert($0).inserted }
  }

  /// What else can be said here.
  private func waysOut(for slot: Slot?) -> String {
    var words: [String] = []
    if slot?.isOptional == true { words.append(phrases.words.skip) }
    if graph.policy.cancel != nil { words.append(phrases.words.cancel) }
    words += [phrases.words.repeat, phrases.words.startOver]
    words += graph.policy.digress.keys.sorted().compactMap { graph.intent($0)?.examples.first?.text }
    return phrases.canAlsoSay(words)
  }

  /// The word for a slot, in lists and in questions about it.
  mutating func label(of slot: Slot) -> String {
    let node = placeNode ?? graph.begin
    return slot.label.flatMap { render($0, at: node) } ?? slot.id.rawValue.split(separator: "_").joined(separator: " ")
  }
}

extension MarkedExample {
  fileprivate func words(of mark: Mark) -> String {
    var words = String.UnicodeScalarView()
    words.append(contentsOf: Array(text.unicodeScalars)[mark.span])
    return String(words)
  }
}
