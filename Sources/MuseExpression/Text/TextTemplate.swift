/// A text with `{expression}` parts, checked. `{{` and `}}` stand for the braces themselves.
public struct TextTemplate: Hashable, Sendable {
  public enum Part: Hashable, Sendable {
    case literal(String)
    case expression(CheckedExpression)
  }

  public let source: String
  public let parts: [Part]

  /// Parses and checks; offsets of issues count in Unicode scalars of the whole text.
  public static func check(
    _ source: String, in environment: TypeEnvironment
  ) -> Result<TextTemplate, ExpressionIssues> { fatalError("stub") }

  /// A text that holds no expression: shown as it stands.
  public init(literal: String) {
    self.source = literal
    self.parts = [.literal(literal)]
  }

  public var references: Set<String> { fatalError("stub") }
  /// Read only inside `known(…)` or `maybe(…)`.
  public var guardedReferences: Set<String> { fatalError("stub") }

  /// Values print by type and locale (LANGUAGE, "Writing it", 6).
  public func render(in context: EvaluationContext) throws(EvaluationError) -> String { fatalError("stub") }
}
