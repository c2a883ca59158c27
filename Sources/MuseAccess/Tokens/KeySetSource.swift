import Foundation
public import Logging
public import MuseExpression

/// Where the keys for tokens come from, read anew when they change: a file, or an address that an issuer keeps them at.
public actor KeySetSource {
  /// What an address gave. How it is asked is the caller's: this module knows no network.
  public struct Answer: Hashable, Sendable {
    public var body: [UInt8]
    /// How long it may be kept (`Cache-Control: max-age`); nil where it says nothing.
    public var maxAge: Duration?

    public init(body: [UInt8], maxAge: Duration?) {
      self.body = body
      self.maxAge = maxAge
    }
  }

  /// Fetches the address, within bounds of size and time.
  public typealias Fetch = @Sendable () async throws -> Answer

  /// Why there are no keys, in one sentence.
  public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    public var description: String
  }

  private enum Origin {
    case file(String)
    case address(Fetch)
  }

  private let origin: Origin
  private let logger: Logger
  private var keys: KeySet?
  private var schedule: KeySetSchedule
  private var stamp: FileStamp?
  /// The request that is under way: everybody who needs its answer waits for the same one.
  private var request: Task<Void, Never>?
  private var failure: String?

  public init(file path: String, logger: Logger) {
    origin = .file(path)
    self.logger = logger
    var limits = KeySetSchedule.Limits()
    // A look at a file costs nothing: once a second.
    limits.pause = .seconds(1)
    limits.freshest = .seconds(1) ... .seconds(1)
    schedule = KeySetSchedule(limits: limits)
  }

  public init(fetch: @escaping Fetch, limits: KeySetSchedule.Limits = .init(), logger: Logger) {
    origin = .address(fetch)
    self.logger = logger
    schedule = KeySetSchedule(limits: limits)
  }

  /// Has the keys before anybody asks for them.
  ///
  /// - Throws: when there are none. With an address the server may start all the same: it is asked again.
  public func prepare(at now: Instant) async throws(Failure) {
    await refresh(at: now)
    if keys == nil { throw Failure(description: failure ?? "There are no keys to check tokens with.") }
  }

  /// - Parameter kid: the key that is wanted.
  /// - Throws: `signersUnavailable` only.
  func keys(for kid: String, at now: Instant) async throws(CredentialRefusal) -> KeySet {
    switch schedule.step(isKnown: keys?.keys[kid] != nil, at: now) {
    case .use: break
    // Whoever comes while a request is under way needs its answer as much as who began it.
    case .giveUp: await request?.value
    case .fetch: await refresh(at: now)
    }
    if keys?.keys[kid] == nil { await request?.value }
    guard let keys, schedule.areUsable(at: now) else { throw .signersUnavailable }
    return keys
  }

  private func refresh(at now: Instant) async {
    schedule.noteRequest(at: now)
    let task = Task { await load(at: now) }
    request = task
    await task.value
    request = nil
  }

  private func load(at now: Instant) async {
    do {
      guard let answer = try await answer() else { return schedule.noteAnswer(at: now, maxAge: nil) }
      let new = try await KeySet(json: answer.body, mayHoldSecrets: mayHoldSecrets)
      schedule.noteAnswer(at: now, maxAge: answer.maxAge)
      keys = new
      failure = nil
      for omission in new.omissions {
        logger.warning(
          "A key for tokens is left out", metadata: ["kid": "\(omission.kid.prefix(64))", "reason": "\(omission.fault.rawValue)"])
      }
    } catch {
      failure = "\(error)"
      logger.error("The keys for tokens cannot be had", metadata: ["reason": "\(error)"])
    }
  }

  private var mayHoldSecrets: Bool {
    switch origin {
    case .file: stamp?.isPrivate ?? false
    case .address: false
    }
  }

  /// Nil: as before.
  private func answer() async throws -> Answer? {
    switch origin {
    case .address(let fetch): return try await fetch()
    case .file(let path):
      guard let found = FileStamp(path) else { throw Failure(description: "There is no file '\(path)'.") }
      guard found != stamp else { return nil }
      guard found.size <= KeySet.largest else { throw Failure(description: "'\(path)' is larger than 1 MiB.") }
      let body = [UInt8](try Data(contentsOf: URL(filePath: path)))
      // A broken file is read again when it changes; until then the keys stay as they were.
      stamp = found
      return Answer(body: body, maxAge: nil)
    }
  }
}
