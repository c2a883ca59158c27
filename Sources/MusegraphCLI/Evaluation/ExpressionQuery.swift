import MuseExpression

/// One line of input to `musegraph eval --jsonl`.
struct ExpressionQuery: Decodable {
  let id: String
  let expr: String
  /// Variables by their full names, dots included.
  let bindings: [String: TaggedValue]?
  /// What names are looked up in first: `com.example`.
  let container: String?
}

/// One line of output: a value, or why there is none.
struct ExpressionAnswer: Encodable {
  let id: String
  var value: TaggedValue?
  var error: String?
}
