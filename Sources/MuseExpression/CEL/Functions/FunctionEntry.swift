/// One function, method or operator of the expression language: what the checker, the evaluator and the reference know of it.
public struct FunctionEntry: Sendable {
  /// `size`, `math.greatest`; operators as CEL names them, `_+_`, `@in`.
  public let name: String
  /// One sentence for authors.
  public let doc: String
  public let examples: [FunctionExample]
  let overloads: [Overload]

  init(_ name: String, _ doc: String, examples: [FunctionExample], overloads: [Overload]) {
    self.name = name
    self.doc = doc
    self.examples = examples
    self.overloads = overloads
  }

  /// How each overload is called, in the words of the language: `size(text) -> integer`.
  public var signatures: [String] { overloads.map { $0.signature(of: name) } }
}

/// An expression and what it gives, both as CEL writes them. Every one is a test.
public struct FunctionExample: Hashable, Sendable {
  public let expression: String
  public let result: String

  init(_ expression: String, prints result: String) {
    self.expression = expression
    self.result = result
  }
}

/// One way to call a function: the types it takes and gives, and what it does.
struct Overload: Sendable {
  enum Style: Sendable {
    case function
    /// The first parameter stands before the dot.
    case method
  }

  typealias Evaluate = @Sendable ([Value], inout EvaluationState) throws(FunctionFailure) -> Value

  let style: Style
  let parameters: [ParameterType]
  let result: ParameterType
  /// Gets as many values as there are parameters, each of its parameter's type.
  let evaluate: Evaluate

  /// Whether the values, which may have come out of a `dyn`, fit.
  func accepts(_ arguments: [Value]) -> Bool {
    guard arguments.count == parameters.count else { return false }
    return zip(parameters, arguments).allSatisfy { $0.accepts($1) }
  }
}

/// Why a function has no value for its arguments. The evaluator adds the place.
struct FunctionFailure: Error, Hashable, Sendable {
  var message: String

  init(_ message: String) { self.message = message }
}
