/// Writes the little of Markdown that the reference needs.
package enum Markdown {
  package static func code(_ text: String) -> String { "`\(text)`" }

  /// A fence that no line of the text ends.
  static func block(_ text: String, language: String = "") -> String { "```\(language)\n\(text)\n```" }

  static func table(_ header: [String], _ rows: [[String]]) -> String {
    let lines = [header, header.map { _ in "---" }] + rows
    return lines.map { "| " + $0.map(cell).joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  private static func cell(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("\n", with: " ")
  }

  /// In prose, names stand in quotes; in Markdown they are code: 'lookup' is `lookup`.
  package static func prose(_ text: String) -> String {
    text.replacing(/'(?<name>[^' ][^']*)'(?![a-z])/) { match in code(String(match.output.name)) }
  }
}
