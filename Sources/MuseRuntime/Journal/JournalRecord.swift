public import MuseDefinition
public import MuseExpression
public import MuseInterpreter

/// One record of a thread's journal. From the records alone the thread can be computed again, byte for byte.
///
/// A turn is `heard`, the results of its calls in order, and a `segment` at each write and at its end. What the journal has is in
/// the order in which the interpreter got it.
public enum JournalRecord: Hashable, Sendable {
  /// The thread goes by this graph from here on.
  case began(Began)
  case heard(Message)
  case result(EffectID, CallResult)
  case segment(Segment)
  case delivered(ReplyID, at: Instant)
  case timer(TimerFiring)
  case event(OutsideEvent)
  case staff(StaffAction)

  public struct Began: Hashable, Sendable, Codable {
    public var graph: GraphName
    public var fingerprint: Fingerprint
    /// The graph's zone and first locale, for readers of the journal.
    public var zone: String
    public var locale: LocaleID
    public var counters: Counters

    public init(graph: GraphName, fingerprint: Fingerprint, zone: String, locale: LocaleID, counters: Counters) {
      self.graph = graph
      self.fingerprint = fingerprint
      self.zone = zone
      self.locale = locale
      self.counters = counters
    }
  }

  /// What was computed from the records since the last segment.
  public struct Segment: Hashable, Sendable, Codable {
    /// Counted in the thread from 1.
    public var number: Int
    public var turn: ReplyID
    public var effects: [Effect]
    /// The SHA-256 of the encoded state.
    public var state: String
    /// `Interpreter.meaning` of the build that computed it; nil in journals of builds that had none, which were of meaning 1.
    public var meaning: Int?
    /// How many entries the thread's history has with it; nil in journals of builds that did not count them.
    public var history: Int?

    public init(
      number: Int, turn: ReplyID, effects: [Effect], state: String, meaning: Int? = Interpreter.meaning, history: Int? = nil
    ) {
      self.meaning = meaning
      self.history = history
      self.number = number
      self.turn = turn
      self.effects = effects
      self.state = state
    }
  }
}

extension JournalRecord {
  init(_ input: Input) {
    switch input {
    case .message(let message): self = .heard(message)
    case .result(let id, let result): self = .result(id, result)
    case .delivered(let reply, let at): self = .delivered(reply, at: at)
    case .timer(let firing): self = .timer(firing)
    case .event(let event): self = .event(event)
    case .staff(let action): self = .staff(action)
    }
  }

  /// What the interpreter got; nil for what was computed.
  package var input: Input? {
    switch self {
    case .heard(let message): .message(message)
    case .result(let id, let result): .result(id, result)
    case .delivered(let reply, let at): .delivered(reply, at: at)
    case .timer(let firing): .timer(firing)
    case .event(let event): .event(event)
    case .staff(let action): .staff(action)
    case .began, .segment: nil
    }
  }
}

/// What goes on in a thread over all its graphs: what is counted, so that no id is ever given twice, and what the client named.
public struct Counters: Hashable, Sendable, Codable {
  public var run: Int
  public var turn: ReplyID
  public var delivered: ReplyID
  public var effects: Int
  public var segment: Int
  /// Nil in journals of builds that had none.
  public var timers: Int?
  public var zone: String?
  public var locale: LocaleID?

  init(of state: ThreadState, segment: Int) {
    self.init(run: state.run, turn: state.turn, delivered: state.delivered, effects: state.effects, segment: segment)
    timers = state.timers == 0 ? nil : state.timers
    zone = state.zone
    locale = state.locale
  }

  /// For a thread whose state is lost: each reply, call and segment has left a record, so that no count can be above theirs.
  init(beyondRecord record: Int) {
    let reply = ReplyID(rawValue: record)
    self.init(run: 0, turn: reply, delivered: reply, effects: record, segment: record)
    timers = record
  }

  private init(run: Int, turn: ReplyID, delivered: ReplyID, effects: Int, segment: Int) {
    self.run = run
    self.turn = turn
    self.delivered = delivered
    self.effects = effects
    self.segment = segment
  }
}

extension Interpreter {
  /// A thread before the first message of a run, that goes on counting where it stood.
  func start(counting counters: Counters) -> ThreadState {
    var state = start()
    state.run = counters.run
    state.turn = counters.turn
    state.delivered = counters.delivered
    state.effects = counters.effects
    state.timers = counters.timers ?? 0
    state.zone = counters.zone
    state.locale = counters.locale
    return state
  }
}

/// A record and its place in the journal.
public struct JournalEntry: Hashable, Sendable, Codable {
  /// Counted in the thread from 1.
  public var number: Int
  public var record: JournalRecord

  public init(number: Int, record: JournalRecord) {
    self.number = number
    self.record = record
  }
}
