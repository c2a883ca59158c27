public import MuseExpression

/// What a tool answers where nothing runs it: in `chat`, in scenarios, in the documentation of a graph.
///
/// Of several the first counts whose condition holds.
public struct ToolExample: Hashable, Sendable {
  /// Sees what the tool was given, `now` and `today`; nil: always.
  public var condition: CheckedExpression?
  /// One that the tool declares, `failed`, or of a write `unsure`.
  public var outcome: Outcome
  /// Every field that the outcome declares, but optional ones that are left out.
  public var fields: [String: ExampleValue]

  public init(condition: CheckedExpression? = nil, outcome: Outcome, fields: [String: ExampleValue] = [:]) {
    self.condition = condition
    self.outcome = outcome
    self.fields = fields
  }
}

/// A value of an example: written out, or made of what the tool was given.
public indirect enum ExampleValue: Hashable, Sendable {
  case written(DefaultValue)
  /// `"{party}"`, where the value itself is meant.
  case expression(CheckedExpression)
  /// `"Table for {party}"`.
  case text(TextTemplate)
  case list([ExampleValue])
  /// Of the object type of that name.
  case object(String, [String: ExampleValue])
}
