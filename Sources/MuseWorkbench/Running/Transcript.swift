import MuseSource

/// A conversation as text: one line per speaker, further lines of a reply indented.
///
/// ```
/// you  hi
/// bot  Shall I book, move or call off a meeting, or read you your agenda?
/// ```
public enum Transcript {
  private static let column = 5

  /// Line ends are those of the reply; an empty text still has its line.
  public static func text(_ speaker: String, _ text: String, marked mark: String = "") -> String {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.enumerated().map { index, line in
      let label = index == 0 ? speaker : ""
      let padding = String(repeating: " ", count: max(1, column - label.count))
      return line.isEmpty ? "" : "\(mark)\(label)\(padding)\(line)"
    }.joined(separator: "\n")
  }

  public static func text(of turn: RehearsedTurn) -> String { text("you", turn.line) + "\n" + text("bot", turn.text) }

  /// The whole conversation, with what was expected (−) beside what was found (+), each with its place in the file.
  public static func text(of result: ScenarioResult) -> String {
    var lines: [String] = []
    for turn in result.turns {
      if let rehearsed = turn.turn {
        lines.append(text("you", rehearsed.line, marked: "  "))
        let isWrongReply = turn.mismatches.contains { $0.subject == "bot" }
        if !isWrongReply { lines.append(text("bot", rehearsed.text, marked: "  ")) }
      }
      lines += difference(turn.mismatches)
    }
    return (lines + difference(result.mismatchesAfter)).joined(separator: "\n")
  }

  private static func difference(_ mismatches: [Mismatch]) -> [String] {
    mismatches.flatMap { mismatch -> [String] in
      let place = "    (\(mismatch.location.file):\(mismatch.location.range.start.line))"
      let expected = mismatch.expected.map { text(mismatch.subject, $0, marked: "- ") + place }
      let found = mismatch.found.map { text(mismatch.subject, $0, marked: "+ ") + (mismatch.expected == nil ? place : "") }
      return [expected, found].compactMap { $0 }
    }
  }
}
