/// What changes while an expression is evaluated: the steps it may still take, and the variables of comprehensions.
struct EvaluationState {
  let context: EvaluationContext
  let dialect: Dialect
  private(set) var stepsLeft: Int
  var locals: [Value] = []
  /// The patterns of `matches` that were read: a pattern inside a comprehension is read once.
  private var patterns: [String: Pattern] = [:]
  /// The zones of getters: reading the rules of one takes some microseconds.
  private var zones: [String: Zone] = [:]
  private static let mostRemembered = 16

  init(context: EvaluationContext, dialect: Dialect, steps: Int) {
    self.context = context
    self.dialect = dialect
    self.stepsLeft = steps
  }

  static let outOfSteps = FunctionFailure("This takes more than \(CheckedExpression.costLimit) steps.")

  /// Once the steps are used up, every further one fails: nothing that absorbs errors can go on. Less than none gives none back.
  mutating func charge(_ steps: Int = 1) throws(FunctionFailure) {
    stepsLeft = stepsLeft > steps ? stepsLeft - max(0, steps) : 0
    if stepsLeft == 0 { throw EvaluationState.outOfSteps }
  }

  /// For work on `count` characters or bytes, which is cheap for each. To be asked before the work is done.
  mutating func charge(characters count: Int) throws(FunctionFailure) { try charge(count / 16) }

  /// For reading the texts among what a function is given.
  mutating func charge(reading arguments: [Value]) throws(FunctionFailure) {
    for argument in arguments {
      switch argument {
      case .string(let text): try charge(characters: text.utf8.count)
      case .bytes(let bytes): try charge(characters: bytes.count)
      case .null, .bool, .int, .uint, .double, .list, .map, .timestamp, .duration, .date, .time, .object, .empty, .type: break
      }
    }
  }

  /// For a list or map of `count` items that is built without evaluating each. To be asked before the work is done.
  mutating func charge(items count: Int) throws(FunctionFailure) { try charge(count / 4) }

  mutating func pattern(_ text: String) throws(FunctionFailure) -> Pattern {
    if let pattern = patterns[text] { return pattern }
    try charge(characters: text.utf8.count * 64)
    let pattern = try Pattern(text)
    if patterns.count < EvaluationState.mostRemembered { patterns[text] = pattern }
    return pattern
  }

  /// `Europe/London` or `+01:00`
  mutating func zone(named name: String) throws(FunctionFailure) -> Zone {
    if let zone = zones[name] { return zone }
    try charge(64)
    guard let zone = Zone(named: name) ?? Zone(offsetText: name) else { throw FunctionFailure("\(name.quoted) is no time zone.") }
    if zones.count < EvaluationState.mostRemembered { zones[name] = zone }
    return zone
  }
}
