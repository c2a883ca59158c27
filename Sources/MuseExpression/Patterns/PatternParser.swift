/// Reads a pattern. Bounded in depth, so that no text runs it out of stack.
struct PatternParser {
  struct Flags {
    var ignoresCase = false
    /// `^` and `$` also stand for the ends of lines.
    var isMultiline = false
    /// `.` also stands for a line end.
    var dotIsEverything = false
  }

  static let deepestNesting = 40
  static let mostRepetitions = 1000

  private let scalars: [Unicode.Scalar]
  private(set) var position = 0
  private var depth = 0
  private(set) var flags = Flags()

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  mutating func pattern() throws(FunctionFailure) -> PatternNode {
    let node = try alternatives()
    guard next == nil else { throw FunctionFailure("The pattern closes a group with ) that it did not open.") }
    return node
  }

  var next: Unicode.Scalar? { peek(0) }

  func peek(_ distance: Int) -> Unicode.Scalar? {
    scalars.indices.contains(position + distance) ? scalars[position + distance] : nil
  }

  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard next == mark else { return false }
    position += 1
    return true
  }

  mutating func takeAny() -> Unicode.Scalar? {
    guard let scalar = next else { return nil }
    position += 1
    return scalar
  }

  mutating func back(to place: Int) { position = place }
}

extension PatternParser {
  /// `a|b`, up to the end of the group. Flags that are set in it end with it.
  private mutating func alternatives() throws(FunctionFailure) -> PatternNode {
    depth += 1
    let outer = flags
    defer {
      depth -= 1
      flags = outer
    }
    guard depth <= PatternParser.deepestNesting else { throw FunctionFailure("The pattern is nested too deeply.") }
    var parts = [try sequence()]
    while take("|") { parts.append(try sequence()) }
    return parts.count == 1 ? parts[0] : .either(parts)
  }

  private mutating func sequence() throws(FunctionFailure) -> PatternNode {
    var parts: [PatternNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      if scalar == "\\", peek(1) == "Q" {
        parts += quoted()
      } else if let part = try atom() {
        parts.append(try repeated(part))
      }
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  /// `\Q…\E`, or to the end.
  private mutating func quoted() -> [PatternNode] {
    position += 2
    var parts: [PatternNode] = []
    while let scalar = next {
      if scalar == "\\", peek(1) == "E" {
        position += 2
        break
      }
      position += 1
      parts.append(literal(scalar))
    }
    return parts
  }

  /// Nil for what stands for nothing, as `(?i)`.
  private mutating func atom() throws(FunctionFailure) -> PatternNode? {
    guard let scalar = takeAny() else { return nil }
    switch scalar {
    case "(": return try group()
    case "[": return .scalar(try bracketClass())
    case "\\": return try escape()
    case ".": return .scalar(flags.dotIsEverything ? .everything : .allButLineEnds)
    case "^": return .assertion(flags.isMultiline ? .lineStart : .textStart)
    case "$": return .assertion(flags.isMultiline ? .lineEnd : .textEnd)
    case "*", "+", "?": throw FunctionFailure("The pattern repeats nothing: \"\(scalar)\" stands behind no part.")
    default: return literal(scalar)  // a character, not one of our own enums
    }
  }

  func literal(_ scalar: Unicode.Scalar) -> PatternNode {
    .scalar(ScalarClass(parts: [.init(ranges: [scalar.value...scalar.value])], ignoresCase: flags.ignoresCase))
  }

  private mutating func group() throws(FunctionFailure) -> PatternNode? {
    if take("?") {
      let isNamed = (next == "P" && peek(1) == "<") || (next == "<" && peek(1) != "=" && peek(1) != "!")
      if isNamed {
        while let scalar = takeAny(), scalar != ">" {}
      } else {
        let outer = flags
        guard try takeFlags() else { return nil }
        defer { flags = outer }
        return try rest()
      }
    }
    return try rest()
  }

  private mutating func rest() throws(FunctionFailure) -> PatternNode {
    let inner = try alternatives()
    guard take(")") else { throw FunctionFailure("The pattern does not close a group: a ) is missing.") }
    return inner
  }

  /// The flags of `(?i)` or `(?i:…)`: false where they end with `)` and stand for the rest of the group around.
  private mutating func takeFlags() throws(FunctionFailure) -> Bool {
    var isOn = true
    while let scalar = takeAny() {
      switch scalar {
      case "i": flags.ignoresCase = isOn
      case "m": flags.isMultiline = isOn
      case "s": flags.dotIsEverything = isOn
      case "U": break
      case "-": isOn = false
      case ":": return true
      case ")": return false
      default:  // a character, not one of our own enums
        throw FunctionFailure("The pattern has a group (?\(scalar), which does not exist: it cannot look ahead or behind.")
      }
    }
    throw FunctionFailure("The pattern does not close a group: a ) is missing.")
  }
}

extension PatternParser {
  private mutating func repeated(_ part: PatternNode) throws(FunctionFailure) -> PatternNode {
    guard let (minimum, maximum) = try bounds() else { return part }
    // Whether it is greedy makes no difference here.
    _ = take("?")
    let place = position
    if try bounds() != nil { throw FunctionFailure("The pattern repeats a repetition.") }
    back(to: place)
    return .repeated(part, minimum: minimum, maximum: maximum)
  }

  /// `*`, `+`, `?`, `{2}`, `{2,}`, `{2,5}`; nil, and nothing read, for anything else.
  private mutating func bounds() throws(FunctionFailure) -> (Int, Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    let place = position
    guard take("{"), let minimum = takeNumber() else {
      back(to: place)
      return nil
    }
    var maximum: Int? = minimum
    if take(",") { maximum = takeNumber() }
    guard take("}") else {
      back(to: place)
      return nil
    }
    guard minimum <= PatternParser.mostRepetitions, maximum ?? minimum <= PatternParser.mostRepetitions,
      minimum <= maximum ?? minimum
    else {
      throw FunctionFailure("The pattern repeats a part from \(minimum) to \(maximum ?? minimum) times; up to 1000 are allowed.")
    }
    return (minimum, maximum)
  }

  private mutating func takeNumber() -> Int? {
    var number: Int?
    while let scalar = next, scalar.isDigit {
      number = min((number ?? 0) * 10 + Int(scalar.value - 48), 100_000)
      position += 1
    }
    return number
  }
}
