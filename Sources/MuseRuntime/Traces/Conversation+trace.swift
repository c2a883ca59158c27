import Logging
import MuseDefinition
import MuseInterpreter
import Tracing

/// What those see who watch a server: a trace and a line in the log for each turn.
extension Conversation {
  func beginTrace(_ occasion: Occasion) {
    turnNumber = ReplyID(rawValue: (thread?.state.turn.rawValue ?? 0) + 1)
    guard let tracer = resources.tracer else { return }
    turnTrace = TurnTrace(of: id, by: tracer, occasion.traceFields, cause: occasion.word)
  }

  /// A turn that a restart has cut off: nobody knows any more what its message brought along.
  func beginTraceOfResumedTurn(_ number: ReplyID) {
    turnNumber = number
    guard let tracer = resources.tracer else { return }
    turnTrace = TurnTrace(of: id, by: tracer, nil, cause: "restart")
  }

  /// Its deliveries, which come later, still belong to it.
  func endTrace(_ reception: Reception) {
    turnTrace?.end(
      [
        "musegraph.turn": .int64(Int64((reception.turn ?? turnNumber).rawValue)), "musegraph.graph": .string(graphText),
        "musegraph.outcome": .string(reception.word),
      ], failure: reception.failure)
    let level: Logger.Level = reception.failure == nil ? .debug : .info
    resources.logger.log(
      level, reception.failure == nil ? "A turn has ended" : "A turn has failed", in: turnTrace?.turn,
      [
        "thread": "\(id)", "turn": "\((reception.turn ?? turnNumber).rawValue)", "graph": "\(graphText)",
        "outcome": "\(reception.word)",
      ])
  }

  private var graphText: String { (thread?.graph.graph.name ?? graphChoice ?? defaultGraph).rawValue }

  /// The span of a call of the store; nil where nobody traces.
  func storeSpan(_ call: StaticString) -> OpenSpan? {
    turnTrace?.turn.child("store \(call)", kind: .client, ["musegraph.thread": .string(id.rawValue)])
  }

  /// Reading a thread comes before any turn: it hangs from what waits for it.
  func loadSpan() -> OpenSpan? {
    guard let tracer = resources.tracer else { return nil }
    let fields = queue.waiting.first?.ticket.occasion.traceFields
    return OpenSpan(
      "store load", in: fields?.context(by: tracer) ?? .topLevel, by: tracer, kind: .client,
      ["musegraph.thread": .string(id.rawValue)])
  }
}

extension Occasion {
  fileprivate var traceFields: TraceFields? {
    switch self {
    case .message(let message): message.trace
    case .timer, .event, .staff: nil
    }
  }

  fileprivate var word: String {
    switch self {
    case .message: "message"
    case .timer: "timer"
    case .event: "event"
    case .staff: "staff"
    }
  }
}

extension Reception {
  fileprivate var word: String {
    switch self {
    case .taken(_, repeated: true): "repeated"
    case .taken(nil, _): "silent"
    case .taken(.some, _): "reply"
    case .ignored: "ignored"
    case .failed(let failure): failure.code
    }
  }

  fileprivate var turn: ReplyID? {
    switch self {
    case .taken(let reply, _): reply?.id
    case .ignored, .failed: nil
    }
  }

  fileprivate var failure: TurnFailure? {
    switch self {
    case .failed(let failure): failure
    case .taken, .ignored: nil
    }
  }
}
