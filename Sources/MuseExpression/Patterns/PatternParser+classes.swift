// Sets of characters, and what stands behind a backslash.

extension PatternParser {
  /// What follows a backslash outside of brackets.
  mutating func escape() throws(FunctionFailure) -> PatternNode {
    switch next {
    case "A": return assertion(.textStart)
    case "z": return assertion(.textEnd)
    case "b": return assertion(.wordBoundary)
    case "B": return assertion(.noWordBoundary)
    default:  // a character, not one of our own enums
      if let part = try classEscape() { return .scalar(ScalarClass(parts: [part], ignoresCase: flags.ignoresCase)) }
      return literal(try scalarEscape())
    }
  }

  private mutating func assertion(_ assertion: PatternNode.Assertion) -> PatternNode {
    _ = takeAny()
    return .assertion(assertion)
  }

  /// `\d`, `\pL`, `\P{Greek}`; nil, and nothing read, for what stands for one character.
  private mutating func classEscape() throws(FunctionFailure) -> ScalarClass.Part? {
    guard let letter = next else { return nil }
    let named: [Unicode.Scalar: ScalarClass] = ["d": .digit, "s": .space, "w": .word]
    if let found = named[letter] ?? named[letter.lowered] {
      _ = takeAny()
      return ScalarClass.Part(ranges: found.parts[0].ranges, isNegated: letter.isUpperASCII)
    }
    guard letter == "p" || letter == "P" else { return nil }
    _ = takeAny()
    var name = ""
    if take("{") {
      while let scalar = takeAny(), scalar != "}" { name.unicodeScalars.append(scalar) }
    } else if let scalar = takeAny() {
      name.unicodeScalars.append(scalar)
    }
    let isTurned = name.hasPrefix("^")
    guard var part = ScalarClass.Part(unicodeName: isTurned ? String(name.dropFirst()) : name) else {
      throw FunctionFailure("The pattern names the characters \"\(name)\", which do not exist.")
    }
    part.isNegated = (letter == "P") != isTurned
    return part
  }

  /// The one character that an escape stands for.
  private mutating func scalarEscape() throws(FunctionFailure) -> Unicode.Scalar {
    guard let letter = takeAny() else { throw FunctionFailure("The pattern ends behind a backslash; write \\\\ for one.") }
    let plain: [Unicode.Scalar: Unicode.Scalar] = [
      "a": "\u{07}", "f": "\u{0C}", "t": "\t", "n": "\n", "r": "\r", "v": "\u{0B}",
    ]
    if let scalar = plain[letter] { return scalar }
    if letter == "x" { return try hexadecimalEscape() }
    let isOctal = letter == "0" || (("1"..."7").contains(letter) && next.map { ("0"..."7").contains($0) } == true)
    if isOctal { return octalEscape(from: letter) }
    guard letter.isASCII, !letter.isIdentifierStart || letter == "_", !letter.isDigit else {
      throw FunctionFailure("The pattern has \"\\\(letter)\", which stands for nothing.")
    }
    return letter
  }

  private mutating func octalEscape(from first: Unicode.Scalar) -> Unicode.Scalar {
    var number = first.value - 48
    for _ in 0..<2 {
      guard let digit = next, ("0"..."7").contains(digit) else { break }
      number = number * 8 + digit.value - 48
      _ = takeAny()
    }
    // Three octal digits are at most 511, which is a character.
    return Unicode.Scalar(number) ?? "\u{FFFD}"
  }

  private mutating func hexadecimalEscape() throws(FunctionFailure) -> Unicode.Scalar {
    var digits = ""
    if take("{") {
      while let scalar = takeAny(), scalar != "}" { digits.unicodeScalars.append(scalar) }
    } else {
      for _ in 0..<2 { if let scalar = takeAny() { digits.unicodeScalars.append(scalar) } }
    }
    guard digits.unicodeScalars.allSatisfy(\.isHexDigit), let number = UInt32(digits, radix: 16),
      let scalar = Unicode.Scalar(number)
    else { throw FunctionFailure("The pattern has \"\\x\(digits)\", which stands for no character.") }
    return scalar
  }
}

extension PatternParser {
  /// What follows `[`.
  mutating func bracketClass() throws(FunctionFailure) -> ScalarClass {
    var result = ScalarClass(isNegated: take("^"), ignoresCase: flags.ignoresCase)
    var isFirst = true
    while isFirst || next != "]" {
      guard next != nil else { throw FunctionFailure("The pattern does not close a set: a ] is missing.") }
      isFirst = false
      if let part = try namedPart() {
        result.parts.append(part)
      } else {
        result.parts.append(try range())
      }
    }
    _ = takeAny()
    return result
  }

  /// `[:alpha:]` or a set behind a backslash.
  private mutating func namedPart() throws(FunctionFailure) -> ScalarClass.Part? {
    let place = position
    if take("\\") {
      if let part = try classEscape() { return part }
      back(to: place)
      return nil
    }
    guard take("["), take(":") else {
      back(to: place)
      return nil
    }
    let isNegated = take("^")
    var name = ""
    while let scalar = next, scalar.isIdentifierStart {
      name.unicodeScalars.append(scalar)
      _ = takeAny()
    }
    guard take(":"), take("]") else {
      back(to: place)
      return nil
    }
    guard let ranges = PatternParser.namedRanges[name] else {
      throw FunctionFailure("The pattern names the characters \"[:\(name):]\", which do not exist.")
    }
    return ScalarClass.Part(ranges: ranges.map { $0.lowerBound.value...$0.upperBound.value }, isNegated: isNegated)
  }

  /// One character, or two with a line between them.
  private mutating func range() throws(FunctionFailure) -> ScalarClass.Part {
    let first = try bound()
    guard next == "-", let second = peek(1), second != "]" else { return .init(ranges: [first.value...first.value]) }
    _ = takeAny()
    let last = try bound()
    guard first <= last else {
      throw FunctionFailure("The pattern has the set \(first)-\(last), which ends before it begins.")
    }
    return .init(ranges: [first.value...last.value])
  }

  private mutating func bound() throws(FunctionFailure) -> Unicode.Scalar {
    guard let scalar = takeAny() else { throw FunctionFailure("The pattern does not close a set: a ] is missing.") }
    return scalar == "\\" ? try scalarEscape() : scalar
  }

  /// Source: RE2, "Syntax" (ASCII character classes).
  private static let namedRanges: [String: [ClosedRange<Unicode.Scalar>]] = [
    "alnum": ["0"..."9", "A"..."Z", "a"..."z"], "alpha": ["A"..."Z", "a"..."z"], "ascii": ["\0"..."\u{7F}"],
    "blank": ["\t"..."\t", " "..." "], "cntrl": ["\0"..."\u{1F}", "\u{7F}"..."\u{7F}"], "digit": ["0"..."9"],
    "graph": ["!"..."~"], "lower": ["a"..."z"], "print": [" "..."~"], "punct": ["!"..."/", ":"..."@", "["..."`", "{"..."~"],
    "space": ["\t"..."\r", " "..." "], "upper": ["A"..."Z"], "word": ["0"..."9", "A"..."Z", "a"..."z", "_"..."_"],
    "xdigit": ["0"..."9", "A"..."F", "a"..."f"],
  ]
}

extension Unicode.Scalar {
  /// `d` of `D`.
  fileprivate var lowered: Unicode.Scalar { isUpperASCII ? Unicode.Scalar(UInt8(value + 32)) : self }
}
