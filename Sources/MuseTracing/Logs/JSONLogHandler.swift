public import Logging
public import MuseRuntime

/// Writes each event as a line of JSON.
public struct JSONLogHandler: LogHandler {
  public var logLevel = Logger.Level.trace
  public var metadata: Logger.Metadata = [:]
  public var metadataProvider: Logger.MetadataProvider?
  private let label: String
  private let time: any TimeSource
  private let write: @Sendable (String) -> Void

  /// - Parameters:
  ///   - time: as the machine has it, whatever clock conversations go by.
  ///   - write: takes a line without its end, and must keep it in one piece.
  public init(
    label: String, metadataProvider: Logger.MetadataProvider? = nil, time: any TimeSource = SystemTimeSource(),
    write: @escaping @Sendable (String) -> Void
  ) {
    self.label = label
    self.metadataProvider = metadataProvider
    self.time = time
    self.write = write
  }

  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  public func log(event: LogEvent) {
    var all = metadata
    if let provided = metadataProvider?.get() { all.merge(provided) { $1 } }
    if let explicit = event.metadata { all.merge(explicit) { $1 } }
    if let error = event.error { all["error"] = "\(error)" }
    write(LogLine(event, all, label: label, at: time.now()).json)
  }
}
