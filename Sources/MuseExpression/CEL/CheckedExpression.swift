/// A CEL expression whose names are resolved and whose types fit. Only `CheckedExpression.check` makes one.
public struct CheckedExpression: Hashable, Sendable {
  /// As the author wrote it.
  public let source: String
  public let type: ValueType
  /// The variables that it reads.
  public let references: Set<String>
  /// The variables that are read only inside `known(…)` or `maybe(…)`, where they may be unset.
  public let guardedReferences: Set<String>

  /// Parses and checks. All issues of the expression are reported together.
  ///
  /// - Parameter expected: the type that its place asks for; nil accepts any.
  public static func check(
    _ source: String, expecting expected: ValueType?, in environment: TypeEnvironment
  ) -> Result<CheckedExpression, ExpressionIssues> { fatalError("stub") }

  /// Never traps. Costs at most `costLimit` steps, beyond which it is an error.
  public func evaluate(in context: EvaluationContext) throws(EvaluationError) -> Value { fatalError("stub") }
}

public struct ExpressionIssues: Error, Hashable, Sendable {
  public var issues: [ExpressionIssue]

  public init(_ issues: [ExpressionIssue]) { self.issues = issues }
}
