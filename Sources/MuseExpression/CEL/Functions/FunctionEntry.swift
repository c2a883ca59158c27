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

  /// How each overload is called in a graph, in the words of the language: `size(text) -> integer`.
  public var signatures: [String] { overloads.filter { $0.stands(in: .graph) }.map { $0.signature(of: name) } }
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
  /// The last parameter may be given any number of times, but at least once.
  let isVariadic: Bool
  /// Nil: everywhere.
  let dialect: Dialect?
  /// Gets as many values as there are parameters, each of its parameter's type.
  let evaluate: Evaluate

  init(
    style: Style, parameters: [ParameterType], result: ParameterType, isVariadic: Bool = false, only dialect: Dialect? = nil,
    evaluate: @escaping Evaluate
  ) {
    self.style = style
    self.parameters = parameters
    self.result = result
    self.isVariadic = isVariadic
    self.dialect = dialect
    self.evaluate = evaluate
  }

  func stands(in dialect: Dialect) -> Bool { self.dialect == nil || self.dialect == dialect }

  /// One for each of so many arguments; nil where it does not take as many.
  func parameters(for count: Int) -> [ParameterType]? {
    if count == parameters.count { return parameters }
    guard isVariadic, count > parameters.count, let last = parameters.last else { return nil }
    return parameters + Array(repeating: last, count: count - parameters.count)
  }

  /// Whether the values, which may have come out of a `dyn`, fit.
  func accepts(_ arguments: [Value], in dialect: Dialect) -> Bool {
    guard let parameters = parameters(for: arguments.count) else { return false }
    return zip(parameters, arguments).allSatisfy { $0.accepts($1, in: dialect) }
  }
}

extension Overload: Hashable {
  /// Those of one function differ in what they take and where they stand.
  static func == (left: Overload, right: Overload) -> Bool {
    left.style == right.style && left.parameters == right.parameters && left.result == right.result
      && left.isVariadic == right.isVariadic && left.dialect == right.dialect
  }

  func hash(into hasher: inout Hasher) { hasher.combine(parameters) }
}

/// Why a function has no value for its arguments. The evaluator adds the place.
struct FunctionFailure: Error, Hashable, Sendable {
  var message: String

  init(_ message: String) { self.message = message }
}
