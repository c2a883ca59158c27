/// One line of an iCalendar object, before folding: `ATTENDEE;CN=Bob:mailto:bob@example.com`.
struct ContentLine {
  private let name: String
  private var parameters = ""
  private let value: String

  /// - Parameter value: as it goes into the line; see `init(_:text:)` for what people wrote.
  init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  /// A value of type TEXT: RFC 5545, section 3.3.11.
  init(_ name: String, text: String) {
    self.init(name, Self.escaped(text))
  }

  /// Adds a parameter. Whatever its value holds: RFC 6868 writes what RFC 5545 has no way to write.
  func with(_ parameter: String, _ value: String) -> ContentLine {
    var line = self
    let isPlain = !value.isEmpty && value.unicodeScalars.allSatisfy(Self.isPlain)
    line.parameters += ";\(parameter)=" + (isPlain ? value : "\"\(Self.careted(value))\"")
    return line
  }

  /// Lines of at most 75 octets with their line ends; a character is never split. RFC 5545, section 3.1.
  var folded: String {
    var folded = ""
    var octets = 0
    for scalar in "\(name)\(parameters):\(value)".unicodeScalars {
      let width = UTF8.width(scalar)
      if octets + width > 75 {
        folded += "\r\n "
        octets = 1
      }
      folded.unicodeScalars.append(scalar)
      octets += width
    }
    return folded + "\r\n"
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || "-_/.+0123456789".unicodeScalars.contains(scalar))
  }

  private static func escaped(_ text: String) -> String {
    lines(of: text).map { line in
      var escaped = String.UnicodeScalarView()
      for scalar in line {
        if scalar == "\\" || scalar == ";" || scalar == "," { escaped.append("\\") }
        escaped.append(scalar)
      }
      return String(escaped)
    }.joined(separator: "\\n")
  }

  private static func careted(_ text: String) -> String {
    lines(of: text).map { line in
      String(line.reduce(into: "") { $0 += $1 == "^" ? "^^" : $1 == "\"" ? "^'" : String($1) })
    }.joined(separator: "^n")
  }

  /// The lines of a text without control characters, of which only the tab is allowed.
  private static func lines(of text: String) -> [[Unicode.Scalar]] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
      line.unicodeScalars.filter { $0 == "\t" || $0.properties.generalCategory != .control }
    }
  }
}
