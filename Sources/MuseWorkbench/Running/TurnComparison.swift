import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
public import MuseSource

/// What was expected, and what was found instead. Nil: nothing.
public struct Mismatch: Hashable, Sendable {
  public var location: SourceLocation
  /// `bot`, `at`, `slots`, `calls`, `ends`, `calendar`.
  public var subject: String
  public var expected: String?
  public var found: String?

  init(at location: SourceLocation, of subject: String, expected: String?, found: String?) {
    self.location = location
    self.subject = subject
    self.expected = expected
    self.found = found
  }
}

/// Compares what a scenario wrote of a turn with what came of it.
struct TurnComparison {
  let graph: ConversationGraph
  let zone: Zone
  let now: Instant

  func mismatches(between written: ScenarioTurn, and turn: RehearsedTurn) -> [Mismatch] {
    replies(written, turn) + calls(written, turn) + node(written, turn) + slots(written, turn) + ending(written, turn)
  }

  private func replies(_ written: ScenarioTurn, _ turn: RehearsedTurn) -> [Mismatch] {
    if let failure = turn.failure {
      return [Mismatch(at: written.user.location, of: "bot", expected: "a reply", found: failure.code)]
    }
    return written.replies.filter { !$0.value.matches(turn.text) }
      .map { Mismatch(at: $0.location, of: "bot", expected: $0.value.source, found: turn.text) }
  }

  private func node(_ written: ScenarioTurn, _ turn: RehearsedTurn) -> [Mismatch] {
    guard let node = written.node, node.value != turn.waitingNode else { return [] }
    return [
      Mismatch(
        at: node.location, of: "at", expected: node.value.rawValue, found: turn.waitingNode?.rawValue ?? "the run has ended")
    ]
  }

  private func ending(_ written: ScenarioTurn, _ turn: RehearsedTurn) -> [Mismatch] {
    guard let ending = written.ending, !turn.endings.contains(ending.value) else { return [] }
    return [Mismatch(at: ending.location, of: "ends", expected: ending.value, found: turn.endings.last)]
  }

  // MARK: Values

  private var matcher: ValueMatcher {
    ValueMatcher(
      formatter: ValueFormatter(now: now, zone: zone, locale: graph.locales.first ?? "en", objects: graph.objectTypes))
  }

  private func slots(_ written: ScenarioTurn, _ turn: RehearsedTurn) -> [Mismatch] {
    written.slots.compactMap { expectation in
      let value = value(of: expectation.value.slot, in: turn.state)
      guard !matcher.matches(expectation.value.value, value) else { return nil }
      let name = expectation.value.slot
      return Mismatch(
        at: expectation.location, of: "slots", expected: "\(name): \(expectation.value.value.description)",
        found: "\(name): \(matcher.text(value))")
    }
  }

  /// A default counts: it is what the graph reads.
  private func value(of slot: SlotID, in state: ThreadState?) -> Value? {
    if let value = state?.slots[slot]?.value ?? state?.facts[slot] { return value }
    switch graph.slot(slot)?.defaultValue {
    case .value(let value): return value
    case .today: return .date(zone.civil(now).date)
    case .now: return .timestamp(now)
    case nil: return nil
    }
  }

  // MARK: Calls

  /// The writes must be those listed, all of them and in order; the reads that are listed must have been made, in order.
  private func calls(_ written: ScenarioTurn, _ turn: RehearsedTurn) -> [Mismatch] {
    var mismatches: [Mismatch] = []
    var rest = turn.calls[...]
    for expectation in written.calls {
      let isFit = { (call: Call) in fits(call, expectation.value) }
      if let index = rest.firstIndex(where: { isFit($0) || $0.effect == .writes }), isFit(rest[index]) {
        rest = rest[(index + 1)...]
      } else {
        let found = rest.first { $0.tool == expectation.value.tool } ?? rest.first { $0.effect == .writes }
        mismatches.append(
          Mismatch(at: expectation.location, of: "calls", expected: text(expectation.value), found: found.map(text)))
        if let found, let index = rest.firstIndex(of: found) { rest = rest[(index + 1)...] }
      }
    }
    let unexpected = rest.filter { $0.effect == .writes }
    return mismatches
      + unexpected.map { Mismatch(at: written.user.location, of: "calls", expected: nil, found: text($0)) }
  }

  private func fits(_ call: Call, _ expectation: CallExpectation) -> Bool {
    call.tool == expectation.tool && expectation.arguments.allSatisfy { matcher.matches($0.value, call.arguments[$0.key]) }
  }

  private func text(_ expectation: CallExpectation) -> String {
    guard !expectation.arguments.isEmpty else { return expectation.tool.rawValue }
    return "\(expectation.tool): \(WrittenValue.fields(expectation.arguments).description)"
  }

  private func text(_ call: Call) -> String {
    let arguments = call.arguments.sorted { $0.key < $1.key }.map { "\($0.key): \(matcher.text($0.value))" }
    return "\(call.tool): {\(arguments.joined(separator: ", "))}"
  }
}

extension WrittenValue: CustomStringConvertible {
  /// In the manner of the file.
  public var description: String {
    switch self {
    case .text(let text): text
    case .list(let items): "[" + items.map(\.description).joined(separator: ", ") + "]"
    case .fields(let fields):
      "{" + fields.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.description)" }.joined(separator: ", ") + "}"
    case .unset: "unset"
    }
  }
}
