/// An expression as it was written: names are not resolved, types not known.
struct SyntaxNode: Sendable {
  indirect enum Kind: Sendable {
    case literal(Value)
    case name(String)
    /// A name with a dot before it: never a comprehension's variable.
    case rootName(String)
    case select(SyntaxNode, field: String)
    /// `a.?b`
    case optionalSelect(SyntaxNode, field: String)
    /// `has(a.b)`
    case has(SyntaxNode, field: String)
    case and([SyntaxNode])
    case or([SyntaxNode])
    case conditional(SyntaxNode, then: SyntaxNode, otherwise: SyntaxNode)
    /// A function, a method (with a target) or an operator (`_+_`).
    case call(String, target: SyntaxNode?, arguments: [SyntaxNode])
    case list([Item])
    case map([Entry])
    /// `person{name: 'Ann'}`
    case object(String, [ObjectField])
    case comprehension(Comprehension)
    /// `known(x)`, whose argument the checker holds to be a variable.
    case known(SyntaxNode)
    case maybe([SyntaxNode])
  }

  /// Of a list; with a `?` before it, it is there only if its value is.
  struct Item: Sendable {
    var value: SyntaxNode
    var isOptional: Bool
  }

  struct Entry: Sendable {
    var key: SyntaxNode
    var value: SyntaxNode
    var isOptional: Bool
  }

  struct ObjectField: Sendable {
    var name: String
    var value: SyntaxNode
    var isOptional: Bool
    var offsets: Range<Int>
  }

  /// `range.all(x, body)` and its kin.
  struct Comprehension: Sendable {
    var kind: ComprehensionKind
    var range: SyntaxNode
    /// One for the item of a list or the key of a map; two for the place and the item, or the key and the value.
    var variables: [String]
    /// Which items are taken.
    var filter: SyntaxNode?
    var body: SyntaxNode
  }

  var kind: Kind
  /// The whole expression, in Unicode scalars of the source.
  var offsets: Range<Int>
  /// Where an error of it is shown: the operator, the name.
  var anchor: Range<Int>
  /// The longest way down to a leaf; bounded, so that no walk over the tree runs out of stack.
  var depth: Int
  /// How deep the lists and maps that it makes may be nested; bounded, so that no walk over its value runs out of stack.
  var valueDepth = 0
}

/// What a form with variables of its own does.
enum ComprehensionKind: Sendable {
  case all, exists, existsOne
  case map, filter
  case transformList, transformMap, transformMapEntry
  case sortBy
  /// The range is one optional value.
  case optMap, optFlatMap
  /// The range is the value that the variable stands for.
  case bind
}

extension SyntaxNode {
  /// `a.b.c` as text, where it is a chain of names and nothing else.
  var dottedName: String? {
    switch kind {
    case .name(let name), .rootName(let name): name
    case .select(let target, let field): target.dottedName.map { "\($0).\(field)" }
    case .literal, .optionalSelect, .has, .and, .or, .conditional, .call, .list, .map, .object, .comprehension, .known, .maybe:
      nil
    }
  }
}

extension SyntaxNode {
  /// Whether a chain of names begins with a dot.
  var isRoot: Bool {
    switch kind {
    case .rootName: true
    case .select(let target, _): target.isRoot
    case .literal, .name, .optionalSelect, .has, .and, .or, .conditional, .call, .list, .map, .object, .comprehension, .known,
      .maybe:
      false
    }
  }
}

extension SyntaxNode.Kind {
  /// How deep a value of this kind can be nested beyond what its variables hold.
  func valueDepth(over children: [SyntaxNode]) -> Int {
    let deepest = children.map(\.valueDepth).max() ?? 0
    return switch self {
    case .list, .map, .object: deepest + 1
    // The body may wrap what the range holds once more.
    case .comprehension: children.map(\.valueDepth).reduce(1, +)
    // A list of its parts, at most.
    case .call: deepest + 1
    case .literal, .name, .rootName, .select, .optionalSelect, .has, .and, .or, .conditional, .known, .maybe: deepest
    }
  }
}
