/// An expression as it was written: names are not resolved, types not known.
struct SyntaxNode: Sendable {
  indirect enum Kind: Sendable {
    case literal(Value)
    case name(String)
    /// A name with a dot before it: never a comprehension's variable.
    case rootName(String)
    case select(SyntaxNode, field: String)
    /// `has(a.b)`
    case has(SyntaxNode, field: String)
    case and([SyntaxNode])
    case or([SyntaxNode])
    case conditional(SyntaxNode, then: SyntaxNode, otherwise: SyntaxNode)
    /// A function, a method (with a target) or an operator (`_+_`).
    case call(String, target: SyntaxNode?, arguments: [SyntaxNode])
    case list([SyntaxNode])
    case map([(key: SyntaxNode, value: SyntaxNode)])
    /// `person{name: 'Ann'}`
    case object(String, [ObjectField])
    case comprehension(Comprehension)
    /// `known(x)`, whose argument the checker holds to be a variable.
    case known(SyntaxNode)
    case maybe([SyntaxNode])
  }

  struct ObjectField: Sendable {
    var name: String
    var value: SyntaxNode
    var offsets: Range<Int>
  }

  /// `range.all(x, body)` and its kin.
  struct Comprehension: Sendable {
    var kind: ComprehensionKind
    var range: SyntaxNode
    var variable: String
    /// Of `map` with three arguments: which items it takes.
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
}

/// What a comprehension does with its items.
enum ComprehensionKind: String, Sendable {
  case all, exists
  case existsOne = "exists_one"
  case map, filter
}

extension SyntaxNode {
  /// `a.b.c` as text, where it is a chain of names and nothing else.
  var dottedName: String? {
    switch kind {
    case .name(let name), .rootName(let name): name
    case .select(let target, let field): target.dottedName.map { "\($0).\(field)" }
    case .literal, .has, .and, .or, .conditional, .call, .list, .map, .object, .comprehension, .known, .maybe: nil
    }
  }
}
