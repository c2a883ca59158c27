extension FunctionCatalogue {
  static let texts: [FunctionEntry] = [
    FunctionEntry(
      "contains", "True if the text holds the other.",
      examples: [FunctionExample("'design review'.contains('view')", prints: "true")],
      overloads: [search { $0.firstRange(of: $1) != nil }]),
    FunctionEntry(
      "startsWith", "True if the text begins with the other.",
      examples: [FunctionExample("'design'.startsWith('de')", prints: "true")],
      overloads: [search { $0.starts(with: $1) }]),
    FunctionEntry(
      "endsWith", "True if the text ends with the other.",
      examples: [FunctionExample("'design'.endsWith('de')", prints: "false")],
      overloads: [search { $0.count >= $1.count && $0.suffix($1.count).elementsEqual($1) }]),
  ]

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

extension [UInt8] {
  /// Where the part first stands. Takes time by the length alone, also for texts made to be slow (Knuth, Morris and Pratt, 1977).
  fileprivate func firstRange(of part: [UInt8]) -> Range<Int>? {
    guard !part.isEmpty else { return 0..<0 }
    var fallback = [0]
    var length = 0
    for byte in part.dropFirst() {
      while length > 0, part[length] != byte { length = fallback[length - 1] }
      if part[length] == byte { length += 1 }
      fallback.append(length)
    }
    length = 0
    for (index, byte) in enumerated() {
      while length > 0, part[length] != byte { length = fallback[length - 1] }
      if part[length] == byte { length += 1 }
      if length == part.count { return (index + 1 - length)..<(index + 1) }
    }
    return nil
  }
}
