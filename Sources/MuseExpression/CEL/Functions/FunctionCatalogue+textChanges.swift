// Texts made of texts.
//
// Source: cel-go, ext/README.md, "Strings".

extension FunctionCatalogue {
  static let textChanges: [FunctionEntry] = [
    FunctionEntry(
      "lowerAscii", "The text with A to Z in lower case.",
      examples: [FunctionExample("'TacoCÆt'.lowerAscii()", prints: #""tacocÆt""#)],
      overloads: [mapping { $0.isUpperASCII ? $0.shifted(by: 32) : $0 }]),
    FunctionEntry(
      "upperAscii", "The text with a to z in upper case.",
      examples: [FunctionExample("'room 5b'.upperAscii()", prints: #""ROOM 5B""#)],
      overloads: [mapping { $0.isLowerASCII ? $0.shifted(by: -32) : $0 }]),
    FunctionEntry(
      "replace", "The text with another in the place of a part, everywhere or at most so many times.",
      examples: [
        FunctionExample("'hello hello'.replace('he', 'we')", prints: #""wello wello""#),
        FunctionExample("'hello hello'.replace('he', 'we', 1)", prints: #""wello hello""#),
      ],
      overloads: [
        textMethod([.plain(.string), .plain(.string)], .plain(.string), replaced),
        textMethod([.plain(.string), .plain(.string), .plain(.int)], .plain(.string), replaced),
      ]),
    FunctionEntry(
      "join", "The texts of a list behind each other, maybe with another between them.",
      examples: [
        FunctionExample("['a', 'b'].join(' and ')", prints: #""a and b""#),
        FunctionExample("['a', 'b'].join()", prints: #""ab""#),
      ],
      overloads: [joined([]), joined([.plain(.string)])]),
    FunctionEntry(
      "reverse", "A text or a list from its end to its beginning.",
      examples: [FunctionExample("'abc'.reverse()", prints: #""cba""#), FunctionExample("[1, 2].reverse()", prints: "[2, 1]")],
      overloads: [
        textMethod([], .plain(.string)) { text, _, _ in .string(Array(text.reversed()).text) },
        listMethod([], .list(.any("A"))) { items, _, _ in .list(items.reversed()) },
      ]),
    FunctionEntry(
      "strings.quote", "The text in double quotes, with what could not stand there escaped.",
      examples: [FunctionExample(#"strings.quote('say "hi"')"#, prints: #""\"say \\\"hi\\\"\"""#)],
      overloads: [
        Overload(style: .function, parameters: [.plain(.string)], result: .plain(.string)) {
          arguments, state throws(FunctionFailure) in
          let text = try arguments.text(0)
          try state.charge(characters: text.utf8.count * 2)
          return .string(text.escaped)
        }
      ]),
    FunctionEntry(
      "format",
      "The text with the values of a list in its places: %s any value, %d integers, %f and %e numbers, %b %o %x %X digits of other "
        + "bases. Or any one value as people read it.",
      examples: [
        FunctionExample("'%s: %.2f'.format(['total', 2.5])", prints: #""total: 2.50""#),
        FunctionExample("format(duration('90m'))", prints: #""1 hour 30 minutes""#),
      ],
      overloads: [
        Overload(style: .method, parameters: [.plain(.string), .list(.any("A"))], result: .plain(.string)) {
          arguments, state throws(FunctionFailure) in
          .string(try FormatString(try arguments.text(0)).text(of: try arguments.items(1), &state))
        },
        Overload(style: .function, parameters: [.any("A")], result: .plain(.string)) { arguments, state throws(FunctionFailure) in
          .string(try state.text(forPeople: arguments[0]))
        },
      ]),
  ]

  private static func mapping(_ change: @escaping @Sendable (Unicode.Scalar) -> Unicode.Scalar) -> Overload {
    textMethod([], .plain(.string)) { text, _, _ in .string(text.map(change).text) }
  }

  private static let replaced: TextBody = { text, arguments, state throws(FunctionFailure) in
    let (old, new) = (try arguments.characters(1), try arguments.characters(2))
    let limit = arguments.count > 3 ? try arguments.integer(3) : -1
    try state.charge(characters: old.count + new.count)
    let places = PatternSearch(old).all(in: text, limit: limit < 0 ? .max : Int(clamping: limit))
    // Before it is built: a few texts can stand for very many characters.
    try state.charge(characters: places.count * new.count)
    var result: [Unicode.Scalar] = []
    var start = 0
    for place in places {
      result += text[start..<place] + new
      start = place + old.count
    }
    return .string((result + text[start...]).text)
  }

  private static func joined(_ parameters: [ParameterType]) -> Overload {
    listMethod(parameters, .plain(.string), of: .plain(.string)) { items, arguments, state throws(FunctionFailure) in
      let separator = arguments.count > 1 ? try arguments.text(1) : ""
      var texts: [String] = []
      for item in items {
        guard case .string(let text) = item else {
          throw FunctionFailure("Only texts are joined, and this list holds \(item.shallowType.withArticle).")
        }
        try state.charge(characters: text.utf8.count + separator.utf8.count)
        texts.append(text)
      }
      return .string(texts.joined(separator: separator))
    }
  }
}

extension Unicode.Scalar {
  var isUpperASCII: Bool { ("A"..."Z").contains(self) }
  var isLowerASCII: Bool { ("a"..."z").contains(self) }

  /// Within ASCII only.
  fileprivate func shifted(by distance: Int32) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(truncatingIfNeeded: Int32(bitPattern: value) + distance))
  }
}

extension String {
  private static let escapes: [Unicode.Scalar: String] = [
    "\u{07}": "\\a", "\u{08}": "\\b", "\u{0C}": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\u{0B}": "\\v", "\\": "\\\\",
    "\"": "\\\"",
  ]

  fileprivate var escaped: String {
    "\"" + unicodeScalars.map { String.escapes[$0] ?? String($0) }.joined() + "\""
  }
}
