/// An expression with names resolved, ready to be evaluated.
struct CheckedNode: Hashable, Sendable {
  indirect enum Kind: Hashable, Sendable {
    case constant(Value)
    case variable(String)
    /// The variable of a comprehension, counted from the outermost one.
    case local(Int)
    case select(CheckedNode, field: String)
    /// Nothing where the field is not there.
    case optionalSelect(CheckedNode, field: String)
    case has(CheckedNode, field: String)
    case and([CheckedNode])
    case or([CheckedNode])
    case conditional(CheckedNode, then: CheckedNode, otherwise: CheckedNode)
    /// The overloads that fit the types; which one it is shows in the values where types were open.
    case call(String, [Overload], [CheckedNode])
    case list([Item])
    case map([Entry])
    case object(String, [Field])
    case message(WellKnownMessage, [Field])
    case comprehension(Comprehension)
    case known(String)
    case maybe([CheckedNode], references: [String])
    /// A part that has no value, because nothing stands behind its name: where types are not checked, that is an error only if it
    /// is reached.
    case failure(String)
  }

  struct Item: Hashable, Sendable {
    var value: CheckedNode
    var isOptional: Bool
  }

  struct Entry: Hashable, Sendable {
    var key: CheckedNode
    var value: CheckedNode
    var isOptional: Bool
  }

  struct Field: Hashable, Sendable {
    var name: String
    var value: CheckedNode
    var isOptional: Bool
  }

  struct Comprehension: Hashable, Sendable {
    var kind: ComprehensionKind
    var range: CheckedNode
    /// One or two.
    var variableCount: Int
    var filter: CheckedNode?
    var body: CheckedNode
  }

  var kind: Kind
  /// Where an error is shown, in Unicode scalars of the source.
  var offset: Int
}

extension CheckedNode {
  /// Two are equal if they are evaluated alike, wherever they stand.
  static func == (left: CheckedNode, right: CheckedNode) -> Bool { left.kind == right.kind }

  func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}
