import MuseCompiler
public import MuseSource

/// What `--print-config` prints: a `musegraph.yaml` that says the same, with a comment on each setting and where it comes from.
public enum SettingsText {
  public static func text(of reading: SettingsReading, catalogue: [Setting] = SettingCatalogue.all) -> String {
    var lines: [String] = []
    var section: String?
    for setting in catalogue {
      let path = SettingsForm.path(of: setting.key)
      if let name = path.section, name != section {
        lines += ["", "# \(SettingCatalogue.sections[name] ?? "")".trimmed, "\(name):"]
      } else if !lines.isEmpty {
        lines.append("")
      }
      section = path.section
      lines += entry(setting, reading).map { path.section == nil ? $0 : "  " + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A setting without a value, and a secret, are comments: the file would not say the same otherwise.
  private static func entry(_ setting: Setting, _ reading: SettingsReading) -> [String] {
    let name = SettingsForm.path(of: setting.key).name
    let origin = "From: \(reading.origin(of: setting))"
    let head = ["# \(setting.summary)"]
    guard let values = setting.show(reading.settings) else { return head + ["# Not set.", "# \(name):"] }
    guard !setting.isSecret else { return head + ["# It is set, and not shown. \(origin)", "# \(name):"] }
    return head + ["# \(origin)", "\(name): \(written(values, of: setting))"]
  }

  private static func written(_ values: [String], of setting: Setting) -> String {
    let texts = values.map { setting.form.isQuoted ? JSON.quoted($0) : $0 }
    return setting.isList ? "[\(texts.joined(separator: ", "))]" : texts.joined()
  }
}

/// The same for programs: one object for each setting, by its key.
public enum SettingsJSON {
  public static func document(of reading: SettingsReading, catalogue: [Setting] = SettingCatalogue.all) -> JSON {
    .object(catalogue.map { .init($0.key, object(of: $0, reading)) })
  }

  private static func object(of setting: Setting, _ reading: SettingsReading) -> JSON {
    let value: JSON.Member =
      setting.isSecret
      ? .init("is_set", .boolean(setting.show(reading.settings) != nil)) : .init("value", value(of: setting, reading.settings))
    return .object([value, .init("from", .text("\(reading.origin(of: setting))"))])
  }

  private static func value(of setting: Setting, _ settings: ServeSettings) -> JSON {
    guard let values = setting.show(settings) else { return .null }
    if setting.isList { return .list(values.map { .text($0) }) }
    guard let text = values.first else { return .null }
    if setting.form.isQuoted { return .text(text) }
    return Int(text).map { .integer($0) } ?? Bool(text).map { .boolean($0) } ?? .text(text)
  }
}

/// The JSON Schema of `musegraph.yaml`.
public enum SettingsSchema {
  package static let name = "musegraph.schema.json"

  public static var document: JSON {
    FormSchema.document(of: SettingsForm.schema(SettingCatalogue.all), id: name, title: "Settings of musegraph")
  }
}

extension String {
  fileprivate var trimmed: String { String(reversed().drop(while: \.isWhitespace).reversed()) }
}
