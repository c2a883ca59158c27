/// What looks like a call but is none: its arguments are not all values. CEL calls these macros.
public struct SpecialForm: Sendable {
  public let name: String
  public let isMethod: Bool
  public let argumentCounts: ClosedRange<Int>
  /// How it is written: `list.all(x, condition)`.
  public let form: String
  public let doc: String
  public let example: FunctionExample
  let expand: @Sendable (_ target: SyntaxNode?, _ arguments: [SyntaxNode]) -> SyntaxNode.Kind?

  /// Every one there is. A new one is a new entry.
  public static let all: [SpecialForm] = comprehensions + tests

  /// The node that a call stands for; nil where it is an ordinary call.
  static func kind(
    of name: String, target: SyntaxNode?, arguments: [SyntaxNode], anchor: Range<Int>
  ) throws(ExpressionIssue) -> SyntaxNode.Kind? {
    guard
      let form = all.first(where: {
        $0.name == name && $0.isMethod == (target != nil) && $0.argumentCounts.contains(arguments.count)
      })
    else { return nil }
    if let kind = form.expand(target, arguments) { return kind }
    throw ExpressionIssue(
      .syntax, "\"\(name)\" is not written like this.", advice: "Write \(form.form).", offsets: arguments.first?.offsets ?? anchor
    )
  }
}

extension SpecialForm {
  private static let comprehensions = [
    SpecialForm(
      name: "all", isMethod: true, argumentCounts: 2...2, form: "list.all(x, condition)",
      doc: "True if the condition holds for every item of a list, or every key of a map.",
      example: FunctionExample("[2, 4].all(x, x % 2 == 0)", prints: "true"), expand: comprehension(.all)),
    SpecialForm(
      name: "exists", isMethod: true, argumentCounts: 2...2, form: "list.exists(x, condition)",
      doc: "True if the condition holds for at least one item.",
      example: FunctionExample("[1, 2].exists(x, x > 1)", prints: "true"), expand: comprehension(.exists)),
    SpecialForm(
      name: "exists_one", isMethod: true, argumentCounts: 2...2, form: "list.exists_one(x, condition)",
      doc: "True if the condition holds for exactly one item.",
      example: FunctionExample("[1, 2, 2].exists_one(x, x == 2)", prints: "false"), expand: comprehension(.existsOne)),
    SpecialForm(
      name: "map", isMethod: true, argumentCounts: 2...3, form: "list.map(x, value)",
      doc: "The list of the values that the items give; with three arguments, of those items that meet the condition between.",
      example: FunctionExample("[1, 2].map(x, x * 10)", prints: "[10, 20]"), expand: comprehension(.map)),
    SpecialForm(
      name: "filter", isMethod: true, argumentCounts: 2...2, form: "list.filter(x, condition)",
      doc: "The items that meet the condition.",
      example: FunctionExample("[1, 2, 3].filter(x, x > 1)", prints: "[2, 3]"), expand: comprehension(.filter)),
  ]

  private static let tests = [
    SpecialForm(
      name: "has", isMethod: false, argumentCounts: 1...1, form: "has(value.field)",
      doc: "True if the field of an object, or the key of a map, is there.",
      example: FunctionExample("has({'a': 1}.b)", prints: "false"),
      expand: { _, arguments in
        guard case .select(let target, let field) = arguments[0].kind else { return nil }
        return .has(target, field: field)
      }),
    SpecialForm(
      name: "known", isMethod: false, argumentCounts: 1...1, form: "known(slot)",
      doc: "True unless the slot or fact is unset. One that a person declined is known.",
      example: FunctionExample("known(place)", prints: "false"), expand: { _, arguments in .known(arguments[0]) }),
    SpecialForm(
      name: "maybe", isMethod: false, argumentCounts: 1...64, form: "maybe(part, …)",
      doc: "Its parts as one text if everything they name is known and not empty, else nothing.",
      example: FunctionExample("maybe(', at ', place)", prints: "\"\""), expand: { _, arguments in .maybe(arguments) }),
  ]

  private static func comprehension(_ kind: ComprehensionKind) -> @Sendable (SyntaxNode?, [SyntaxNode]) -> SyntaxNode.Kind? {
    { target, arguments in
      guard let range = target, let body = arguments.last, case .name(let variable) = arguments[0].kind else { return nil }
      let filter = arguments.count == 3 ? arguments[1] : nil
      return .comprehension(.init(kind: kind, range: range, variable: variable, filter: filter, body: body))
    }
  }
}
