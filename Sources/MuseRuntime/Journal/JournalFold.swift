import MuseDefinition
import MuseExpression
import MuseInterpreter

/// Computes a thread again from its records, and holds each segment against what was recorded.
struct JournalFold {
  private let graphs: [Fingerprint: Interpreter]
  private let thread: ThreadID
  private(set) var state: ThreadState?
  /// The newest segment.
  private(set) var segment: Int
  /// How many entries the thread's history has, as far as it was counted.
  private(set) var history: Int
  /// The turn at hand; nil between turns.
  private(set) var turn: TurnContext?
  private var interpreter: Interpreter?
  private var effects: [Effect] = []

  /// - Parameter checkpoint: where to go on from; nil: the journal is read from its first record.
  init(_ thread: ThreadID, from checkpoint: Checkpoint?, graphs: [Fingerprint: Interpreter]) {
    self.thread = thread
    self.graphs = graphs
    self.state = checkpoint?.state
    self.segment = checkpoint?.segment ?? 0
    self.history = checkpoint?.history ?? 0
    self.turn = checkpoint?.turn
    self.interpreter = checkpoint.flatMap { graphs[$0.state.graph] }
  }

  /// The first difference ends it: what comes after means nothing.
  mutating func apply(_ entry: JournalEntry) -> ReplayDifference? {
    switch entry.record {
    case .began(let began): return begin(began, entry.number)
    case .heard(let message): return begin(with: .message(message), entry.number)
    case .result(let call, let result):
      guard state?.pendingWork.contains(where: { $0.id == call }) == true else {
        return difference(entry.number, .order, "a result of call \(call.rawValue)", pendingText)
      }
      return advance(with: .result(call, result), entry.number)
    case .segment(let recorded): return compare(recorded, entry.number)
    case .delivered(let reply, let at): return deliver(reply, at: at, entry.number)
    case .timer(let firing): return begin(with: .timer(firing), entry.number)
    case .event(let event): return begin(with: .event(event), entry.number)
    case .staff(let action): return begin(with: .staff(action), entry.number)
    }
  }

  private mutating func begin(_ began: JournalRecord.Began, _ number: Int) -> ReplayDifference? {
    guard let interpreter = graphs[began.fingerprint] else {
      return difference(number, .graph, began.fingerprint.rawValue, "no such graph")
    }
    self.interpreter = interpreter
    state = interpreter.start(counting: began.counters)
    segment = began.counters.segment
    return nil
  }

  /// A delivery means the same in every graph, and is heard even where the graph of an ended run is lost.
  private mutating func deliver(_ reply: ReplyID, at now: Instant, _ number: Int) -> ReplayDifference? {
    interpreter = interpreter ?? graphs.values.first
    if interpreter == nil, let delivered = state?.delivered {
      state?.delivered = max(delivered, reply)
      return nil
    }
    return advance(with: .delivered(reply, at: now), number)
  }

  private mutating func begin(with input: Input, _ number: Int) -> ReplayDifference? {
    let difference = advance(with: input, number)
    if let state { turn = TurnContext(of: input, in: state, thread: thread) }
    return difference
  }

  private mutating func advance(with input: Input, _ number: Int) -> ReplayDifference? {
    guard let interpreter, var advanced = state else {
      return difference(number, .order, "an input", "the thread has not begun, or its graph is lost")
    }
    effects += interpreter.advance(&advanced, with: input)
    state = advanced
    return nil
  }

  private mutating func compare(_ recorded: JournalRecord.Segment, _ number: Int) -> ReplayDifference? {
    guard let state else { return difference(number, .order, "a segment", "the thread has not begun") }
    segment += 1
    history = recorded.history ?? history
    defer { effects = [] }
    if !state.isWorking { turn = nil }
    if let meaning = recorded.otherMeaning { return difference(number, .meaning, "\(meaning)", "\(Interpreter.meaning)") }
    guard recorded.number == segment else { return difference(number, .segment, "\(recorded.number)", "\(segment)") }
    guard recorded.turn == state.turn else {
      return difference(number, .turn, "\(recorded.turn.rawValue)", "\(state.turn.rawValue)")
    }
    for index in 0..<max(recorded.effects.count, effects.count) {
      let (old, new) = (recorded.effects.at(index), effects.at(index))
      if old != new { return difference(number, .effect(index + 1), text(old), text(new)) }
    }
    // A state that cannot be encoded has no digest, and so differs from every recorded one.
    let digest = (try? state.digest()) ?? "not encodable"
    return digest == recorded.state ? nil : difference(number, .state, recorded.state, digest)
  }

  private func difference(
    _ number: Int, _ aspect: ReplayDifference.Aspect, _ recorded: String, _ computed: String
  ) -> ReplayDifference {
    ReplayDifference(record: number, aspect: aspect, recorded: recorded, computed: computed)
  }

  private var pendingText: String {
    guard let pending = state?.pendingWork, !pending.isEmpty else { return "nothing is at work" }
    return pending.map { "\($0.id.rawValue)" }.joined(separator: ", ") + " at work"
  }

  private func text(_ effect: Effect?) -> String {
    guard let effect else { return "nothing" }
    // Only for people to read; the comparison is done.
    return (try? CanonicalJSON.text(of: effect)) ?? "\(effect)"
  }
}

extension Array {
  fileprivate func at(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

extension JournalRecord.Segment {
  /// The meaning that it was computed by, where this build's is another.
  var otherMeaning: Int? {
    let meaning = meaning ?? 1
    return meaning == Interpreter.meaning ? nil : meaning
  }
}

extension JournalRecord {
  /// The graph that a `began` names.
  var fingerprint: Fingerprint? {
    guard case .began(let began) = self else { return nil }
    return began.fingerprint
  }

  var delivery: ReplyID? {
    guard case .delivered(let reply, _) = self else { return nil }
    return reply
  }
}
