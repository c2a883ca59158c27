/// A text with places for values: `%s`, `%d`, `%.2f`; `%%` stands for the mark itself.
///
/// Source: cel-spec, doc/extensions/strings.md, "Format".
struct FormatString {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var output = ""
  private static let largestPrecision = 1000

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// Uses one value for each place; values that are left over are of no account.
  func text(of values: [Value], _ state: inout EvaluationState) throws(FunctionFailure) -> String {
    try state.charge(characters: scalars.count)
    var reader = self
    var used = 0
    while let scalar = reader.take() {
      guard scalar == "%" else {
        reader.output.unicodeScalars.append(scalar)
        continue
      }
      guard let clause = try reader.clause() else {
        reader.output += "%"
        continue
      }
      guard values.indices.contains(used) else {
        throw FunctionFailure("There is no value for %\(clause.letter.rawValue): the list is too short.")
      }
      try state.charge(values[used].size(upTo: CheckedExpression.costLimit) + clause.cost)
      let text = try clause.text(of: values[used])
      try state.charge(characters: text.utf8.count)
      reader.output += text
      used += 1
    }
    return reader.output
  }

  private mutating func take() -> Unicode.Scalar? {
    guard index < scalars.count else { return nil }
    index += 1
    return scalars[index - 1]
  }

  /// What follows a `%`; nil for another `%`.
  private mutating func clause() throws(FunctionFailure) -> FormatClause? {
    guard var next = take() else { throw FunctionFailure("The text ends behind a %; write %% for the mark itself.") }
    if next == "%" { return nil }
    var precision: Int?
    if next == "." {
      let start = index
      while index < scalars.count, scalars[index].isDigit { index += 1 }
      precision = Int(scalars[start..<index].text)
      guard let precision, precision <= FormatString.largestPrecision, let letter = take() else {
        throw FunctionFailure("Behind %. stands how many digits are wanted, at most 1000, and then f or e.")
      }
      next = letter
      guard letter == "f" || letter == "e" else { throw FunctionFailure("%\(letter) takes no number of digits.") }
    }
    guard let letter = FormatClause.Letter(rawValue: String(next)) else {
      throw FunctionFailure("%\(next) stands for nothing: write %s, %d, %f, %e, %b, %o, %x or %X.")
    }
    return FormatClause(letter: letter, precision: precision ?? 6)
  }
}

/// One place of a format, and how the value in it is written.
private struct FormatClause {
  enum Letter: String {
    case string = "s"
    case decimal = "d"
    case fixed = "f"
    case scientific = "e"
    case binary = "b"
    case octal = "o"
    case hexadecimal = "x"
    case upperHexadecimal = "X"
  }

  var letter: Letter
  var precision: Int

  /// Exact digits of a number may be a thousand.
  var cost: Int {
    switch letter {
    case .fixed, .scientific: 16 + precision / 16
    case .string, .decimal, .binary, .octal, .hexadecimal, .upperHexadecimal: 0
    }
  }

  func text(of value: Value) throws(FunctionFailure) -> String {
    let text: String? =
      switch letter {
      case .string: try value.plainText
      case .decimal: value.digits(radix: 10) ?? value.number?.decimalText
      case .fixed: value.number.map { $0.text { $0.fixed(precision) } }
      case .scientific: value.number.map { $0.text { $0.scientific(precision) } }
      case .binary: value == .bool(true) ? "1" : value == .bool(false) ? "0" : value.digits(radix: 2)
      case .octal: value.digits(radix: 8)
      case .hexadecimal: value.bytePairs ?? value.digits(radix: 16)
      case .upperHexadecimal: (value.bytePairs ?? value.digits(radix: 16))?.uppercased()
      }
    guard let text else { throw FunctionFailure("%\(letter.rawValue) does not write \(value.shallowType.withArticle).") }
    return text
  }
}

/// A number of any type: its sign and its exact digits, or a word.
private enum FormattedNumber {
  case word(String)
  case digits(DecimalDigits, isNegative: Bool, plain: String)

  func text(_ write: (DecimalDigits) -> String) -> String {
    switch self {
    case .word(let word): word
    case .digits(let digits, let isNegative, _): (isNegative ? "-" : "") + write(digits)
    }
  }

  var decimalText: String {
    switch self {
    case .word(let word), .digits(_, _, let word): word
    }
  }
}

extension Value {
  fileprivate var number: FormattedNumber? {
    switch self {
    case .int(let number): .digits(DecimalDigits(number.magnitude), isNegative: number < 0, plain: String(number))
    case .uint(let number): .digits(DecimalDigits(number), isNegative: false, plain: String(number))
    case .double(let number):
      number.isFinite
        ? .digits(DecimalDigits(number), isNegative: number.sign == .minus, plain: number.plainDecimal)
        : .word(FunctionCatalogue.plainText(number))
    case .null, .bool, .string, .bytes, .list, .map, .timestamp, .duration, .date, .time, .object, .empty, .type: nil
    }
  }

  fileprivate func digits(radix: Int) -> String? {
    switch self {
    case .int(let number): String(number, radix: radix)
    case .uint(let number): String(number, radix: radix)
    case .null, .bool, .double, .string, .bytes, .list, .map, .timestamp, .duration, .date, .time, .object, .empty, .type: nil
    }
  }

  /// Two hexadecimal digits for each byte.
  fileprivate var bytePairs: String? {
    switch self {
    case .string(let text): Value.bytes(Array(text.utf8)).bytePairs
    case .bytes(let bytes): bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    case .null, .bool, .int, .uint, .double, .list, .map, .timestamp, .duration, .date, .time, .object, .empty, .type: nil
    }
  }

  /// The value as `%s` writes it. The depth of values is bounded where they are built.
  fileprivate var plainText: String {
    get throws(FunctionFailure) {
      switch self {
      case .null, .empty: return "null"
      case .bool(let flag): return "\(flag)"
      case .int(let number): return "\(number)"
      case .uint(let number): return "\(number)"
      case .double(let number): return number.isFinite ? number.plainDecimal : FunctionCatalogue.plainText(number)
      case .string(let text): return text
      case .bytes(let bytes): return bytes.replacedText
      case .list(let items): return "[\(try items.plainTexts.joined(separator: ", "))]"
      case .map(let map):
        let keys = try map.entries.map(\.key).plainTexts
        let values = try map.entries.map(\.value).plainTexts
        let pairs = zip(keys, values).sorted { $0.0.unicodeScalars.lexicographicallyPrecedes($1.0.unicodeScalars) }
        return "{\(pairs.map { "\($0): \($1)" }.joined(separator: ", "))}"
      case .timestamp(let instant): return instant.rfc3339
      case .duration(let duration): return duration.secondsText
      case .date(let date): return date.iso
      case .time(let time): return time.iso
      case .type(let type): return type.plainName
      case .object: throw FunctionFailure("%s does not write \(shallowType.withArticle).")
      }
    }
  }
}

extension [Value] {
  fileprivate var plainTexts: [String] {
    get throws(FunctionFailure) {
      var texts: [String] = []
      for value in self { texts.append(try value.plainText) }
      return texts
    }
  }
}

extension Double {
  /// The shortest digits that stand for this number, never with an exponent.
  fileprivate var plainDecimal: String {
    let text = FunctionCatalogue.plainText(self)
    guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...]) else { return text }
    let digits = text[..<mark].filter(\.isNumber)
    let places = text[..<mark].firstIndex(of: ".").map { text.distance(from: $0, to: mark) - 1 } ?? 0
    let zeros = exponent - places
    let sign = self < 0 ? "-" : ""
    if zeros >= 0 { return sign + digits + String(repeating: "0", count: zeros) }
    let padded = String(repeating: "0", count: Swift.max(0, -zeros - digits.count + 1)) + digits
    return "\(sign)\(padded.dropLast(-zeros)).\(padded.suffix(-zeros))"
  }
}

extension [UInt8] {
  /// As UTF-8, a run of bytes that are none as one mark.
  fileprivate var replacedText: String {
    var text = String.UnicodeScalarView()
    var decoder = UTF8()
    var bytes = makeIterator()
    var isBroken = false
    while true {
      switch decoder.decode(&bytes) {
      case .scalarValue(let scalar):
        text.append(scalar)
        isBroken = false
      case .error:
        if !isBroken { text.append("\u{FFFD}") }
        isBroken = true
      case .emptyInput: return String(text)
      }
    }
  }
}
