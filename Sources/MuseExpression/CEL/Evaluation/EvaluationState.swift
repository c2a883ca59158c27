/// What changes while an expression is evaluated: the steps it may still take, and the variables of comprehensions.
struct EvaluationState {
  let context: EvaluationContext
  private(set) var stepsLeft: Int
  var locals: [Value] = []

  init(context: EvaluationContext, steps: Int) {
    self.context = context
    self.stepsLeft = steps
  }

  static let outOfSteps = FunctionFailure("This takes more than \(CheckedExpression.costLimit) steps.")

  /// Once the steps are used up, every further one fails: nothing that absorbs errors can go on.
  mutating func charge(_ steps: Int = 1) throws(FunctionFailure) {
    stepsLeft = stepsLeft > steps ? stepsLeft - steps : 0
    if stepsLeft == 0 { throw EvaluationState.outOfSteps }
  }

  /// For work on `count` characters or bytes, which is cheap for each.
  mutating func charge(characters count: Int) throws(FunctionFailure) { try charge(count / 16) }
}
