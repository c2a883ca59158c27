/// A CEL expression whose names are resolved and whose types fit. Only `CheckedExpression.check` makes one.
///
/// ```swift
/// let environment = TypeEnvironment(variables: ["start": .timestamp, "now": .timestamp])
/// let condition = try CheckedExpression.check("start > now", expecting: .bool, in: environment).get()
/// try condition.evaluate(in: context)  // .bool(true)
/// ```
public struct CheckedExpression: Sendable {
  /// The steps that one evaluation may take: about one for each operator and item, and for each 16 characters of text.
  public static let costLimit = 100_000

  /// As the author wrote it.
  public let source: String
  public let type: ValueType
  /// The variables that it reads.
  public let references: Set<String>
  /// The first place of each variable that is read where it must be set: outside of `known(…)` and `maybe(…)`, and not where a
  /// `known(…)` holds.
  public let unguardedReads: [Read]
  let root: CheckedNode

  /// A place where a variable is read.
  public struct Read: Hashable, Sendable {
    public var name: String
    /// In Unicode scalars of the source.
    public var offsets: Range<Int>
  }

  /// The variables that may be unset wherever they are read.
  public var guardedReferences: Set<String> { references.subtracting(unguardedReads.map(\.name)) }

  /// Parses and checks. All issues of the expression are reported together.
  ///
  /// - Parameter expected: the type that its place asks for; nil accepts any. What may be empty (`optional<T>`) is accepted
  ///   where a `T` is expected: look at `type` where that matters. An integer written out is a number where a number is expected.
  public static func check(
    _ source: String, expecting expected: ValueType?, in environment: TypeEnvironment
  ) -> Result<CheckedExpression, ExpressionIssues> {
    let syntax: SyntaxNode
    do {
      syntax = try Parser.parse(source)
    } catch {
      return .failure(ExpressionIssues([error]))
    }
    var checker = Checker(environment: environment)
    let checked = checker.expect(expected, checker.check(syntax), syntax)
    guard checker.issues.isEmpty else {
      return .failure(ExpressionIssues(checker.issues.sorted { $0.offsets.lowerBound < $1.offsets.lowerBound }))
    }
    return .success(
      CheckedExpression(
        source: source, type: checked.type, references: checker.references,
        unguardedReads: checker.unguardedReads, root: checked.node))
  }

  /// Only shows variables, and judges none: `menu`, `maybe(', ', menu)`.
  var onlyShows: Bool {
    switch root.kind {
    case .variable: true
    case .maybe(let parts, _): parts.allSatisfy(\.isShown)
    case .constant, .local, .select, .optionalSelect, .has, .and, .or, .conditional, .call, .list, .map, .object, .message,
      .comprehension, .known, .failure:
      false
    }
  }

  /// Never traps. Costs at most `costLimit` steps, beyond which it is an error.
  public func evaluate(in context: EvaluationContext) throws(EvaluationError) -> Value {
    var evaluator = Evaluator(context: context, dialect: .graph, steps: CheckedExpression.costLimit)
    let value = try evaluator.value(of: root)
    // Values that share their parts can be small to make and beyond all measure to print.
    guard value.size(upTo: CheckedExpression.costLimit) < CheckedExpression.costLimit else {
      throw EvaluationError(EvaluationState.outOfSteps.message, at: root.offset)
    }
    return value
  }
}

extension CheckedExpression: Hashable {
  /// Two are equal if they were written alike and came out alike.
  public static func == (left: CheckedExpression, right: CheckedExpression) -> Bool {
    left.source == right.source && left.type == right.type && left.references == right.references
      && left.unguardedReads == right.unguardedReads
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(source)
    hasher.combine(type)
  }
}

/// Everything that is wrong with one expression or text, in the order of its places.
public struct ExpressionIssues: Error, Hashable, Sendable {
  public var issues: [ExpressionIssue]

  public init(_ issues: [ExpressionIssue]) { self.issues = issues }
}

extension Checker {
  /// Holds the whole expression to the type that its place asks for.
  fileprivate mutating func expect(_ expected: ValueType?, _ checked: Checked, _ syntax: SyntaxNode) -> Checked {
    guard let expected, !checked.type.fits(expected) else { return checked }
    if case .constant(.int(let number)) = checked.node.kind, expected.unwrapped == .double {
      return (CheckedNode(kind: .constant(.double(Double(number))), offset: checked.node.offset), .double)
    }
    report(
      .type, "This is \(checked.type.withArticle), where \(expected.withArticle) is needed.",
      advice: expected == .bool ? "Write a condition, such as a comparison with ==." : "Give it \(expected.withArticle).",
      at: syntax.offsets)
    return checked
  }
}

extension CheckedNode {
  fileprivate var isShown: Bool {
    switch kind {
    case .variable, .constant: true
    case .local, .select, .optionalSelect, .has, .and, .or, .conditional, .call, .list, .map, .object, .message, .comprehension,
      .known, .maybe, .failure:
      false
    }
  }
}
