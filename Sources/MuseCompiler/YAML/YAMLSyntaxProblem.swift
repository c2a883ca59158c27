import MuseSource
import Yams

/// Why a file is no YAML, in words for someone who does not know YAML's own.
struct YAMLSyntaxProblem {
  let diagnostic: Diagnostic

  init(_ error: any Error, in raw: RawText, marks: RepetitionMarks) {
    let (problem, context, mark) = Self.parts(of: error)
    let place = mark.map { marks.original(line: $0.line - 1, column: $0.column - 1) } ?? Self.firstForbidden(in: raw)
    let phrase = Self.phrases.first { problem.contains($0.problem) && (context?.text ?? "").contains($0.context) }
    let opening = context.flatMap { context -> RawText.Cursor? in
      let start = marks.original(line: context.mark.line - 1, column: context.mark.column - 1)
      return start < place && context.text.hasPrefix("while") ? start : nil
    }
    let trouble = Trouble(place: place, opening: opening, phrase: phrase, problem: problem)
    diagnostic = Self.unclosed(trouble, in: raw) ?? Self.placed(trouble, in: raw)
  }

  /// What YAML noticed, where, and where the part began that it was reading.
  private struct Trouble {
    var place: RawText.Cursor
    var opening: RawText.Cursor?
    var phrase: Phrase?
    var problem: String
  }

  private static func placed(_ trouble: Trouble, in raw: RawText) -> Diagnostic {
    if raw[trouble.place] == "\t" {
      return Rule.yamlSyntax.finding(
        "A tab stands where blanks indent.", at: raw.location(from: trouble.place, to: trouble.place),
        advice: "Indent with blanks.")
    }
    let phrase = trouble.phrase
    let shown = phrase?.isAtOpening == true ? trouble.opening ?? trouble.place : trouble.place
    let began = trouble.opening.map { [Diagnostic.Related(message: "It began here.", location: raw.location(from: $0, to: $0))] }
    return (phrase?.rule ?? .yamlSyntax).finding(
      phrase?.message ?? "This is no YAML: \(trouble.problem).", at: raw.location(from: shown, to: shown), advice: phrase?.advice,
      related: shown == trouble.opening ? [] : began ?? [])
  }

  /// What was never closed is shown where it was opened. YAML itself notices it lines later.
  private static func unclosed(_ trouble: Trouble, in raw: RawText) -> Diagnostic? {
    if trouble.phrase?.isAboutForm == false { return nil }
    let search = OpeningSearch(raw, before: trouble.place)
    return quote(search.lastQuoted, trouble, in: raw) ?? bracket(search.unclosed.first, trouble, in: raw)
  }

  /// The trouble stands right behind a quoted text: it went on too far, or ended too early.
  private static func quote(
    _ quoted: (start: RawText.Cursor, end: RawText.Cursor)?, _ trouble: Trouble, in raw: RawText
  ) -> Diagnostic? {
    guard let quoted, raw.nextToken(from: quoted.end) == trouble.place, quoted.end.line == trouble.place.line else { return nil }
    if quoted.start.line == quoted.end.line {
      return Rule.yamlSyntax.finding(
        "Something stands behind the closing quote.", at: raw.location(from: trouble.place, to: trouble.place),
        advice: "Put all of the text in quotes; write a quote inside as '\\\"' in double quotes, or as two in single ones.")
    }
    return Rule.yamlSyntax.finding(
      "A quoted text that begins here goes on for lines: its quote is missing.",
      at: raw.location(from: quoted.start, to: quoted.start), advice: "Close it with the quote that it began with.",
      related: [noticed(trouble, in: raw)])
  }

  private static func bracket(_ opening: RawText.Cursor?, _ trouble: Trouble, in raw: RawText) -> Diagnostic? {
    guard let opening, opening < trouble.place else { return nil }
    let isList = raw[opening] == "["
    return Rule.yamlSyntax.finding(
      isList ? "A list in brackets is not closed." : "A map in braces is not closed.",
      at: raw.location(from: opening, to: opening),
      advice: isList
        ? "Close it with ']'; put a text that begins with '[' in quotes."
        : "Close it with '}'; put a text that begins with '{' in quotes.",
      related: opening.line == trouble.place.line ? [] : [noticed(trouble, in: raw)])
  }

  private static func noticed(_ trouble: Trouble, in raw: RawText) -> Diagnostic.Related {
    .init(message: "Here nothing else fits any more.", location: raw.location(from: trouble.place, to: trouble.place))
  }

  private static func parts(of error: any Error) -> (problem: String, context: YamlError.Context?, mark: Mark?) {
    guard let error = error as? YamlError else { return ("\(error)", nil, nil) }
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return (problem, context, mark)
    case .duplicatedKeysInMapping(_, let context):
      return ("repeated key", nil, context.mark)
    case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem), .representer(let problem):
      return (problem, nil, nil)
    case .no, .memory, .dataCouldNotBeDecoded:
      return ("the file cannot be read", nil, nil)
    }
  }

  /// The reader names offsets in characters, which do not place a broken one: look for what YAML forbids.
  private static func firstForbidden(in raw: RawText) -> RawText.Cursor {
    for (line, scalars) in raw.lines.enumerated() {
      if let column = scalars.firstIndex(where: { !isAllowed($0) }) { return .init(line: line, column: column) }
    }
    return .init(line: 0, column: 0)
  }

  /// YAML 1.1 and 1.2, c-printable.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  private struct Phrase {
    var problem: String
    var context = ""
    var message: String
    var advice: String
    /// What is wrong began earlier than it shows.
    var isAtOpening = false
    /// About how the parts fit together: then something unclosed may be behind it.
    var isAboutForm = true
    var rule = Rule.yamlSyntax
  }

  private static let phrases: [Phrase] = [
    Phrase(
      problem: "mapping values are not allowed", message: "A ':' is not expected here.",
      advice: "Put a text that holds ': ' in quotes, or check that this line is indented like its neighbours."),
    Phrase(
      problem: "did not find expected key", context: "block mapping", message: "This line does not fit the lines above it.",
      advice: "Indent it like the keys of the same map; put a text that begins with a quote, a bracket or a brace in quotes as a "
        + "whole."),
    Phrase(
      problem: "could not find expected ':'", message: "A ':' is missing behind a key.",
      advice: "Write 'key: value', or indent the text that goes on in a second line."),
    Phrase(
      problem: "did not find expected node content", message: "A value is missing here.",
      advice: "Write it, or take the comma or the key before it out."),
    Phrase(
      problem: "did not find expected ',' or ']'", message: "A ',' or the closing ']' is missing before this.",
      advice: "Part the items of the list with ','; put texts that hold brackets or commas in quotes."),
    Phrase(
      problem: "did not find expected ',' or '}'", message: "A ',' or the closing '}' is missing before this.",
      advice: "Part the entries of the map with ','; put texts that hold braces, brackets or commas in quotes."),
    Phrase(
      problem: "found unexpected end of stream", context: "quoted scalar", message: "A quoted text is not closed.",
      advice: "Close it with the quote that it began with.", isAtOpening: true, isAboutForm: false),
    Phrase(
      problem: "found unexpected document indicator", message: "A quoted text is not closed.",
      advice: "Close it with the quote that it began with.", isAtOpening: true, isAboutForm: false),
    Phrase(
      problem: "found character that cannot start any token", message: "A value cannot begin with this character.",
      advice: "Put the text in quotes; indent with spaces, never with tabs."),
    Phrase(
      problem: "did not find expected alphabetic or numeric character", context: "alias",
      message: "'*' begins a YAML alias.", advice: "Put the text in quotes.", isAtOpening: true, isAboutForm: false,
      rule: .yamlAlias),
    Phrase(
      problem: "did not find expected alphabetic or numeric character", context: "anchor",
      message: "'&' begins a YAML anchor.", advice: "Put the text in quotes.", isAtOpening: true, isAboutForm: false,
      rule: .yamlAnchor),
    Phrase(
      problem: "found a tab character", message: "A tab stands where spaces indent.", advice: "Indent with spaces.",
      isAboutForm: false),
    Phrase(
      problem: "found unknown escape character", message: "A text in double quotes cannot hold this escape.",
      advice: "Write '\\\\' for a backslash, or use single quotes.", isAboutForm: false),
    Phrase(
      problem: "block sequence entries are not allowed", message: "A '-' is not expected here.",
      advice: "Begin a list on a line of its own, below its key."),
    Phrase(
      problem: "did not find expected '-' indicator", message: "This line does not fit the list above it.",
      advice: "Begin each item with '- ', at the same indentation."),
    Phrase(
      problem: "found undefined alias", message: "'*' begins a YAML alias, and nothing is called so.",
      advice: "Put the text in quotes.", isAboutForm: false, rule: .yamlAlias),
    Phrase(
      problem: "found another document", message: "A second document begins here.",
      advice: "Write one graph per file, without '---' between.", isAboutForm: false),
    Phrase(
      problem: "control characters are not allowed", message: "The file holds a control character here.",
      advice: "Take it out; write it as an escape in double quotes if it is meant.", isAboutForm: false),
    Phrase(
      problem: "Maximum nesting level", message: "The file is nested too deeply.", advice: "Write it flatter.", isAboutForm: false
    ),
  ]
}
