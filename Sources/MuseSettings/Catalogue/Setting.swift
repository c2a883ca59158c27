import MuseServer

/// One thing that `musegraph serve` can be told: how it is called everywhere, what it takes, and what it says.
///
/// ```swift
/// Setting("limits.connections", \.server.limits.connections, .count(1...1_000_000), reload: .live,
///   "WebSockets in all; one more is refused with 503.")
/// ```
/// Its name in the environment follows from the key (`MUSEGRAPH_LIMITS_CONNECTIONS`), and so does its flag (`--limits-connections`)
/// where none is given. Its default is what a fresh `ServeSettings` holds.
public struct Setting: Sendable {
  /// When a change in the file counts.
  public enum Reload: String, Hashable, Sendable {
    /// On SIGHUP; of limits and times, for connections that are made from then on.
    case live
    /// When the server is started anew.
    case restart
  }

  /// How many values it has, and how they come in.
  enum Shape: Sendable {
    case one
    /// A list: the flag may be given several times, the environment parts by commas.
    case many
    /// A flag without a value.
    case toggle
    /// A secret: by the environment, or in a file of its own that the companion `…_file` names.
    case secret
  }

  /// In the file: `limits.connections` is `connections` below `limits`.
  public let key: String
  /// Without its dashes; nil for what no flag may say.
  public let flag: String?
  public let form: SettingForm
  public let reload: Reload
  /// One sentence.
  public let summary: String
  let shape: Shape
  /// Takes what was written; false where it is not allowed.
  let take: @Sendable ([String], inout ServeSettings) -> Bool
  /// What would be written to say the same; nil: nothing, it is not set.
  let show: @Sendable (ServeSettings) -> [String]?
  let isSame: @Sendable (ServeSettings, ServeSettings) -> Bool
  /// Gives the second the value of the first.
  let copy: @Sendable (ServeSettings, inout ServeSettings) -> Void

  /// What it is where nothing is said, as it would be written; nil: it is not set.
  public var standard: [String]? { show(ServeSettings()) }

  public var isSecret: Bool {
    if case .secret = shape { true } else { false }
  }

  public var isList: Bool {
    if case .many = shape { true } else { false }
  }

  public var isToggle: Bool {
    if case .toggle = shape { true } else { false }
  }

  /// The name of its variable: `MUSEGRAPH_LIMITS_CONNECTIONS`.
  public var variable: String { SettingLookup.variable(of: key) }

  /// Of a secret: the key that names its file.
  public var fileKey: String? { isSecret ? key + "_file" : nil }

  /// Those that may stand in the file.
  var keys: [String] { [key] + [fileKey].compactMap(\.self) }

  /// Of a secret: the flag that names its file.
  public var fileFlag: String? { fileKey.map(SettingLookup.flag) }
}

/// The field that a setting sets.
typealias SettingPath<Value> = any WritableKeyPath<ServeSettings, Value> & Sendable

extension Setting {
  private init<Value: Equatable & Sendable>(
    _ key: String, flag: String?, _ path: SettingPath<Value>, _ form: SettingForm, _ shape: Shape,
    _ reload: Reload, _ summary: String, read: @escaping @Sendable ([String]) -> Value?,
    write: @escaping @Sendable (Value) -> [String]?
  ) {
    self.key = key
    self.flag = flag
    self.form = form
    self.shape = shape
    self.reload = reload
    self.summary = summary
    take = { written, settings in
      guard let value = read(written) else { return false }
      settings[keyPath: path] = value
      return true
    }
    show = { write($0[keyPath: path]) }
    isSame = { $0[keyPath: path] == $1[keyPath: path] }
    copy = { $1[keyPath: path] = $0[keyPath: path] }
  }

  /// One that always has a value.
  init<Value: Equatable>(
    _ key: String, flag: String? = nil, _ path: SettingPath<Value>, _ kind: SettingKind<Value>,
    reload: Reload, _ summary: String
  ) {
    self.init(
      key, flag: flag ?? SettingLookup.flag(of: key), path, kind.form, Value.self == Bool.self ? .toggle : .one, reload, summary,
      read: { $0.count == 1 ? kind.read($0[0]) : nil }, write: { [kind.write($0)] })
  }

  /// One that may be left out.
  init<Value: Equatable>(
    _ key: String, flag: String? = nil, optional path: SettingPath<Value?>, _ kind: SettingKind<Value>,
    reload: Reload, _ summary: String
  ) {
    self.init(
      key, flag: flag ?? SettingLookup.flag(of: key), path, kind.form, .one, reload, summary,
      read: { $0.count == 1 ? kind.read($0[0]).map { .some($0) } : nil }, write: { $0.map { [kind.write($0)] } })
  }

  /// One with any number of values.
  init<Value: Equatable>(
    _ key: String, flag: String? = nil, list path: SettingPath<[Value]>, _ kind: SettingKind<Value>,
    reload: Reload, _ summary: String
  ) {
    self.init(
      key, flag: flag ?? SettingLookup.flag(of: key), path, kind.form, .many, reload, summary,
      read: { written in
        let values = written.compactMap(kind.read)
        return values.count == written.count ? values : nil
      }, write: { $0.map(kind.write) })
  }

  /// A secret, kept under its key among the `secrets`. What it is is never shown, only that it is set.
  package init(secret key: String, reload: Reload, _ summary: String) {
    let path: SettingPath<Secret?> = \.secrets[key]
    let kind = SettingKind<String>.text("secret", allowed: "a text that is not empty")
    self.init(
      key, flag: nil, path, kind.form, .secret, reload, summary,
      read: { $0.count == 1 ? kind.read($0[0]).map { .some(Secret($0)) } : nil }, write: { $0.map { _ in ["(set)"] } })
  }
}
