/// What a reply must look like: the text itself, with `*` for anything, or a regular expression between slashes.
///
/// Runs of blanks and line ends count as one space, in the pattern and in the reply, so that a reply of several paragraphs can be
/// written on one line. `\*` is a star, `\\` a backslash, and `\/` a slash that begins no regular expression.
public struct ReplyPattern: Hashable, Sendable {
  public let source: String

  public init(_ source: String) { self.source = source }

  /// The pattern of exactly this text, on one line.
  static func literal(_ text: String) -> String {
    let escaped = normalised(text).replacing("\\", with: "\\\\").replacing("*", with: "\\*")
    return (escaped.hasPrefix("/") ? "\\" : "") + escaped
  }

  /// It is the text itself, without stars and slashes.
  var isLiteral: Bool { regularExpression == nil && Self.pieces(of: source).count == 1 }

  /// Nil: it can be matched. Else why it cannot.
  public var complaint: String? {
    guard let expression = regularExpression else { return nil }
    do {
      _ = try Regex(expression)
      return nil
    } catch {
      return "\(error)"
    }
  }

  public func matches(_ text: String) -> Bool {
    let text = Self.normalised(text)
    if let expression = regularExpression {
      // A pattern that does not parse was reported when the scenario was loaded, and matches nothing.
      guard let regex = try? Regex(expression) else { return false }
      return text.firstMatch(of: regex) != nil
    }
    return Self.matches(text[...], Self.pieces(of: Self.normalised(source)))
  }

  private var regularExpression: String? {
    guard source.count > 2, source.hasPrefix("/"), source.hasSuffix("/") else { return nil }
    return String(source.dropFirst().dropLast())
  }

  private static func normalised(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// What stands between the stars.
  private static func pieces(of pattern: String) -> [String] {
    var pieces = [""]
    var isEscaped = false
    for character in pattern {
      if isEscaped || (character != "*" && character != "\\") {
        if isEscaped, character != "*", character != "/", character != "\\" { pieces[pieces.count - 1].append("\\") }
        pieces[pieces.count - 1].append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        pieces.append("")
      }
    }
    if isEscaped { pieces[pieces.count - 1].append("\\") }
    return pieces
  }

  /// The first piece begins the text, the last one ends it, those between are found one after the other.
  private static func matches(_ text: Substring, _ pieces: [String]) -> Bool {
    guard pieces.count > 1, let first = pieces.first, let last = pieces.last else { return text == pieces.first ?? "" }
    guard text.hasPrefix(first) else { return false }
    var rest = text.dropFirst(first.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let found = rest.firstRange(of: piece) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.count >= last.count && rest.hasSuffix(last)
  }
}
