import MuseDefinition
import MuseInterpreter
import MuseSource

/// The transcript of a scenario: what came as expected, and what was expected beside what was found instead.
public struct TranscriptDifference {
  private static let column = 10

  public static func lines(of result: ScenarioResult) -> [TranscriptLine] {
    result.turns.flatMap { TranscriptDifference(turn: $0).lines }
      + result.mismatchesAfter.flatMap { lines(of: $0) }
  }

  private let turn: ScenarioResult.Turn

  private var lines: [TranscriptLine] {
    occasion
      + Mismatch.Subject.inOrder.flatMap { subject -> [TranscriptLine] in
        let mismatches = turn.mismatches.filter { $0.subject == subject }
        if subject == .bot { return replies(mismatches) }
        return held(subject).map { Self.line(subject, $0) } + mismatches.flatMap { Self.lines(of: $0) }
      }
  }

  private var occasion: [TranscriptLine] {
    guard let written = turn.written else { return [] }
    let later = written.later.map { Self.text("later", $0.value.written) } ?? []
    guard written.occasion.value != .time else { return later }
    return later + Self.text(written.occasion.value.speaker, written.occasion.value.words)
  }

  // MARK: Replies

  private func replies(_ mismatches: [Mismatch]) -> [TranscriptLine] {
    guard let rehearsed = turn.turn else { return mismatches.flatMap { Self.lines(of: $0) } }
    if rehearsed.failure == nil, mismatches.isEmpty {
      return rehearsed.replies.filter { !$0.text.isEmpty }.flatMap { Self.text($0.speaker ?? "bot", $0.text) }
    }
    if mismatches.count == 1, let only = mismatches.first, let compared = compared(only) { return compared }
    let expected = mismatches.flatMap { Self.lines("bot", $0.expected, .expected, place: Self.place(of: $0)) }
    return expected + Self.lines("bot", mismatches.first?.found, .found)
  }

  /// Line by line, where a text of several lines was expected as it stands.
  private func compared(_ mismatch: Mismatch) -> [TranscriptLine]? {
    guard let expected = mismatch.expected, let found = mismatch.found, expected.contains("\n"),
      ReplyPattern(expected).isLiteral
    else { return nil }
    let (old, new) = (Self.split(expected), Self.split(found))
    let difference = new.difference(from: old)
    let gone = Set(difference.removals.map(\.place))
    let come = Set(difference.insertions.map(\.place))
    var lines: [TranscriptLine] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if gone.contains(left) {
        lines += Self.lines(lines.isEmpty ? "bot" : "", old[left], .expected)
        left += 1
      } else if come.contains(right) {
        lines += Self.lines(lines.isEmpty ? "bot" : "", new[right], .found)
        right += 1
      } else {
        lines += Self.text(lines.isEmpty ? "bot" : "", old[left])
        (left, right) = (left + 1, right + 1)
      }
    }
    if let last = lines.lastIndex(where: { $0.mark == .expected }) { lines[last].place = Self.place(of: mismatch) }
    return lines
  }

  private static func split(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
  }

  // MARK: All else

  /// What the scenario says of it and was found so.
  private func held(_ subject: Mismatch.Subject) -> [String] {
    guard let written = turn.written else { return [] }
    let wrong = Set(turn.mismatches.filter { $0.subject == subject }.map(\.location))
    func right<Value>(_ expectations: [Located<Value>]) -> [Value] {
      expectations.filter { !wrong.contains($0.location) }.map(\.value)
    }
    return switch subject {
    case .calls:
      right(written.calls).map { call in
        call.arguments.isEmpty ? call.tool.rawValue : "\(call.tool): \(WrittenValue.fields(call.arguments))"
      }
    case .buttons: right(written.buttons.map { [$0] } ?? []).map { $0.joined(separator: " | ") }
    case .at: right(written.node.map { [$0] } ?? []).map(\.rawValue)
    case .waitsFor: right(written.waitsFor)
    case .slots: right(written.slots).map { "\($0.slot): \($0.value)" }
    case .ends: right(written.ending.map { [$0] } ?? [])
    case .bot, .tools, .model, .trouble, .calendar, .stage: []
    }
  }

  private static func lines(of mismatch: Mismatch) -> [TranscriptLine] {
    let place = place(of: mismatch)
    return lines(mismatch.subject.rawValue, mismatch.expected, .expected, place: place)
      + lines(mismatch.subject.rawValue, mismatch.found, .found, place: mismatch.expected == nil ? place : "")
  }

  private static func lines(
    _ label: String, _ text: String?, _ mark: TranscriptLine.Mark, place: String = ""
  ) -> [TranscriptLine] {
    guard let text else { return [] }
    return TranscriptLine.lines(label, text, mark: mark, column: column, place: place)
  }

  private static func text(_ label: String, _ text: String) -> [TranscriptLine] {
    TranscriptLine.lines(label, text, column: column)
  }

  private static func line(_ subject: Mismatch.Subject, _ text: String) -> TranscriptLine {
    TranscriptLine(.same, subject.rawValue.padded(to: column) + text)
  }

  private static func place(of mismatch: Mismatch) -> String {
    "\(mismatch.location.file):\(mismatch.location.range.start.line)"
  }
}

extension Mismatch.Subject {
  /// As things come to pass in a turn.
  fileprivate static let inOrder: [Mismatch.Subject] = [
    .stage, .tools, .model, .calls, .bot, .buttons, .at, .waitsFor, .slots, .ends, .trouble, .calendar,
  ]
}

extension CollectionDifference.Change {
  fileprivate var place: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}

extension String {
  fileprivate func padded(to column: Int) -> String { self + String(repeating: " ", count: max(1, column - count)) }
}
