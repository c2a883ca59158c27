/// An expression of plain CEL: the specification's own language, where types are not checked before it is evaluated and a name that
/// nothing stands behind is an error only if it is reached.
///
/// Graphs do not use this: see `CheckedExpression`. It is for trying expressions out and for measuring.
///
/// ```swift
/// let expression = try StandardExpression.parse("[1, 2, 3].filter(x, x > 1)").get()
/// try expression.evaluate(in: context)  // [2, 3]
/// ```
public struct StandardExpression: Sendable {
  public let source: String
  /// What names are looked up in first: in `com.example`, `x` is `com.example.x`, then `com.x`, then `x`.
  public let container: String
  private let syntax: SyntaxNode

  /// Fails with one issue where the text does not parse.
  public static func parse(_ source: String, container: String = "") -> Result<StandardExpression, ExpressionIssues> {
    do {
      return .success(StandardExpression(source: source, container: container, syntax: try Parser.parse(source)))
    } catch {
      return .failure(ExpressionIssues([error]))
    }
  }

  /// Never traps. Costs at most `CheckedExpression.costLimit` steps, beyond which it is an error.
  ///
  /// The context's variables are asked for by their full names, dots included.
  public func evaluate(in context: EvaluationContext) throws(EvaluationError) -> Value {
    var resolver = StandardResolver(container: container, context: context)
    let root = resolver.resolve(syntax)
    var evaluator = Evaluator(context: context, dialect: .standard, steps: CheckedExpression.costLimit)
    let value = try evaluator.value(of: root)
    guard value.size(upTo: CheckedExpression.costLimit) < CheckedExpression.costLimit else {
      throw EvaluationError(EvaluationState.outOfSteps.message, at: root.offset)
    }
    return value
  }
}
