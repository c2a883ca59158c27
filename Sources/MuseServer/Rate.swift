/// How often something may happen: so many times in each period.
public struct Rate: Hashable, Sendable {
  public var count: Int
  public var period: Duration

  public init(_ count: Int, per period: Duration) {
    self.count = count
    self.period = period
  }
}
