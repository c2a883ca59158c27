/// What an expression sees when it is evaluated. Holds no clock: `now` is an input.
public struct EvaluationContext: Sendable {
  /// Looks a variable up; nil means that it is unset, which `known(x)` asks for and every other use reports as an error.
  public var variable: @Sendable (String) -> Value?
  /// How a variable is spoken of where a text only shows it; nil where that is its value.
  public var wording: @Sendable (String) -> Value? = { _ in nil }
  public var now: Instant
  public var zone: Zone
  public var locale: LocaleID
  public var objects: [String: ObjectType]

  public init(
    now: Instant,
    zone: Zone,
    locale: LocaleID,
    objects: [String: ObjectType] = ObjectType.builtIn,
    variable: @escaping @Sendable (String) -> Value?
  ) {
    self.now = now
    self.zone = zone
    self.locale = locale
    self.objects = objects
    self.variable = variable
  }
}

/// Why an expression has no value: the text says what is wrong, the offset (in Unicode scalars of the expression) where.
public struct EvaluationError: Error, Hashable, Sendable {
  public var message: String
  public var offset: Int

  public init(_ message: String, at offset: Int) {
    self.message = message
    self.offset = offset
  }
}

/// What is wrong with an expression or a text as written: one finding, placed by offsets in Unicode scalars of its source.
public struct ExpressionIssue: Error, Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    /// Does not parse.
    case syntax
    /// Names a variable, a field or a function that is not there.
    case unknownName
    /// Parses, but types do not fit.
    case type
    /// A date getter without a zone, a banned construct.
    case notAllowed
  }

  public var kind: Kind
  public var message: String
  public var advice: String
  /// Start and end (exclusive), in Unicode scalars from the start of the source string.
  public var offsets: Range<Int>
  public var nearMiss: String?

  public init(_ kind: Kind, _ message: String, advice: String, offsets: Range<Int>, nearMiss: String? = nil) {
    self.kind = kind
    self.message = message
    self.advice = advice
    self.offsets = offsets
    self.nearMiss = nearMiss
  }
}
