extension FunctionCatalogue {
  static let texts: [FunctionEntry] = [
    FunctionEntry(
      "contains", "True if the text holds the other.",
      examples: [FunctionExample("'design review'.contains('view')", prints: "true")],
      overloads: [search { PatternSearch($1).first(in: $0) != nil }]),
    FunctionEntry(
      "startsWith", "True if the text begins with the other.",
      examples: [FunctionExample("'design'.startsWith('de')", prints: "true")],
      overloads: [search { $0.starts(with: $1) }]),
    FunctionEntry(
      "endsWith", "True if the text ends with the other.",
      examples: [FunctionExample("'design'.endsWith('de')", prints: "false")],
      overloads: [search { $0.count >= $1.count && $0.suffix($1.count).elementsEqual($1) }]),
    FunctionEntry(
      "matches", "True if the pattern, in the syntax of RE2, fits somewhere in the text; ^ and $ stand for its ends.",
      examples: [
        FunctionExample("'B-1234'.matches('^[A-Z]-[0-9]{4}$')", prints: "true"),
        FunctionExample("matches('room 5', '(?i)ROOM')", prints: "true"),
      ],
      overloads: [matches(.method), matches(.function)]),
  ]

  private static func matches(_ style: Overload.Style) -> Overload {
    Overload(style: style, parameters: [.plain(.string), .plain(.string)], result: .plain(.bool)) {
      arguments, state throws(FunctionFailure) in
      let text = try arguments.text(0)
      let pattern = try state.pattern(try arguments.text(1))
      try state.charge(pattern.cost(of: text))
      return .bool(pattern.fits(somewhereIn: text))
    }
  }

  /// A question about the bytes of two texts, which for UTF-8 is the same as about their characters.
  private static func search(_ answer: @escaping @Sendable ([UInt8], [UInt8]) -> Bool) -> Overload {
    Overload(style: .method, parameters: [.plain(.string), .plain(.string)], result: .plain(.bool)) {
      arguments, state throws(FunctionFailure) in
      guard case .string(let text) = arguments[0], case .string(let part) = arguments[1] else { return .null }
      try state.charge(characters: text.utf8.count + part.utf8.count)
      return .bool(answer(Array(text.utf8), Array(part.utf8)))
    }
  }
}
