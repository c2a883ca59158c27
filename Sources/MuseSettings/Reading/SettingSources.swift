public import MuseSource

/// From where settings come, strongest first: flags, the environment, the file.
public struct SettingSources: Sendable {
  /// What the command line gave, by key; a list may have several values.
  public var flags: [String: [String]]
  /// Of the process; of it only what begins with `MUSEGRAPH_` counts.
  public var environment: [String: String]
  /// `musegraph.yaml`; nil: there is none.
  public var file: SourceFile?
  /// Reads the file of a secret.
  var secret: @Sendable (String) throws(SecretFileProblem) -> String

  public init(
    flags: [String: [String]] = [:], environment: [String: String] = [:], file: SourceFile? = nil,
    secret: @escaping @Sendable (String) throws(SecretFileProblem) -> String = { _ throws(SecretFileProblem) in
      throw SecretFileProblem("cannot be read")
    }
  ) {
    self.flags = flags
    self.environment = environment
    self.file = file
    self.secret = secret
  }
}

/// Why the file of a secret gives none, to follow its name: "is not there".
public struct SecretFileProblem: Error, Hashable, Sendable {
  public var words: String

  public init(_ words: String) { self.words = words }
}

/// Where the value of a setting was written.
public enum SettingOrigin: Hashable, Sendable, CustomStringConvertible {
  /// With its dashes.
  case flag(String)
  /// The name of the variable.
  case environment(String)
  case file(SourceLocation)
  case standard

  public var description: String {
    switch self {
    case .flag(let name): name
    case .environment(let name): name
    case .file(let location): location.spot
    case .standard: "default"
    }
  }
}

extension SourceLocation {
  /// `musegraph.yaml:3:7`.
  var spot: String { "\(file):\(range.start.line):\(range.start.column)" }
}

/// Something about the settings that cannot be taken.
public struct SettingMistake: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where it is written.
  public var origin: SettingOrigin
  /// What is wrong, and what to do.
  public var sentence: String

  public var description: String {
    switch origin {
    case .file(let location): "\(location.spot): \(sentence)"
    case .flag, .environment, .standard: sentence
    }
  }

  /// Whether the command was called in a wrong way, and not its surroundings.
  public var isUsage: Bool {
    if case .flag = origin { true } else { false }
  }
}
