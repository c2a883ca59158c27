/// The code of a Swift file: comments and the insides of string literals are blanked out, so that a word is a word of the code.
/// Lines and columns stay where they were.
struct SwiftSource {
  let lines: [String]

  init(_ text: String) {
    var blanker = Blanker(text)
    lines = blanker.run().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// One `func` or `init` with a body, by the line it starts on (counted from 1) and the number of its lines.
  struct Function {
    var name: String
    var line: Int
    var length: Int
  }

  /// Braces are counted: good enough for code that the compiler accepts.
  var functions: [Function] {
    var counter = FunctionCounter()
    for (index, line) in lines.enumerated() { counter.step(over: line, number: index + 1) }
    return counter.found
  }

  /// Plain searches come first: regular expressions are slow in debug builds, and most lines need none.
  private static let typeKeywords = ["struct ", "class ", "enum ", "actor ", "protocol ", "typealias ", "associatedtype "]

  /// The names of the types declared in the file.
  var declaredTypes: [String] {
    lines.filter { line in Self.typeKeywords.contains { line.contains($0) } }.flatMap { line in
      line.matches(of: /\b(?:struct|class|enum|actor|protocol|typealias|associatedtype)\s+([A-Za-z_]\w*)/).map { String($0.1) }
    }
    .filter { $0 != "func" && $0 != "var" && $0 != "let" }
  }

  /// The modules it imports.
  var imports: [String] {
    lines.filter { $0.contains("import ") }.compactMap { line in
      line.firstMatch(of: /^[\s\w@()]*\bimport\s+(?:(?:struct|class|enum|func|protocol|var|let|typealias)\s+)?(\w+)/)
        .map { String($0.1) }
    }
  }
}

/// Finds functions while it counts braces.
private struct FunctionCounter {
  var found: [SwiftSource.Function] = []
  private var open: [(name: String, line: Int, depth: Int, hasBody: Bool)] = []
  private var depth = 0

  mutating func step(over line: String, number: Int) {
    if let name = Self.declaredFunction(in: line) {
      // The one before was a requirement of a protocol: it has no body.
      if let last = open.last, !last.hasBody { open.removeLast() }
      open.append((name, number, depth, false))
    }
    for character in line {
      if character == "{" {
        depth += 1
        if let last = open.indices.last { open[last].hasBody = true }
      } else if character == "}" {
        depth -= 1
        close(at: number)
      }
    }
  }

  private mutating func close(at number: Int) {
    guard let last = open.last, depth <= last.depth else { return }
    if last.hasBody { found.append(SwiftSource.Function(name: last.name, line: last.line, length: number + 1 - last.line)) }
    open.removeLast()
  }

  private static func declaredFunction(in line: String) -> String? {
    guard line.contains("func ") || line.contains("init") else { return nil }
    let match = line.firstMatch(of: /(?:^|[^.\w])(?:func\s+([^\s(<]+)|(init)\??\s*[(<])/)
    return match.flatMap { $0.1 ?? $0.2 }.map(String.init)
  }
}

/// Walks a file once and replaces what is no code by spaces.
private struct Blanker {
  private static let lineFeed = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")
  private static let quote = UInt8(ascii: "\"")
  private static let hash = UInt8(ascii: "#")

  private let text: [UInt8]
  private var index = 0
  private var result: [UInt8] = []

  init(_ text: String) { self.text = Array(text.utf8) }

  mutating func run() -> String {
    while index < text.count {
      if starts("//") {
        blank { $0.starts("\n") }
      } else if starts("/*") {
        blankBlockComment()
      } else if let hashes = literalHashes() {
        blankLiteral(hashes: hashes)
      } else {
        keep()
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func starts(_ prefix: String) -> Bool { text[index...].starts(with: prefix.utf8) }

  private mutating func keep() {
    result.append(text[index])
    index += 1
  }

  private mutating func skip(_ count: Int = 1) {
    for _ in 0..<count where index < text.count {
      result.append(text[index] == Self.lineFeed ? Self.lineFeed : Self.space)
      index += 1
    }
  }

  private mutating func blank(until ends: (Blanker) -> Bool) {
    while index < text.count, !ends(self) { skip() }
  }

  private mutating func blankBlockComment() {
    var depth = 0
    repeat {
      if starts("/*") { depth += 1 } else if starts("*/") { depth -= 1 }
      skip(starts("/*") || starts("*/") ? 2 : 1)
    } while depth > 0 && index < text.count
  }

  /// The number of `#` before the quote of a literal that begins here; nil where none begins.
  private func literalHashes() -> Int? {
    let hashes = text[index...].prefix { $0 == Self.hash }.count
    let start = index + hashes
    return start < text.count && text[start] == Self.quote ? hashes : nil
  }

  /// What stands in an interpolation is blanked with the rest.
  private mutating func blankLiteral(hashes: Int) {
    let fence = String(repeating: "#", count: hashes)
    skip(hashes)
    let quotes = starts("\"\"\"") ? "\"\"\"" : "\""
    skip(quotes.count)
    var parentheses = 0
    while index < text.count {
      if starts("\\" + fence + "(") {
        parentheses += 1
        skip(2 + hashes)
      } else if parentheses > 0 {
        stepInterpolation(&parentheses)
      } else if starts("\\" + fence) {
        skip(2 + hashes)
      } else if starts(quotes + fence) {
        skip(quotes.count + hashes)
        return
      } else {
        skip()
      }
    }
  }

  private mutating func stepInterpolation(_ parentheses: inout Int) {
    if let hashes = literalHashes() {
      blankLiteral(hashes: hashes)
      return
    }
    if starts("(") { parentheses += 1 } else if starts(")") { parentheses -= 1 }
    skip()
  }
}
