import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
import MuseSource

/// Compares what a scenario wrote of a turn with what came of it.
struct TurnComparison {
  let written: ScenarioTurn
  let turn: RehearsedTurn
  let actual: ActualTurn
  private let reading: TurnReading
  private let matcher: ValueMatcher

  init(_ written: ScenarioTurn, _ turn: RehearsedTurn, by reading: TurnReading) {
    self.written = written
    self.turn = turn
    self.reading = reading
    matcher = reading.matcher
    actual = reading.actual(turn)
  }

  var mismatches: [Mismatch] {
    obstacles + replies + buttons + calls + node + waits + slots + ending + troubles
  }

  private var place: SourceLocation { written.occasion.location }

  private var obstacles: [Mismatch] {
    turn.obstacle.map { [Mismatch(at: place, of: .stage, expected: nil, found: $0)] } ?? []
  }

  private var replies: [Mismatch] {
    if let failure = turn.failure { return [Mismatch(at: place, of: .bot, expected: "a reply", found: failure.code)] }
    return written.replies.filter { !$0.value.matches(turn.text) }
      .map { Mismatch(at: $0.location, of: .bot, expected: $0.value.source, found: turn.text) }
  }

  private var buttons: [Mismatch] {
    guard let expected = written.buttons, expected.value != actual.buttons else { return [] }
    return [
      Mismatch(
        at: expected.location, of: .buttons, expected: expected.value.joined(separator: " | "),
        found: actual.buttons.isEmpty ? nil : actual.buttons.joined(separator: " | "))
    ]
  }

  private var node: [Mismatch] {
    guard let node = written.node, node.value != actual.node else { return [] }
    return [
      Mismatch(at: node.location, of: .at, expected: node.value.rawValue, found: actual.node?.rawValue ?? "the run has ended")
    ]
  }

  private var waits: [Mismatch] {
    let found = actual.waitsFor.isEmpty ? "nothing" : actual.waitsFor.joined(separator: ", ")
    return written.waitsFor.filter { !actual.waitsFor.contains($0.value) }
      .map { Mismatch(at: $0.location, of: .waitsFor, expected: $0.value, found: found) }
  }

  private var ending: [Mismatch] {
    guard let ending = written.ending, !turn.endings.contains(ending.value) else { return [] }
    return [Mismatch(at: ending.location, of: .ends, expected: ending.value, found: turn.endings.last)]
  }

  private var troubles: [Mismatch] {
    turn.troubles.map { Mismatch(at: place, of: .trouble, expected: nil, found: $0) }
  }

  private var slots: [Mismatch] {
    written.slots.compactMap { expectation in
      let value = reading.value(of: expectation.value.slot, in: turn.state)
      guard !matcher.matches(expectation.value.value, value) else { return nil }
      let name = expectation.value.slot
      return Mismatch(
        at: expectation.location, of: .slots, expected: "\(name): \(expectation.value.value)",
        found: "\(name): \(matcher.written(value))")
    }
  }

  // MARK: Calls

  /// The writes must be those listed, all of them and in order; the reads that are listed must have been made, in order.
  private var calls: [Mismatch] {
    var mismatches: [Mismatch] = []
    var rest = turn.calls[...]
    for expectation in written.calls {
      let isFit = { (call: Call) in fits(call, expectation.value) }
      if let index = rest.firstIndex(where: { isFit($0) || $0.effect == .writes }), isFit(rest[index]) {
        rest = rest[(index + 1)...]
      } else {
        let found = rest.first { $0.tool == expectation.value.tool } ?? rest.first { $0.effect == .writes }
        mismatches.append(
          Mismatch(at: expectation.location, of: .calls, expected: text(expectation.value), found: found.map(text)))
        if let found, let index = rest.firstIndex(of: found) { rest = rest[(index + 1)...] }
      }
    }
    let unexpected = rest.filter { $0.effect == .writes }
    return mismatches + unexpected.map { Mismatch(at: place, of: .calls, expected: nil, found: text($0)) }
  }

  private func fits(_ call: Call, _ expectation: CallExpectation) -> Bool {
    call.tool == expectation.tool && expectation.arguments.allSatisfy { matcher.matches($0.value, call.arguments[$0.key]) }
  }

  private func text(_ expectation: CallExpectation) -> String {
    guard !expectation.arguments.isEmpty else { return expectation.tool.rawValue }
    return "\(expectation.tool): \(WrittenValue.fields(expectation.arguments))"
  }

  private func text(_ call: Call) -> String { reading.written(call).text }
}
