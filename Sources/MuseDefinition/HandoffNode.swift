/// `handoff`: a person takes over. What is written is relayed and journalled, not understood, until it is given back.
public struct HandoffNode: Hashable, Sendable {
  /// Who is fetched, by the name that the server's settings know.
  public var queue: String
  /// How long somebody may take to come; nil: for ever.
  public var timeout: Duration?

  public init(queue: String, timeout: Duration? = nil) {
    self.queue = queue
    self.timeout = timeout
  }
}
