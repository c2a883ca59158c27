import MuseCompiler
import MuseDefinition
public import MuseSource

/// Writes what happened into the file that had expected something else. Comments and the layout of the rest stay.
///
/// Of a line that expects something only what differs is changed. Lines at the end that expect nothing are a draft: they get what
/// came of them.
public enum ScenarioRecording {
  /// The new text of the file; nil where nothing is to be written.
  ///
  /// - Parameter results: of the scenarios in it: one, or some of a graph's `talks`.
  public static func text(of file: SourceFile, recording results: [ScenarioResult]) -> String? {
    guard let root = FormChecker.tree(of: file) else { return nil }
    let all = results.flatMap { edits(for: $0, in: root, of: file) }
    return all.isEmpty ? nil : TextEdit.apply(all, to: file)
  }

  private static func edits(for result: ScenarioResult, in root: YAMLNode, of file: SourceFile) -> [TextEdit] {
    guard let body = body(of: result.scenario, in: root), result.findings.isEmpty else { return [] }
    let lines = body.sequence ?? body["talk"]?.sequence ?? []
    let draft = (result.turns.lastIndex { $0.written?.expectsNothing == false } ?? -1) + 1
    let turns = zip(lines, result.turns).enumerated().flatMap { index, pair in
      edits(for: pair.1, in: pair.0, of: file, isDraft: index >= draft)
    }
    guard !result.mismatchesAfter.isEmpty else { return turns }
    let layout = RecordLayout(body, order: ScenarioForm.body.map(\.name), in: file)
    return turns + layout.edits(setting: [("calendar_after", .items(result.calendarAfter))])
  }

  private static func body(of scenario: Scenario, in root: YAMLNode) -> YAMLNode? {
    scenario.talk.map { root["talks"]?[$0] } ?? root
  }

  private static func edits(
    for turn: ScenarioResult.Turn, in line: YAMLNode, of file: SourceFile, isDraft: Bool
  ) -> [TextEdit] {
    guard let written = turn.written, let actual = turn.actual, turn.turn?.failure == nil else { return [] }
    let layout = RecordLayout(line, order: ScenarioForm.turn.map(\.name), in: file)
    var wrong = Set(turn.mismatches.map(\.subject))
    var edits = line["slots"].map { slotEdits(for: turn, in: $0, of: file) } ?? []
    let patterns = patternEdits(for: turn, in: line["bot"]?.sequence ?? [], saying: actual.reply)
    if let patterns {
      wrong.remove(.bot)
      edits += patterns
    }
    return edits + layout.edits(setting: TurnRecord(written: written, actual: actual, wrong: wrong, isDraft: isDraft).values)
  }

  /// Of several patterns those that fit stay as they are written; nil where none does.
  private static func patternEdits(for turn: ScenarioResult.Turn, in patterns: [YAMLNode], saying reply: String) -> [TextEdit]? {
    let wrong = Set(turn.mismatches.filter { $0.subject == .bot }.map(\.location))
    guard !wrong.isEmpty, patterns.contains(where: { !wrong.contains($0.location) }) else { return nil }
    return patterns.filter { wrong.contains($0.location) }
      .map { TextEdit(range: $0.location.range, text: ReplyPattern.literal(reply).quotedForYAML) }
  }

  /// Those that are right stay as they are written.
  private static func slotEdits(for turn: ScenarioResult.Turn, in map: YAMLNode, of file: SourceFile) -> [TextEdit] {
    let wrong = Set(turn.mismatches.filter { $0.subject == .slots }.map(\.location))
    let entries = (map.mapping ?? []).filter { wrong.contains($0.key.location) }
    let layout = RecordLayout(map, order: entries.map(\.key.value), in: file)
    return layout.edits(
      setting: entries.map { entry in
        let value = turn.actual?.slots.first { $0.key.rawValue == entry.key.value }?.value ?? .unset
        return (entry.key.value, .inline(value.yaml))
      })
  }
}

/// What recording sets in one line of a talk.
private struct TurnRecord {
  let written: ScenarioTurn
  let actual: ActualTurn
  let wrong: Set<Mismatch.Subject>
  let isDraft: Bool

  var values: [(key: String, value: RecordedValue)] {
    isDraft ? everything : Mismatch.Subject.allCases.filter(wrong.contains).flatMap { value(of: $0) }
  }

  private var everything: [(key: String, value: RecordedValue)] {
    let writes = actual.calls.filter(\.isWrite)
    return (writes.isEmpty ? [] : value(of: .calls)) + (actual.reply.isEmpty ? [] : value(of: .bot))
      + (actual.node == nil ? value(of: .ends) : value(of: .at))
  }

  private func value(of subject: Mismatch.Subject) -> [(key: String, value: RecordedValue)] {
    switch subject {
    case .bot: [("bot", .inline(ReplyPattern.literal(actual.reply).quotedForYAML))]
    case .buttons: [("buttons", .inline(WrittenValue.list(actual.buttons.map(WrittenValue.text)).yaml))]
    case .at: [("at", actual.node.map { .inline(WrittenWord.yaml($0.rawValue)) } ?? .nothing)] + endIfEnded
    case .waitsFor: [("waits_for", waitsFor)]
    case .calls: [("calls", calls.isEmpty ? .nothing : .items(calls))]
    case .ends: [("ends", actual.ending.map { .inline(WrittenWord.yaml($0)) } ?? .nothing)]
    // Slots are set one by one; the others are nothing that a scenario could expect.
    case .slots, .tools, .model, .trouble, .calendar, .stage: []
    }
  }

  private var waitsFor: RecordedValue {
    guard !actual.waitsFor.isEmpty else { return .nothing }
    return .inline("[\(actual.waitsFor.map(WrittenWord.yaml).joined(separator: ", "))]")
  }

  /// The run has ended where a node was to wait.
  private var endIfEnded: [(key: String, value: RecordedValue)] {
    actual.node == nil && written.ending == nil ? value(of: .ends) : []
  }

  /// Every write, and the reads that are listed; those that fit a listed call as it is written.
  private var calls: [String] {
    var listed = written.calls.map(\.value)
    return actual.calls.compactMap { call in
      let index = listed.firstIndex { $0.tool == call.tool }
      guard call.isWrite || index != nil else { return nil }
      guard let index else { return call.yaml(listing: call.arguments) }
      let expectation = listed.remove(at: index)
      let names = expectation.arguments.keys
      let same = names.allSatisfy { expectation.arguments[$0] == call.arguments[$0] }
      let arguments = call.arguments.filter { names.contains($0.key) }
      return call.yaml(listing: same ? expectation.arguments : arguments)
    }
  }
}
