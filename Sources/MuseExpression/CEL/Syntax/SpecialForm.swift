/// What looks like a call but is none: its arguments are not all values. CEL calls these macros.
public struct SpecialForm: Sendable {
  public let name: String
  /// Whether it stands behind a value and a dot. A form with a `namespace` stands behind that word and a dot.
  public let isMethod: Bool
  /// `cel` of `cel.bind(…)`
  public let namespace: String?
  public let argumentCounts: ClosedRange<Int>
  /// How it is written: `list.all(x, condition)`.
  public let form: String
  public let doc: String
  public let example: FunctionExample
  let expand: Expand

  typealias Expand = @Sendable (_ target: SyntaxNode?, _ arguments: [SyntaxNode]) -> SyntaxNode.Kind?

  init(
    _ name: String, isMethod: Bool = true, namespace: String? = nil, takes argumentCounts: ClosedRange<Int>, _ form: String,
    _ doc: String, example: FunctionExample, expand: @escaping Expand
  ) {
    self.name = name
    self.isMethod = isMethod
    self.namespace = namespace
    self.argumentCounts = argumentCounts
    self.form = form
    self.doc = doc
    self.example = example
    self.expand = expand
  }

  /// Every one there is. A new one is a new entry.
  public static let all: [SpecialForm] = quantifiers + transformations + optionals + tests

  /// The node that a call stands for; nil where it is an ordinary call.
  static func kind(
    of name: String, target: SyntaxNode?, arguments: [SyntaxNode], anchor: Range<Int>
  ) throws(ExpressionIssue) -> SyntaxNode.Kind? {
    guard let form = all.first(where: { $0.name == name && $0.stands(behind: target, arguments.count) }) else { return nil }
    if let kind = form.expand(target, arguments) { return kind }
    throw ExpressionIssue(
      .syntax, "\"\(name)\" is not written like this.", advice: "Write \(form.form).", offsets: arguments.first?.offsets ?? anchor
    )
  }

  private func stands(behind target: SyntaxNode?, _ count: Int) -> Bool {
    guard argumentCounts.contains(count) else { return false }
    return namespace == nil ? isMethod == (target != nil) : target?.dottedName == namespace
  }
}

extension SpecialForm {
  private static let quantifiers = [
    SpecialForm(
      "all", takes: 2...3, "list.all(x, condition)",
      "True if the condition holds for every item of a list, or every key of a map; with two names, for every place and item, or "
        + "every key and value.",
      example: FunctionExample("[2, 4].all(x, x % 2 == 0)", prints: "true"), expand: quantifier(.all)),
    SpecialForm(
      "exists", takes: 2...3, "list.exists(x, condition)", "True if the condition holds for at least one item.",
      example: FunctionExample("{'a': 1}.exists(key, value, value > 0)", prints: "true"), expand: quantifier(.exists)),
    SpecialForm(
      "exists_one", takes: 2...3, "list.exists_one(x, condition)", "True if the condition holds for exactly one item.",
      example: FunctionExample("[1, 2, 2].exists_one(x, x == 2)", prints: "false"), expand: quantifier(.existsOne)),
    SpecialForm(
      "existsOne", takes: 2...3, "list.existsOne(x, condition)", "The same as exists_one.",
      example: FunctionExample("[5, 7].existsOne(place, x, x == 7 && place == 1)", prints: "true"), expand: quantifier(.existsOne)
    ),
  ]

  private static let transformations = [
    SpecialForm(
      "map", takes: 2...3, "list.map(x, value)",
      "The list of the values that the items give; with three arguments, of those items that meet the condition between.",
      example: FunctionExample("[1, 2].map(x, x * 10)", prints: "[10, 20]"), expand: comprehension(.map, variables: 1)),
    SpecialForm(
      "filter", takes: 2...2, "list.filter(x, condition)", "The items that meet the condition.",
      example: FunctionExample("[1, 2, 3].filter(x, x > 1)", prints: "[2, 3]"), expand: comprehension(.filter, variables: 1)),
    SpecialForm(
      "sortBy", takes: 2...2, "list.sortBy(x, value)", "The items in the order of the values that they give.",
      example: FunctionExample("['ccc', 'a', 'bb'].sortBy(x, size(x))", prints: #"["a", "bb", "ccc"]"#),
      expand: comprehension(.sortBy, variables: 1)),
    SpecialForm(
      "transformList", takes: 3...4, "list.transformList(place, x, value)",
      "As map, with the place of each item, or the key and value of each entry; with four arguments, of those that meet the "
        + "condition before the value.",
      example: FunctionExample("[10, 20].transformList(place, x, place + x)", prints: "[10, 21]"),
      expand: comprehension(.transformList, variables: 2)),
    SpecialForm(
      "transformMap", takes: 3...4, "map.transformMap(key, x, value)",
      "The map with the same keys, or with the places of a list, and new values; with four arguments, of those entries that meet "
        + "the condition before the value.",
      example: FunctionExample("{'a': 1, 'b': 2}.transformMap(key, x, x > 1, x * 10)", prints: #"{"b": 20}"#),
      expand: comprehension(.transformMap, variables: 2)),
    SpecialForm(
      "transformMapEntry", takes: 3...4, "map.transformMapEntry(key, x, {key: value})",
      "The map of the entries that the items give, each key once.",
      example: FunctionExample("{'a': 1}.transformMapEntry(key, x, {string(x): key})", prints: #"{"1": "a"}"#),
      expand: comprehension(.transformMapEntry, variables: 2)),
    SpecialForm(
      "bind", namespace: "cel", takes: 3...3, "cel.bind(x, value, result)",
      "The result, in which the name stands for the value.",
      example: FunctionExample("cel.bind(x, 2 + 3, x * x)", prints: "25"),
      expand: { _, arguments in
        guard case .name(let variable) = arguments[0].kind else { return nil }
        return .comprehension(.init(kind: .bind, range: arguments[1], variables: [variable], body: arguments[2]))
      }),
  ]

  private static let optionals = [
    SpecialForm(
      "optMap", takes: 2...2, "value.optMap(x, result)",
      "The result for the value, or nothing where there is none.",
      example: FunctionExample("[4].first().optMap(x, x * 10).orValue(0)", prints: "40"),
      expand: comprehension(.optMap, variables: 1)),
    SpecialForm(
      "optFlatMap", takes: 2...2, "value.optFlatMap(x, result)",
      "As optMap, where the result may be nothing itself.",
      example: FunctionExample("[[4]].first().optFlatMap(x, x.first()).orValue(0)", prints: "4"),
      expand: comprehension(.optFlatMap, variables: 1)),
  ]

  private static let tests = [
    SpecialForm(
      "has", isMethod: false, takes: 1...1, "has(value.field)",
      "True if the field of an object, or the key of a map, is there.",
      example: FunctionExample("has({'a': 1}.b)", prints: "false"),
      expand: { _, arguments in
        guard case .select(let target, let field) = arguments[0].kind else { return nil }
        return .has(target, field: field)
      }),
    SpecialForm(
      "known", isMethod: false, takes: 1...1, "known(slot)",
      "True if the slot or fact holds something: not where it is unset, and not where a person declined it.",
      example: FunctionExample("known(place)", prints: "false"), expand: { _, arguments in .known(arguments[0]) }),
    SpecialForm(
      "maybe", isMethod: false, takes: 1...64, "maybe(part, …)",
      "Its parts as one text if everything they name is known and not empty, else nothing.",
      example: FunctionExample("maybe(', at ', place)", prints: "\"\""), expand: { _, arguments in .maybe(arguments) }),
  ]

  /// One name and the condition, or two names and the condition.
  private static func quantifier(_ kind: ComprehensionKind) -> Expand {
    { target, arguments in comprehension(kind, variables: arguments.count - 1)(target, arguments) }
  }

  /// The names, then maybe a condition, then the body.
  private static func comprehension(_ kind: ComprehensionKind, variables count: Int) -> Expand {
    { target, arguments in
      let names = arguments.prefix(count).compactMap { if case .name(let name) = $0.kind { name } else { nil } }
      guard let range = target, let body = arguments.last, names.count == count, Set(names).count == count else { return nil }
      let filter = arguments.count == count + 2 ? arguments[count] : nil
      return .comprehension(.init(kind: kind, range: range, variables: names, filter: filter, body: body))
    }
  }
}
