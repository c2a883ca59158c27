/// The name of a kind of finding: kebab-case, stable, unique (`unknown-node`).
public struct DiagnosticID: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral, CustomStringConvertible {
  public var rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { self.rawValue = value }

  public var description: String { rawValue }
}

public enum Severity: String, Hashable, Sendable, Codable, Comparable {
  case note, warning, error

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}

/// One finding about an author's files.
///
/// `message` says what is wrong with the name in quotes, `advice` what to do about it; both are whole sentences.
public struct Diagnostic: Hashable, Sendable, Codable {
  /// A second place that explains the first: where a key was used before, where an import came from.
  public struct Related: Hashable, Sendable, Codable {
    public var message: String
    public var location: SourceLocation

    public init(message: String, location: SourceLocation) {
      self.message = message
      self.location = location
    }
  }

  public var id: DiagnosticID
  public var severity: Severity
  public var message: String
  public var advice: String
  public var location: SourceLocation
  public var related: [Related]
  /// The known name that comes nearest to a misspelt one, where there is one.
  public var nearMiss: String?

  public init(
    id: DiagnosticID,
    severity: Severity = .error,
    message: String,
    advice: String,
    location: SourceLocation,
    related: [Related] = [],
    nearMiss: String? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.advice = advice
    self.location = location
    self.related = related
    self.nearMiss = nearMiss
  }
}
