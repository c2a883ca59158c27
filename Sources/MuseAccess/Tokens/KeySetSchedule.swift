import MuseExpression

/// When a key set that lives behind an address is fetched again. A pure value: `KeySetSource` does what it says.
///
/// * Fresh keys are used. They stay fresh for as long as the answer said, within `freshest`.
/// * A token that names an unknown key is a reason to fetch before that, but not more often than every `pause`: nobody can make the
///   server hammer its issuer by sending made-up names.
/// * While the address gives nothing, the last keys count for `stale`; then none does.
public struct KeySetSchedule: Hashable, Sendable {
  public struct Limits: Hashable, Sendable {
    /// How long keys count as fresh, whatever the answer said.
    public var freshest: ClosedRange<Duration> = .seconds(60) ... .seconds(3600)
    /// How long they count as fresh where the answer said nothing.
    public var usual = Duration.seconds(600)
    /// The least time between two requests.
    public var pause = Duration.seconds(30)
    /// How long old keys are used when no new ones can be had, counted from the last answer.
    public var stale = Duration.seconds(24 * 3600)

    public init() {}
  }

  enum Step: Hashable {
    /// Go by the keys that are here.
    case use
    /// Fetch first; then go by what is here.
    case fetch
    /// There are no keys, or they are too old, and it is too early to ask again.
    case giveUp
  }

  private let limits: Limits
  private var answer: Answer?
  private var asked: Instant?

  private struct Answer: Hashable {
    var came: Instant
    var isFreshUntil: Instant
  }

  public init(limits: Limits = Limits()) { self.limits = limits }

  /// - Parameter isKnown: the key that is wanted is among those that are here.
  func step(isKnown: Bool, at now: Instant) -> Step {
    let isFresh = answer.map { $0.came <= now && now < $0.isFreshUntil } ?? false
    if isFresh && isKnown { return .use }
    if mayAsk(at: now) { return .fetch }
    return areUsable(at: now) ? .use : .giveUp
  }

  /// Whether the keys that are here still count, when a request has failed.
  func areUsable(at now: Instant) -> Bool {
    guard let answer else { return false }
    return passed(since: answer.came, at: now) < limits.stale
  }

  mutating func noteRequest(at now: Instant) { asked = now }

  /// - Parameter maxAge: as the answer has it (`Cache-Control: max-age`).
  mutating func noteAnswer(at now: Instant, maxAge: Duration?) {
    let age = min(max(maxAge ?? limits.usual, limits.freshest.lowerBound), limits.freshest.upperBound)
    answer = Answer(came: now, isFreshUntil: now.adding(age) ?? now)
  }

  private func mayAsk(at now: Instant) -> Bool {
    guard let asked else { return true }
    // A clock that was set back must not keep us waiting.
    return asked > now || passed(since: asked, at: now) >= limits.pause
  }

  private func passed(since then: Instant, at now: Instant) -> Duration { now.since(then) ?? .zero }
}
