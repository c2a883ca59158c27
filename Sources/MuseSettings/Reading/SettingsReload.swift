/// What becomes of the settings when they are read again while the server runs.
public struct SettingsReload: Sendable {
  /// The settings to go on with: what may change has changed, the rest is as it was.
  public let settings: ServeSettings
  /// Keys whose new value counts from now on.
  public let changed: [String]
  /// Keys that were changed and count only when the server is started anew.
  public let waiting: [String]

  public init(from old: ServeSettings, to new: ServeSettings, catalogue: [Setting] = SettingCatalogue.all) {
    var settings = new
    var changed: [String] = []
    var waiting: [String] = []
    for setting in catalogue where !setting.isSame(old, new) {
      switch setting.reload {
      case .live: changed.append(setting.key)
      case .restart:
        waiting.append(setting.key)
        setting.copy(old, &settings)
      }
    }
    self.settings = settings
    self.changed = changed
    self.waiting = waiting
  }
}
