public import Logging
public import Tracing

/// What conversations run on. The composition root makes one; all conversations share it.
public struct ConversationResources: Sendable {
  public struct Limits: Hashable, Sendable {
    /// Messages that may wait while another of their thread has its turn.
    public var queue: Int
    /// For understanding one message.
    public var understanding: Duration
    /// After that no more reads begin, and the turn is undone; one whose write has begun goes on to its end.
    public var turn: Duration
    /// How long deliveries wait for the next turn, to be stored with it. A process that is killed meanwhile sends their replies once
    /// more, as missed ones.
    public var delivery: Duration

    public init(
      queue: Int = 20, understanding: Duration = .seconds(30), turn: Duration = .seconds(60), delivery: Duration = .zero
    ) {
      self.queue = queue
      self.understanding = understanding
      self.turn = turn
      self.delivery = delivery
    }
  }

  public var store: any CheckpointStore
  /// Forgets threads whose time is over; nil: none is forgotten.
  public var retention: (any ThreadRetention)?
  public var library: GraphLibrary
  public var performer: EffectPerformer
  /// Who takes over; nil: nobody.
  public var desk: HandoffDesk?
  public var time: any TimeSource
  public var entropy: Entropy
  public var limits: Limits
  /// Where spans of turns go; nil: nobody traces. Its errors and its pace are its own: no turn waits for it.
  public var tracer: (any Tracer)?
  public var logger: Logger

  public init(
    store: any CheckpointStore, retention: (any ThreadRetention)? = nil, library: GraphLibrary, performer: EffectPerformer,
    desk: HandoffDesk? = nil, time: any TimeSource = SystemTimeSource(), entropy: Entropy = .system, limits: Limits = Limits(),
    tracer: (any Tracer)? = nil, logger: Logger
  ) {
    self.store = store
    self.retention = retention
    self.library = library
    self.performer = performer
    self.desk = desk
    self.time = time
    self.entropy = entropy
    self.limits = limits
    self.tracer = tracer
    self.logger = logger
  }
}
