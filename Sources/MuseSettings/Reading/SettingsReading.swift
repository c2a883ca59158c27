/// What was read of all sources: the settings, where each came from, and what is wrong with them.
public struct SettingsReading: Sendable {
  /// The settings without those that are wrong.
  public internal(set) var settings = ServeSettings()
  /// Where each comes from that is not at its default, by key.
  public internal(set) var origins: [String: SettingOrigin] = [:]
  /// In the order of the sources, all of them.
  public internal(set) var mistakes: [SettingMistake] = []
  /// What is no mistake for sure, but may be one: variables that nothing reads.
  public internal(set) var remarks: [String] = []

  public func origin(of setting: Setting) -> SettingOrigin { origins[setting.key] ?? .standard }
}
