import Logging
import MuseRuntime
import NIOCore
import NIOHTTP1
import Synchronization

/// Keeps the limits that hold over connections: how often an address may shake hands and how many connections it may have, how fast
/// a client may talk, and how much memory the process may take.
final class Gatekeeper: Sendable {
  private struct State {
    var handshakes: BucketTable<IPAddress>
    var messages: BucketTable<ClientID>
    var connections: [IPAddress: Int] = [:]
    var memory = MemoryWatch()
    var memoryLog = Seldom(every: .seconds(60))
  }

  let report: LimitReport
  private let live: LiveSettings
  private let logger: Logger
  private let state: Mutex<State>

  init(live: LiveSettings, report: LimitReport, logger: Logger) {
    self.live = live
    self.report = report
    self.logger = logger
    let limits = live.current.limits
    state = Mutex(State(handshakes: BucketTable(limits: limits.handshakes), messages: BucketTable(limits: limits.messages)))
  }

  /// Those who have taken something already keep their account.
  func apply(_ limits: ServerSettings.Limits) {
    state.withLock { state in
      state.handshakes.limits = limits.handshakes
      state.messages.limits = limits.messages
    }
  }

  // MARK: Addresses

  /// Whose word on the address of a request counts.
  var proxies: ClientAddress { ClientAddress(trusted: live.current.trustedProxies) }

  /// From where a request comes, in words; empty where that is not known.
  func address(of head: HTTPRequestHead, on channel: any Channel) -> String {
    let peer = channel.remoteAddress?.ipAddress ?? ""
    let believed = proxies.address(peer: IPAddress(peer), head.headers)
    return believed == IPAddress(peer) ? peer : believed.map { "\($0)" } ?? peer
  }

  /// From where a request comes, as far as limits go; nil: it is not counted.
  func countedAddress(of head: HTTPRequestHead, on channel: any Channel) -> IPAddress? {
    let settings = live.current
    let peer = channel.remoteAddress?.ipAddress.flatMap { IPAddress($0) }
    guard let address = proxies.address(peer: peer, head.headers),
      !settings.limits.uncountedAddresses.contains(where: { $0.contains(address) })
    else { return nil }
    return address.counted
  }

  /// Takes a handshake of the address, and a place among its connections until `leave`.
  func enter(_ address: IPAddress?) throws(HTTPRefusal) {
    try checkMemory()
    guard let address else { return }
    let (wait, isFull) = state.withLock { state -> (Duration?, Bool) in
      if let wait = state.handshakes.take(address, at: Self.now) { return (wait, false) }
      guard state.connections[address, default: 0] < live.current.limits.connectionsPerAddress else { return (nil, true) }
      state.connections[address, default: 0] += 1
      return (nil, false)
    }
    if let wait { throw refusal(.tooManyHandshakes(retryAfter: Self.seconds(wait)), for: .handshakeRate) }
    if isFull { throw refusal(.addressFull, for: .connectionsPerAddress) }
  }

  func leave(_ address: IPAddress?) {
    guard let address else { return }
    state.withLock { state in
      let rest = state.connections[address, default: 0] - 1
      state.connections[address] = rest > 0 ? rest : nil
    }
  }

  private func refusal(_ refusal: HTTPRefusal, for limit: Limit) -> HTTPRefusal {
    report.hit(limit)
    return refusal
  }

  // MARK: Messages

  /// Takes a message of the client's rate, over all its connections.
  /// - Returns: nil where it may be read; else the seconds after which the next one may.
  func take(from client: ClientID) -> Int? {
    guard let wait = state.withLock({ $0.messages.take(client, at: Self.now) }) else { return nil }
    report.hit(.messageRate)
    return Self.seconds(wait)
  }

  // MARK: Memory

  private func checkMemory() throws(HTTPRefusal) {
    guard let limit = live.current.limits.memory else { return }
    let (resident, isTimeToLog) = state.withLock { state -> (Int, Bool) in
      let resident = state.memory.resident(at: Self.now)
      return (resident, resident > limit && state.memoryLog.isTime(at: Self.now))
    }
    guard resident > limit else { return }
    if isTimeToLog {
      logger.warning(
        "New connections are refused: the process takes more memory than it may",
        metadata: ["resident": "\(resident)", "limit": "\(limit)"])
    }
    throw refusal(.full, for: .memory)
  }

  // MARK: Time

  private static var now: Duration { .nanoseconds(Int64(clamping: NIODeadline.now().uptimeNanoseconds)) }

  /// Whole seconds, so that whoever waits them out is let in.
  private static func seconds(_ wait: Duration) -> Int {
    let (seconds, rest) = wait.components
    return max(1, Int(seconds) + (rest > 0 ? 1 : 0))
  }
}

/// The rate of one client, for one of its connections.
struct MessageMeter: Sendable {
  let gatekeeper: Gatekeeper
  let client: ClientID

  var report: LimitReport { gatekeeper.report }

  /// - Returns: nil where the message may be read; else the seconds after which the next one may.
  func take() -> Int? { gatekeeper.take(from: client) }
}

extension ServerSettings.Limits {
  fileprivate var handshakes: TokenBucket.Limits { .init(rate: handshakeRate, burst: handshakeBurst) }

  fileprivate var messages: TokenBucket.Limits { .init(rate: messageRate, burst: messageBurst) }
}

/// Lets something happen at most once in a time: a log line about what happens again and again.
package struct Seldom: Sendable {
  private let interval: Duration
  private var next: Duration?

  package init(every interval: Duration) { self.interval = interval }

  package mutating func isTime(at now: Duration) -> Bool {
    if let next, now < next { return false }
    next = now + interval
    return true
  }
}
