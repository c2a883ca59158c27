/// What counts as a message of a person here: the same as over the wire.
enum MessageLimit {
  /// Unicode scalars.
  static let longest = 8000

  static func isTooLong(_ line: String) -> Bool { line.unicodeScalars.dropFirst(longest).first != nil }

  /// False for a blank line, silently, and for one that is too long, which is said.
  static func accepts(_ line: String) -> Bool {
    if isTooLong(line) {
      Console.complain("A message has at most \(longest) characters; this one is left out.")
      return false
    }
    return !line.allSatisfy(\.isWhitespace)
  }
}
