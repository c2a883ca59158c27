/// An expression with names resolved, ready to be evaluated.
struct CheckedNode: Sendable {
  indirect enum Kind: Sendable {
    case constant(Value)
    case variable(String)
    /// The variable of a comprehension, counted from the outermost one.
    case local(Int)
    case select(CheckedNode, field: String)
    case has(CheckedNode, field: String)
    case and([CheckedNode])
    case or([CheckedNode])
    case conditional(CheckedNode, then: CheckedNode, otherwise: CheckedNode)
    /// The overloads that fit the types; which one it is shows in the values where types were open.
    case call(String, [Overload], [CheckedNode])
    case list([CheckedNode])
    case map([(key: CheckedNode, value: CheckedNode)])
    case object(String, [(name: String, value: CheckedNode)])
    case comprehension(Comprehension)
    case known(String)
    case maybe([CheckedNode], references: [String])
  }

  struct Comprehension: Sendable {
    var kind: ComprehensionKind
    var range: CheckedNode
    var filter: CheckedNode?
    var body: CheckedNode
  }

  var kind: Kind
  /// Where an error is shown, in Unicode scalars of the source.
  var offset: Int
}
