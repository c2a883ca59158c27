import MuseSource

/// What the versions of YAML disagree about before there is a tree: characters and directives.
enum CharacterTraps {
  private static let most = 20

  /// Line ends that YAML 1.1 alone knows, and what no version allows.
  static func characters(in source: SourceFile) -> [Diagnostic] {
    guard source.text.unicodeScalars.contains(where: { name(of: $0) != nil || $0 == "\u{FEFF}" }) else { return [] }
    var found: [Diagnostic] = []
    var position = SourcePosition(line: 1, column: 1)
    for (index, character) in source.text.enumerated() where found.count < most {
      for (offset, scalar) in character.unicodeScalars.enumerated() {
        let isMark = scalar == "\u{FEFF}" && (index > 0 || offset > 0)
        guard let name = isMark ? "byte order mark" : name(of: scalar) else { continue }
        let range = SourceRange(line: position.line, column: position.column + offset, length: character.isNewline ? 0 : 1)
        found.append(
          Rule.yamlCharacter.finding(
            "An invisible \(name) stands here.", at: SourceLocation(file: source.path, range: range)))
      }
      let isStart = index == 0 && character.unicodeScalars.elementsEqual(["\u{FEFF}"])
      if character.isNewline {
        position = SourcePosition(line: position.line + 1, column: 1)
      } else if !isStart {
        position.column += character.unicodeScalars.count
      }
    }
    return found
  }

  private static func name(of scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\u{0B}": "vertical tab"
    case "\u{0C}": "page break"
    case "\u{85}": "line end of a mainframe"
    case "\u{2028}": "line separator"
    case "\u{2029}": "paragraph separator"
    default: nil
    }
  }

  /// `%YAML 1.1` and `%TAG` before the document.
  static func directives(in raw: RawText) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for (number, line) in raw.lines.enumerated() {
      guard let first = line.first(where: { !$0.isBlank }), first != "#" else { continue }
      guard line.first == "%", found.count < most else { return found }
      found.append(
        Rule.yamlDirective.finding(
          "This line speaks to a reader of YAML, not to musegraph.",
          at: raw.location(from: .init(line: number, column: 0), to: .init(line: number, column: raw.contentEnd(ofLine: number))))
      )
    }
    return found
  }
}
