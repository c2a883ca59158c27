/// A pattern as it was written. Whether a repetition is greedy makes no difference to whether it fits.
indirect enum PatternNode: Sendable {
  case scalar(ScalarClass)
  case assertion(Assertion)
  case sequence([PatternNode])
  case either([PatternNode])
  /// Without a maximum any number of times.
  case repeated(PatternNode, minimum: Int, maximum: Int?)

  /// What holds between two scalars.
  enum Assertion: Sendable {
    case textStart, textEnd
    case lineStart, lineEnd
    case wordBoundary, noWordBoundary
  }
}

/// Makes instructions of a pattern, in one pass.
struct PatternCompiler {
  private var instructions: [Pattern.Instruction] = []
  /// Empty parts make no instructions, but repeating them takes time.
  private var visits = 0

  mutating func program(for node: PatternNode) throws(FunctionFailure) -> [Pattern.Instruction] {
    try compile(node)
    return instructions + [.fit]
  }

  private mutating func compile(_ node: PatternNode) throws(FunctionFailure) {
    visits += 1
    guard instructions.count < Pattern.largestProgram, visits < 4 * Pattern.largestProgram else {
      throw FunctionFailure("The pattern is too large: its repetitions stand for too many parts.")
    }
    switch node {
    case .scalar(let scalars): instructions.append(.take(scalars))
    case .assertion(let assertion): instructions.append(.check(assertion))
    case .sequence(let parts): for part in parts { try compile(part) }
    case .either(let parts): try either(parts)
    case .repeated(let part, let minimum, let maximum):
      for _ in 0..<minimum { try compile(part) }
      guard let maximum else { return try anyNumber(of: part) }
      try optional(part, times: max(0, maximum - minimum))
    }
  }

  /// split first, next; first; jump end; next: …
  private mutating func either(_ parts: [PatternNode]) throws(FunctionFailure) {
    var jumps: [Int] = []
    for part in parts.dropLast() {
      let split = placeholder()
      try compile(part)
      jumps.append(placeholder())
      instructions[split] = .split(split + 1, instructions.count)
    }
    if let last = parts.last { try compile(last) }
    for jump in jumps { instructions[jump] = .jump(instructions.count) }
  }

  private mutating func anyNumber(of part: PatternNode) throws(FunctionFailure) {
    let split = placeholder()
    try compile(part)
    instructions.append(.jump(split))
    instructions[split] = .split(split + 1, instructions.count)
  }

  /// Each further one only behind the one before it.
  private mutating func optional(_ part: PatternNode, times: Int) throws(FunctionFailure) {
    var splits: [Int] = []
    for _ in 0..<times {
      splits.append(placeholder())
      try compile(part)
    }
    for split in splits { instructions[split] = .split(split + 1, instructions.count) }
  }

  /// An instruction that is known once what follows it is there.
  private mutating func placeholder() -> Int {
    instructions.append(.jump(0))
    return instructions.count - 1
  }
}
