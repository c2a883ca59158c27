// Places and parts of texts, counted in code points from 0.
//
// Source: cel-go, ext/README.md, "Strings".

extension FunctionCatalogue {
  static let textParts: [FunctionEntry] = [
    FunctionEntry(
      "charAt", "The character at a place; nothing right behind the last one.",
      examples: [FunctionExample("'hello'.charAt(4)", prints: #""o""#)],
      overloads: [
        textMethod([.plain(.int)], .plain(.string)) { text, arguments, _ throws(FunctionFailure) in
          let place = try arguments.place(1, upTo: text.count)
          return .string(text[place..<min(place + 1, text.count)].text)
        }
      ]),
    FunctionEntry(
      "indexOf", "The first place where the other text stands, maybe from a place on; -1 where it does not.",
      examples: [
        FunctionExample("'hello mellow'.indexOf('ello')", prints: "1"),
        FunctionExample("'hello mellow'.indexOf('ello', 2)", prints: "7"),
      ],
      overloads: [
        textMethod([.plain(.string)], .plain(.int), firstPlace),
        textMethod([.plain(.string), .plain(.int)], .plain(.int), firstPlace),
      ]),
    FunctionEntry(
      "lastIndexOf", "The last place where the other text stands, maybe not behind a place; -1 where it does not.",
      examples: [
        FunctionExample("'hello mellow'.lastIndexOf('ello')", prints: "7"),
        FunctionExample("'hello mellow'.lastIndexOf('ello', 6)", prints: "1"),
      ],
      overloads: [
        textMethod([.plain(.string)], .plain(.int), lastPlace),
        textMethod([.plain(.string), .plain(.int)], .plain(.int), lastPlace),
      ]),
    FunctionEntry(
      "substring", "The part of a text from a place on, or up to another place.",
      examples: [
        FunctionExample("'tacocat'.substring(4)", prints: #""cat""#),
        FunctionExample("'tacocat'.substring(0, 4)", prints: #""taco""#),
      ],
      overloads: [
        textMethod([.plain(.int)], .plain(.string), part), textMethod([.plain(.int), .plain(.int)], .plain(.string), part),
      ]),
    FunctionEntry(
      "trim", "The text without white space at its ends.", examples: [FunctionExample("'  a b '.trim()", prints: #""a b""#)],
      overloads: [
        textMethod([], .plain(.string)) { text, _, _ in
          let start = text.firstIndex { !$0.properties.isWhitespace } ?? text.endIndex
          let end = text.lastIndex { !$0.properties.isWhitespace } ?? text.startIndex
          return .string(start < text.endIndex ? text[start...end].text : "")
        }
      ]),
    FunctionEntry(
      "split", "The parts of a text between the separators, maybe at most so many; between no separator its characters.",
      examples: [
        FunctionExample("'a, b'.split(', ')", prints: #"["a", "b"]"#),
        FunctionExample("'a b c'.split(' ', 2)", prints: #"["a", "b c"]"#),
      ],
      overloads: [
        textMethod([.plain(.string)], .list(.plain(.string)), parts),
        textMethod([.plain(.string), .plain(.int)], .list(.plain(.string)), parts),
      ]),
  ]

  typealias TextBody =
    @Sendable (_ text: [Unicode.Scalar], _ arguments: [Value], inout EvaluationState) throws(FunctionFailure) -> Value

  /// A method of a text, which is paid for by its length; the text is the first of the arguments.
  static func textMethod(_ parameters: [ParameterType], _ result: ParameterType, _ body: @escaping TextBody) -> Overload {
    Overload(style: .method, parameters: [.plain(.string)] + parameters, result: result) {
      arguments, state throws(FunctionFailure) in
      let text = try arguments.characters(0)
      try state.charge(characters: text.count)
      return try body(text, arguments, &state)
    }
  }

  private static let firstPlace: TextBody = { text, arguments, state throws(FunctionFailure) in
    let part = try arguments.characters(1)
    try state.charge(characters: part.count)
    let start = arguments.count > 2 ? try arguments.place(2, upTo: text.count) : 0
    return .int(Int64(PatternSearch(part).first(in: text, from: start) ?? -1))
  }

  private static let lastPlace: TextBody = { text, arguments, state throws(FunctionFailure) in
    let part = try arguments.characters(1)
    try state.charge(characters: part.count)
    let start = arguments.count > 2 ? try arguments.place(2, upTo: text.count) : text.count
    if part.isEmpty { return .int(Int64(start)) }
    // The last place from the left is the first one from the right.
    let reach = min(start + part.count, text.count)
    guard let place = PatternSearch(part.reversed()).first(in: text[..<reach].reversed()) else { return .int(-1) }
    return .int(Int64(reach - place - part.count))
  }

  private static let part: TextBody = { text, arguments, _ throws(FunctionFailure) in
    let start = try arguments.place(1, upTo: text.count)
    let end = arguments.count > 2 ? try arguments.place(2, upTo: text.count) : text.count
    guard start <= end else { throw FunctionFailure("The part would end at \(end), before it begins at \(start).") }
    return .string(text[start..<end].text)
  }

  private static let parts: TextBody = { text, arguments, state throws(FunctionFailure) in
    let separator = try arguments.characters(1)
    let limit = arguments.count > 2 ? try arguments.integer(2) : -1
    guard limit != 0 else { return .list([]) }
    let cuts = limit < 0 ? Int.max : Int(clamping: limit - 1)
    try state.charge(characters: separator.count)
    var places = PatternSearch(separator).all(in: text, limit: separator.isEmpty ? text.count : cuts)
    // Without a separator the text is cut before each character but the first, and nothing is left out.
    if separator.isEmpty { places = Array(places.dropFirst().prefix(cuts)) }
    try state.charge(items: places.count)
    var parts: [Value] = []
    var start = 0
    for place in places {
      parts.append(.string(text[start..<place].text))
      start = place + separator.count
    }
    return .list(separator.isEmpty && text.isEmpty ? [] : parts + [.string(text[start...].text)])
  }
}
