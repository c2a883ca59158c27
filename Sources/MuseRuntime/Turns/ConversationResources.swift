public import Logging

/// What conversations run on. The composition root makes one; all conversations share it.
public struct ConversationResources: Sendable {
  public struct Limits: Hashable, Sendable {
    /// Messages that may wait while another of their thread has its turn.
    public var queue: Int
    /// For understanding one message.
    public var understanding: Duration

    public init(queue: Int = 20, understanding: Duration = .seconds(30)) {
      self.queue = queue
      self.understanding = understanding
    }
  }

  public var store: any CheckpointStore
  public var library: GraphLibrary
  public var performer: EffectPerformer
  public var time: any TimeSource
  public var entropy: Entropy
  public var limits: Limits
  public var logger: Logger

  public init(
    store: any CheckpointStore, library: GraphLibrary, performer: EffectPerformer, time: any TimeSource = SystemTimeSource(),
    entropy: Entropy = .system, limits: Limits = Limits(), logger: Logger
  ) {
    self.store = store
    self.library = library
    self.performer = performer
    self.time = time
    self.entropy = entropy
    self.limits = limits
    self.logger = logger
  }
}
