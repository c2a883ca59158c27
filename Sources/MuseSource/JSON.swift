/// A JSON value to be written. Members keep the order in which they are given, so that the same value is the same text.
public indirect enum JSON: Hashable, Sendable {
  /// One name and value of an object.
  public struct Member: Hashable, Sendable {
    public var name: String
    public var value: JSON

    public init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  case null
  case boolean(Bool)
  case integer(Int)
  case text(String)
  case list([JSON])
  case object([Member])

  /// The value on one line.
  public var line: String {
    switch self {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .text(let text): Self.quoted(text)
    case .list(let items): "[" + items.map(\.line).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { "\(Self.quoted($0.name)): \($0.value.line)" }.joined(separator: ", ") + "}"
    }
  }

  /// The value as a document for people, with its line end: what fits stands on one line, the rest is indented by two.
  public func document(width: Int = 130) -> String { written(indentation: 0, room: width, width: width) + "\n" }

  private func written(indentation: Int, room: Int, width: Int) -> String {
    let short = line
    let inner = indentation + 2
    let parts: [String]
    let brackets: (open: String, close: String)
    switch self {
    case .null, .boolean, .integer, .text: return short
    case .list(let items):
      if items.isEmpty || short.count <= room { return short }
      parts = items.map { $0.written(indentation: inner, room: width - inner - 1, width: width) }
      brackets = ("[", "]")
    case .object(let members):
      if members.isEmpty || short.count <= room { return short }
      parts = members.map { member in
        let name = Self.quoted(member.name) + ": "
        return name + member.value.written(indentation: inner, room: width - inner - name.count - 1, width: width)
      }
      brackets = ("{", "}")
    }
    let margin = String(repeating: " ", count: inner)
    let lines = parts.map { margin + $0 }.joined(separator: ",\n")
    return brackets.open + "\n" + lines + "\n" + margin.dropLast(2) + brackets.close
  }

  /// A text in quotes, with escapes. Source: RFC 8259, section 7; line and paragraph separators are escaped besides, because
  /// JavaScript once took them for line ends.
  public static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
