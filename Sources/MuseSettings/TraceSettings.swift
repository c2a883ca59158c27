/// Where turns can be followed from outside.
public struct TraceSettings: Hashable, Sendable {
  /// Of the collector; nil: nobody traces.
  public var endpoint: String?
  /// Of the traces that begin here: from 0 to 1.
  public var sample = 1.0

  public init() {}
}
