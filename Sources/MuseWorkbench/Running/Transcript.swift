import MuseDefinition
public import MuseInterpreter
import MuseRuntime

/// A conversation as text: one line per speaker, further lines of a reply indented.
///
/// ```
/// you  hi
/// bot  Shall I book, move or call off a meeting, or read you your agenda?
/// ```
public enum Transcript {
  static let column = 5

  /// Line ends are those of the reply; an empty text still has its line.
  public static func text(_ speaker: String, _ text: String) -> String {
    TranscriptLine.lines(speaker, text, column: column).map(\.text).joined(separator: "\n")
  }

  /// What was said, and what came of it.
  ///
  /// - Parameter sensitive: masks what its slots hold, and the words that were told for them.
  public static func text(of turn: RehearsedTurn, without sensitive: Sensitive? = nil) -> String {
    let occasion = turn.occasion
    let words = sensitive?.masked(occasion.words, moves: turn.moves) ?? occasion.words
    let said = occasion == .time ? [] : [text(occasion.speaker, words)]
    let answers = replies(of: turn)
    return (said + [sensitive?.masked(answers) ?? answers]).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// What came of a turn alone, with the buttons that may be pressed.
  public static func replies(of turn: RehearsedTurn) -> String {
    if let failure = turn.failure { return text("bot", failure.sentence) }
    return turn.replies.map { text(of: $0) }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  public static func text(of reply: Reply) -> String {
    let said = reply.text.isEmpty ? [] : [text(reply.speaker ?? "bot", reply.text)]
    let buttons = reply.buttons.isEmpty ? [] : [text("", reply.buttons.map { "[\($0.label)]" }.joined(separator: " "))]
    return (said + buttons).joined(separator: "\n")
  }

  /// The whole conversation, with what was expected (−) beside what was found (+), each with its place in the file.
  public static func text(of result: ScenarioResult) -> String {
    TranscriptDifference.lines(of: result).map(\.description).joined(separator: "\n")
  }
}

/// One line of a transcript.
public struct TranscriptLine: Hashable, Sendable, CustomStringConvertible {
  public enum Mark: String, Hashable, Sendable {
    /// As expected, or not looked at.
    case same = " "
    case expected = "-"
    case found = "+"
  }

  public var mark: Mark
  /// The speaker and the words.
  public var text: String
  /// Where it was expected; empty where that needs no saying.
  public var place: String

  public init(_ mark: Mark, _ text: String, place: String = "") {
    self.mark = mark
    self.text = text
    self.place = place
  }

  public var description: String {
    let line = "\(mark.rawValue) \(text)"
    if !place.isEmpty { return "\(line)    (\(place))" }
    return text.isEmpty ? "" : line
  }

  /// The first line has the label, the others are indented.
  static func lines(
    _ label: String, _ text: String, mark: Mark = .same, column: Int, place: String = ""
  ) -> [TranscriptLine] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.enumerated().map { index, line in
      let label = index == 0 ? label : ""
      let padding = String(repeating: " ", count: max(1, column - label.count))
      let place = index == lines.count - 1 ? place : ""
      return TranscriptLine(mark, line.isEmpty ? "" : "\(label)\(padding)\(line)", place: place)
    }
  }
}
