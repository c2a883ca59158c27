/// Finds out whether a silent peer is still there: a ping after a silent interval, and the end when nothing answers it.
///
/// A pure state machine, asked at each tick of a timer.
package struct KeepAlive: Hashable, Sendable {
  package enum Action: Hashable, Sendable {
    /// Something was heard: tick again after the interval.
    case wait
    /// Send a ping, and tick again at its deadline.
    case ping
    /// Nothing answered.
    case giveUp
  }

  private var wasHeard = true
  private var isAsked = false

  package init() {}

  /// Anything that comes from the peer shows that it lives.
  package mutating func hear() { wasHeard = true }

  package mutating func tick() -> Action {
    guard !wasHeard else {
      wasHeard = false
      isAsked = false
      return .wait
    }
    guard !isAsked else { return .giveUp }
    isAsked = true
    return .ping
  }
}
