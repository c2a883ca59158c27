public import Logging

/// Gives events to a handler that writes lines for people, after it has escaped the control characters in them: what a stranger writes
/// must not begin a line of its own.
public struct PlainLogHandler: LogHandler {
  private var inner: any LogHandler

  public init(around inner: any LogHandler) { self.inner = inner }

  public var logLevel: Logger.Level {
    get { inner.logLevel }
    set { inner.logLevel = newValue }
  }

  public var metadata: Logger.Metadata {
    get { inner.metadata }
    set { inner.metadata = newValue.mapValues(\.escaped) }
  }

  public var metadataProvider: Logger.MetadataProvider? {
    get { inner.metadataProvider }
    set { inner.metadataProvider = newValue }
  }

  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { inner[metadataKey: key] }
    set { inner[metadataKey: key] = newValue?.escaped }
  }

  public func log(event: LogEvent) {
    var event = event
    event.message = "\("\(event.message)".escaped)"
    event.metadata = event.metadata?.mapValues(\.escaped)
    if let error = event.error {
      event.error = nil
      event.metadata = (event.metadata ?? [:]).merging(["error": "\("\(error)".escaped)"]) { $1 }
    }
    inner.log(event: event)
  }
}

extension Logger.MetadataValue {
  fileprivate var escaped: Logger.MetadataValue {
    switch self {
    case .string(let text): .string(text.escaped)
    case .stringConvertible(let thing): .string("\(thing)".escaped)
    case .array(let items): .array(items.map(\.escaped))
    case .dictionary(let inner): .dictionary(inner.mapValues(\.escaped))
    }
  }
}

extension String {
  /// Without line ends and other control characters: `\n`, `\u{1b}`.
  fileprivate var escaped: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      text += scalar.isControl ? scalar.escaped(asASCII: true) : String(scalar)
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) || value == 0x2028 || value == 0x2029 }
}
