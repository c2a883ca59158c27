/// What holds at every wait of a graph.
public struct Policy: Sendable {
  /// What happens to a message that comes while a turn runs.
  public enum OnBusy: String, Hashable, Sendable, CaseIterable {
    case queue, reject, interrupt
  }

  /// Where *cancel* leads; nil: cancel is answered as not possible here.
  public var cancel: NodeID?
  public var digress: [IntentID: NodeID]
  /// At every wait that names no other; empty: silence is not noticed.
  public var silence: [SilenceStep]
  public var onBusy: OnBusy
  /// How long messages are gathered before a turn begins, where the client can bear it; nil: not at all.
  public var gather: Duration?
  public var limits: Limits
  public var keep: Keep

  public struct Limits: Hashable, Sendable {
    public var stepsPerTurn: Int
    public var modelCallsPerTurn: Int
    public init(stepsPerTurn: Int = 50, modelCallsPerTurn: Int = 10) {
      self.stepsPerTurn = stepsPerTurn
      self.modelCallsPerTurn = modelCallsPerTurn
    }
  }

  public struct Keep: Hashable, Sendable {
    public var days: Int
    public var checkpoints: Int
    public init(days: Int = 30, checkpoints: Int = 20) {
      self.days = days
      self.checkpoints = checkpoints
    }
  }

  public init(
    cancel: NodeID? = nil, digress: [IntentID: NodeID] = [:], silence: [SilenceStep] = [], onBusy: OnBusy = .queue,
    gather: Duration? = nil, limits: Limits = Limits(), keep: Keep = Keep()
  ) {
    self.cancel = cancel
    self.digress = digress
    self.silence = silence
    self.onBusy = onBusy
    self.gather = gather
    self.limits = limits
    self.keep = keep
  }
}
