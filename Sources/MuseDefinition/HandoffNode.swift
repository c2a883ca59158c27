/// `handoff`: a person takes over. What is written is relayed and journalled, not understood, until it is given back.
public struct HandoffNode: Hashable, Sendable {
  /// Who is fetched, by the name that the server's settings know.
  public var queue: String
  /// How long somebody may take to come; nil: for ever.
  public var timeout: Duration?

  /// Where an author names none: nobody shall wait for ever for somebody who does not come.
  public static let usualTimeout: Duration = .seconds(600)

  public init(queue: String, timeout: Duration? = HandoffNode.usualTimeout) {
    self.queue = queue
    self.timeout = timeout
  }
}
