public import Logging
public import MuseExpression

/// The API keys of a server that runs: the file is read anew when it changes, so that a revoked key ends within a second.
public actor APIKeyRing {
  /// How long a look at the file counts.
  private static let interval = Duration.seconds(1)

  private let file: APIKeyFile?
  private let logger: Logger
  private var list: APIKeyList
  private var stamp: FileStamp?
  private var looked: Instant?

  /// - Throws: when the file is not there, or says nothing that can be read.
  public init(file: APIKeyFile, logger: Logger) throws(APIKeyFile.Failure) {
    self.file = file
    self.logger = logger
    stamp = FileStamp(file.path)
    list = try file.read()
  }

  /// Keys that no file holds.
  public init(_ list: APIKeyList) {
    self.list = list
    file = nil
    logger = Logger(label: "keys") { _ in SwiftLogNoOpLogHandler() }
  }

  func identity(of text: APIKeyText, at now: Instant) throws(CredentialRefusal) -> Identity {
    refresh(at: now)
    return try list.identity(of: text, at: now)
  }

  /// Whether a key that was accepted before has been revoked since.
  public func isRevoked(_ id: String, at now: Instant) -> Bool {
    refresh(at: now)
    return list.key(id)?.revoked != nil
  }

  /// Reads the file where it has changed. A few kilobytes on a local disk, once a second at most: no thread of its own is needed.
  /// A broken file leaves the keys as they are: it is not known who was let in by it.
  private func refresh(at now: Instant) {
    guard let file, looked.flatMap(now.since).map({ $0 < .zero || $0 >= Self.interval }) ?? true else { return }
    looked = now
    let found = FileStamp(file.path)
    guard found != stamp else { return }
    stamp = found
    do throws(APIKeyFile.Failure) {
      list = try file.read()
      logger.info("The keys were read anew", metadata: ["keys": "\(list.keys.count)"])
    } catch {
      logger.error("The keys stay as they were", metadata: ["reason": "\(error)"])
    }
  }
}
