/// Runs a pattern over a text, all its ways at once: a place of the program is entered at most once for each scalar.
struct PatternMachine {
  private let instructions: [Pattern.Instruction]
  private let text: [Unicode.Scalar]
  /// The places that wait for the scalar at hand.
  private var waiting: [Int] = []
  private var pending: [Int] = []
  /// For each place the position at which it was last entered, so that nothing has to be cleared.
  private var entered: [Int]

  init(instructions: [Pattern.Instruction], text: [Unicode.Scalar]) {
    self.instructions = instructions
    self.text = text
    entered = Array(repeating: -1, count: instructions.count)
  }

  /// True as soon as it fits somewhere.
  mutating func run() -> Bool {
    for position in 0...text.count {
      let arrived = waiting
      waiting.removeAll(keepingCapacity: true)
      if position > 0 {
        for place in arrived {
          guard case .take(let scalars) = instructions[place], scalars.contains(text[position - 1]) else { continue }
          if enter(place + 1, at: position) { return true }
        }
      }
      // It may begin at every position.
      if enter(0, at: position) { return true }
    }
    return false
  }

  /// Follows everything that takes no scalar; true where the program ends.
  private mutating func enter(_ start: Int, at position: Int) -> Bool {
    pending = [start]
    while let place = pending.popLast() {
      guard entered[place] != position else { continue }
      entered[place] = position
      switch instructions[place] {
      case .take: waiting.append(place)
      case .check(let assertion): if holds(assertion, at: position) { pending.append(place + 1) }
      case .split(let first, let second): pending += [second, first]
      case .jump(let target): pending.append(target)
      case .fit: return true
      }
    }
    return false
  }

  private func holds(_ assertion: PatternNode.Assertion, at position: Int) -> Bool {
    switch assertion {
    case .textStart: position == 0
    case .textEnd: position == text.count
    case .lineStart: position == 0 || text[position - 1] == "\n"
    case .lineEnd: position == text.count || text[position] == "\n"
    case .wordBoundary: isWord(before: position) != isWord(before: position + 1)
    case .noWordBoundary: isWord(before: position) == isWord(before: position + 1)
    }
  }

  private func isWord(before position: Int) -> Bool {
    text.indices.contains(position - 1) && ScalarClass.word.contains(text[position - 1])
  }
}
