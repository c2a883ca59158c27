import Configuration
import MuseSource
import Synchronization

/// The sources as providers of swift-configuration, and which of them has spoken.
struct SettingLookup {
  struct Found {
    var values: [String]
    var origin: SettingOrigin
  }

  private let reader: ConfigReader
  private let recorder = LookupRecorder()
  private let locations: [String: SourceLocation]

  init(_ sources: SettingSources, file: SettingsFile, catalogue: [Setting]) {
    let lists = Set(catalogue.filter(\.isList).map(\.key))
    // A variable that is set to nothing is what scripts and compose files make of one that is not set.
    let variables = sources.environment.filter { $0.key.hasPrefix("MUSEGRAPH_") && !$0.value.isEmpty }
    let secrets = Set(catalogue.filter(\.isSecret).map(\.variable))
    reader = ConfigReader(
      providers: [
        InMemoryProvider(name: "flags", values: Self.values(sources.flags, lists: lists)),
        EnvironmentVariablesProvider(environmentVariables: variables, secretsSpecifier: .specific(secrets))
          .prefixKeys(with: ["musegraph"]),
        InMemoryProvider(name: "file", values: Self.values(file.values, lists: lists)),
      ], accessReporter: recorder)
    locations = file.locations
  }

  private static func values(_ written: [String: [String]], lists: Set<String>) -> [AbsoluteConfigKey: ConfigValue] {
    let pairs = written.map { key, values in
      let content: ConfigContent = lists.contains(key) ? .stringArray(values) : .string(values.last ?? "")
      return (AbsoluteConfigKey(ConfigKey(key)), ConfigValue(content, isSecret: false))
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// The strongest of what was written; nil: nothing.
  func find(_ key: String, isList: Bool, isSecret: Bool, flag: String?) -> Found? {
    let values =
      isList
      ? reader.stringArray(forKey: ConfigKey(key), isSecret: isSecret)
      : reader.string(forKey: ConfigKey(key), isSecret: isSecret).map { [$0] }
    guard let values, let index = recorder.source else { return nil }
    switch index {
    case 0: return Found(values: values, origin: .flag("--" + (flag ?? Self.flag(of: key))))
    case 1: return Found(values: values, origin: .environment(Self.variable(of: key)))
    default: return Found(values: values, origin: locations[key].map { .file($0) } ?? .standard)
    }
  }

  static func flag(of key: String) -> String { String(key.map { $0 == "." || $0 == "_" ? "-" : $0 }) }

  static func variable(of key: String) -> String { "MUSEGRAPH_" + key.uppercased().replacing(".", with: "_") }
}

/// Notes which provider had the value that was asked for last: they are asked in order until one has it.
private final class LookupRecorder: AccessReporter {
  private let asked = Mutex<Int?>(nil)

  /// Counted from the strongest; nil: none had it.
  var source: Int? { asked.withLock { $0 } }

  func report(_ event: AccessEvent) {
    let index = event.providerResults.firstIndex { result in
      if case .success(let found) = result.result { found.value != nil } else { false }
    }
    asked.withLock { $0 = index }
  }
}
