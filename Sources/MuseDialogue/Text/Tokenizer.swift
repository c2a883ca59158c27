/// Cuts a message into words, numbers and signs, in one pass.
///
/// A word is a run of letters with apostrophes inside it; a number is a run of ASCII digits; every other visible scalar is a sign
/// of its own. "3pm" is two tokens, the second one glued to the first.
struct Tokenizer {
  let scalars: [Unicode.Scalar]
  let language: Language

  func tokens() -> [Token] {
    var result: [Token] = []
    var index = 0
    var glued = false
    while index < scalars.count {
      let start = index
      switch Sort(of: scalars[index]) {
      case .space:
        index += 1
        glued = false
        continue
      case .digit:
        index = end(from: start) { $0 == .digit }
        result.append(token(start..<index, .number, glued: glued))
      case .letter:
        index = endOfWord(from: start)
        appendWord(start..<index, glued: glued, to: &result)
      case .sign:
        index += 1
        result.append(token(start..<index, .sign, glued: glued))
      }
      glued = true
    }
    return result
  }

  enum Sort {
    case space, digit, letter, sign

    init(of scalar: Unicode.Scalar) {
      if scalar.isASCII {
        self = Sort(ascii: scalar)
      } else if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
        self = .space
      } else {
        self = Sort.isLetter(scalar) ? .letter : .sign
      }
    }

    private init(ascii scalar: Unicode.Scalar) {
      switch scalar {
      case "0"..."9": self = .digit
      case "a"..."z", "A"..."Z": self = .letter
      case "\u{0}"..." ", "\u{7F}": self = .space
      default: self = .sign
      }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
      let properties = scalar.properties
      let isMark = [.nonspacingMark, .spacingMark, .enclosingMark].contains(properties.generalCategory)
      return properties.isAlphabetic || isMark || properties.numericType == .decimal
    }
  }

  private func end(from start: Int, while fits: (Sort) -> Bool) -> Int {
    var index = start
    while index < scalars.count, fits(Sort(of: scalars[index])) { index += 1 }
    return index
  }

  private func endOfWord(from start: Int) -> Int {
    var index = end(from: start) { $0 == .letter }
    while index + 1 < scalars.count, Tokenizer.isApostrophe(scalars[index]), Sort(of: scalars[index + 1]) == .letter {
      index = end(from: index + 1) { $0 == .letter }
    }
    return index
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "\u{2019}" }

  private func appendWord(_ span: Range<Int>, glued: Bool, to result: inout [Token]) {
    let whole = token(span, .word, glued: glued)
    guard let cut = language.clitics.cut(whole.word, length: span.count) else {
      result.append(whole)
      return
    }
    let middle = span.lowerBound + cut.at
    var stem = token(span.lowerBound..<middle, .word, glued: glued)
    stem.word = cut.stem
    var tail = token(middle..<span.upperBound, .word, glued: true)
    tail.word = cut.tail
    tail.isClitic = true
    result += [stem, tail]
  }

  private func token(_ span: Range<Int>, _ kind: Token.Kind, glued: Bool) -> Token {
    var word = ""
    for scalar in scalars[span] {
      if Tokenizer.isApostrophe(scalar) {
        word.append("'")
      } else if scalar.isASCII, !("A"..."Z").contains(scalar) {
        word.unicodeScalars.append(scalar)
      } else {
        word += scalar.properties.lowercaseMapping
      }
    }
    let first = scalars[span.lowerBound]
    let isCapitalised = first.properties.isUppercase || first.properties.generalCategory == .titlecaseLetter
    return Token(word: word, span: span, kind: kind, isCapitalised: isCapitalised, isGlued: glued)
  }
}
