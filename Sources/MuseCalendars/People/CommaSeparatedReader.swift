import MuseSource

/// Splits comma-separated text into rows of located fields.
///
/// Source: RFC 4180, section 2; beyond it, any line end is taken, blank lines are dropped, and spaces around unquoted fields
/// too.
struct CommaSeparatedReader {
  private let path: String
  private var rest: ArraySlice<Unicode.Scalar>
  private var position = SourcePosition(line: 1, column: 1)
  private(set) var findings: [Diagnostic] = []

  init(file: SourceFile) {
    path = file.path
    let scalars = Array(file.text.unicodeScalars)
    rest = scalars.first == "\u{FEFF}" ? scalars.dropFirst() : scalars[...]
  }

  mutating func rows() -> [[Located<String>]] {
    var rows: [[Located<String>]] = []
    while !rest.isEmpty {
      let row = row()
      if row.count > 1 || row.contains(where: { !$0.value.isEmpty }) { rows.append(row) }
    }
    return rows
  }

  private mutating func row() -> [Located<String>] {
    var fields = [field()]
    while rest.first == "," {
      advance()
      fields.append(field())
    }
    if rest.first == "\r" { advance() }
    if rest.first == "\n" { advance() }
    return fields
  }

  private mutating func field() -> Located<String> {
    while rest.first == " " { advance() }
    let start = position
    let text = rest.first == "\"" ? quoted() : plain()
    return Located(text, at: SourceLocation(file: path, range: SourceRange(start: start, end: max(start, position))))
  }

  private mutating func plain() -> String {
    var text = String.UnicodeScalarView()
    while let scalar = rest.first, !isEnd(scalar) {
      if scalar == "\"" {
        report(
          "A quote stands inside an unquoted field.", "Put the whole field between quotes, and double the quote: \"\".",
          at: position)
      }
      text.append(scalar)
      advance()
    }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  private mutating func quoted() -> String {
    let start = position
    var text = String.UnicodeScalarView()
    advance()
    while let scalar = rest.first {
      advance()
      if scalar != "\"" {
        text.append(scalar)
      } else if rest.first == "\"" {
        text.append(scalar)
        advance()
      } else {
        skipToEndOfField()
        return String(text)
      }
    }
    report("The quote is never closed.", "End the field with a quote.", at: start)
    return String(text)
  }

  private mutating func skipToEndOfField() {
    while rest.first == " " { advance() }
    if let scalar = rest.first, !isEnd(scalar) {
      report("Text follows the closing quote.", "End the field at its quote; a quote inside it is doubled: \"\".", at: position)
    }
    while let scalar = rest.first, !isEnd(scalar) { advance() }
  }

  private func isEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "," || scalar == "\n" || scalar == "\r" }

  private mutating func advance() {
    guard let scalar = rest.popFirst() else { return }
    if scalar == "\n" || (scalar == "\r" && rest.first != "\n") {
      position = SourcePosition(line: position.line + 1, column: 1)
    } else {
      position.column += 1
    }
  }

  private mutating func report(_ message: String, _ advice: String, at position: SourcePosition) {
    let range = SourceRange(line: position.line, column: position.column, length: 1)
    findings.append(
      Diagnostic(id: "address-quote", message: message, advice: advice, location: SourceLocation(file: path, range: range)))
  }
}
