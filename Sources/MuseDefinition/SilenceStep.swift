/// What happens when a person is silent after a question was delivered. A list of them goes on from one to the next.
public struct SilenceStep: Sendable {
  /// Since the delivery, or since the step before.
  public var after: Duration
  public var say: SpokenText?
  /// Leaves the wait; nil: it goes on.
  public var target: NodeID?

  public init(after: Duration, say: SpokenText?, target: NodeID?) {
    self.after = after
    self.say = say
    self.target = target
  }
}
