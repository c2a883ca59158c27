/// A regular expression in the syntax of RE2, without what would need to look back or ahead. Fitting it takes time by the length of
/// the text and the size of the pattern alone.
///
/// Source: RE2, "Syntax" (https://github.com/google/re2/wiki/Syntax); Russ Cox, "Regular Expression Matching: the Virtual Machine
/// Approach", 2009.
struct Pattern: Sendable {
  /// What a machine does for one scalar of the text.
  enum Instruction: Sendable {
    case take(ScalarClass)
    case check(PatternNode.Assertion)
    /// Goes on at both places.
    case split(Int, Int)
    case jump(Int)
    case fit
  }

  static let longestSource = 2_000
  static let largestProgram = 4_000

  let instructions: [Instruction]
  /// What one scalar of a text costs at most: every instruction, and every part of a set that is looked at.
  private let weight: Int

  /// Fails with a sentence where the text is no pattern, or one that is too large.
  init(_ source: String) throws(FunctionFailure) {
    let scalars = Array(source.unicodeScalars)
    guard scalars.count <= Pattern.longestSource else {
      throw FunctionFailure("The pattern is longer than \(Pattern.longestSource) characters.")
    }
    var parser = PatternParser(scalars)
    var compiler = PatternCompiler()
    instructions = try compiler.program(for: try parser.pattern())
    weight = instructions.reduce(0) { $0 + $1.weight }
  }

  /// The steps that fitting it to the text costs.
  func cost(of text: String) -> Int { (text.utf8.count + 1) * weight / 32 + 1 }

  func fits(somewhereIn text: String) -> Bool {
    var machine = PatternMachine(instructions: instructions, text: Array(text.unicodeScalars))
    return machine.run()
  }
}

extension Pattern.Instruction {
  fileprivate var weight: Int {
    switch self {
    case .take(let set): 1 + set.parts.reduce(0) { $0 + 1 + $1.ranges.count } / 4
    case .check, .split, .jump, .fit: 1
    }
  }
}
