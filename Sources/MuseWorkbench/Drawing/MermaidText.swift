import MuseDefinition

/// Writes names and texts so that Mermaid reads nothing into them.
enum MermaidText {
  /// A label wraps at this many characters, and ends after this many lines.
  private static let width = 32
  private static let lineLimit = 3

  /// Words that Mermaid reads as its own where an id is due.
  private static let reserved: Set<String> = [
    "call", "class", "click", "default", "direction", "end", "flowchart", "graph", "href", "interpolate", "style", "subgraph",
  ]

  /// Authors' ids hold no capitals, so that what is added here meets none of them.
  static func id(_ id: NodeID) -> String { reserved.contains(id.rawValue) ? id.rawValue + "_N" : id.rawValue }

  /// Quoted text; each paragraph is wrapped and shortened.
  static func label(_ paragraphs: [String]) -> String {
    paragraphs.flatMap(wrap).map(escape).joined(separator: "<br/>")
  }

  /// A comment ends with its line.
  static func comment(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }

  /// Entity codes of Mermaid are `#` with a number or a name and `;`.
  private static func escape(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "#": result += "#35;"
      case "\"": result += "#quot;"
      case "<": result += "#lt;"
      case ">": result += "#gt;"
      case "&": result += "#amp;"
      case "`": result += "#96;"
      case "\\": result += "#92;"
      default: result.append(character)
      }
    }
    return result
  }

  private static func wrap(_ text: String) -> [String] {
    var lines: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let last = lines.last, last.count + word.count < width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    guard lines.count > lineLimit else { return lines }
    return lines.prefix(lineLimit - 1) + [lines[lineLimit - 1] + " …"]
  }
}
