import MuseSource
import Yams

/// The one door to Yams: a file's text becomes our own tree, or one finding that says why it cannot be read.
///
/// Repeated keys stop Yams at the first of them. To find all, each is made unlike by a mark of one private-use scalar and the
/// file is composed again; the tree builder takes the marks off.
struct YAMLReader {
  /// What was read: the tree where there is one, and what was found on the way.
  struct Reading {
    var root: YAMLNode?
    var diagnostics: [Diagnostic] = []
  }

  /// Bytes of UTF-8; a graph of a thousand nodes has about a tenth of it.
  static let largestFile = 1 << 20
  /// Each costs reading the whole file anew: of a large one fewer are found.
  private var mostRepetitions: Int { max(3, min(50, 1_000_000 / max(1, source.text.utf8.count))) }
  /// An alias bomb needs many aliases; a file may have some before it is refused unread, so that each is placed exactly.
  private static let mostAliases = 20

  private let source: SourceFile
  private let raw: RawText
  private var marks = RepetitionMarks()

  private init(_ source: SourceFile) {
    self.source = source
    self.raw = RawText(source)
  }

  static func read(_ source: SourceFile) -> Reading {
    guard source.text.utf8.count <= largestFile else {
      let start = SourceLocation(file: source.path, range: SourceRange(line: 1, column: 1))
      return Reading(diagnostics: [Rule.fileTooLarge.finding("'\(source.path)' is larger than 1 MiB.", at: start)])
    }
    var reader = YAMLReader(source)
    return reader.read()
  }

  private mutating func read() -> Reading {
    let unread = CharacterTraps.characters(in: source) + CharacterTraps.directives(in: raw)
    if !unread.isEmpty { return Reading(diagnostics: unread) }
    if let bomb = aliasBomb() { return Reading(diagnostics: [bomb]) }
    while true {
      do {
        guard let root = try compose() else { return Reading() }
        var builder = YAMLTreeBuilder(raw: raw, marks: marks)
        var reading = builder.build(root)
        if let tooDeep = reading.diagnostics.first(where: { $0.id == Rule.tooDeep.id }) { return Reading(diagnostics: [tooDeep]) }
        if let root = reading.root { reading.diagnostics += GapSearch.findings(in: root, of: raw) }
        return reading
      } catch YamlError.duplicatedKeysInMapping(let names, let context) {
        let place = marks.original(line: context.mark.line - 1, column: context.mark.column - 1)
        guard marks.count < mostRepetitions, marks.insert(at: place) else {
          return Reading(diagnostics: [repetition(names.first ?? "", at: place)])
        }
      } catch {
        return Reading(diagnostics: [YAMLSyntaxProblem(error, in: raw, marks: marks).diagnostic])
      }
    }
  }

  private func compose() throws -> Yams.Node? {
    // The encoding is given because Yams would otherwise read it from the environment; the resolver because the language
    // reads scalars by what a field expects.
    let parser = try Parser(yaml: marks.apply(to: raw), resolver: .basic, encoding: .utf8)
    return try parser.singleRoot()
  }

  private func repetition(_ name: String, at place: RawText.Cursor) -> Diagnostic {
    Rule.repeatedKey.finding("'\(name)' is written more than once here.", at: raw.location(from: place, to: place))
  }

  /// Aliases that contain aliases can grow without bound, and Yams compares whole nodes when they are keys.
  private func aliasBomb() -> Diagnostic? {
    var anchors = 0
    var aliases: [RawText.Cursor] = []
    for (line, scalars) in raw.lines.enumerated() {
      for (column, scalar) in scalars.enumerated() where scalar == "&" || scalar == "*" {
        let opens = column == 0 || " \t[{,:-?".unicodeScalars.contains(scalars[column - 1])
        guard opens, column + 1 < scalars.count, scalars[column + 1].properties.isAlphabetic else { continue }
        if scalar == "&" { anchors += 1 } else { aliases.append(.init(line: line, column: column)) }
      }
    }
    guard anchors > 0, aliases.count > Self.mostAliases, let first = aliases.first else { return nil }
    return Rule.yamlAlias.finding(
      "This file uses YAML aliases throughout.", at: raw.location(from: first, to: raw.wordEnd(from: first)))
  }
}
