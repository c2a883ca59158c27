import MuseCompiler
import MuseSource

/// `musegraph.yaml`: what stands in it, and where.
struct SettingsFile {
  /// By key; a list may have several.
  private(set) var values: [String: [String]] = [:]
  private(set) var locations: [String: SourceLocation] = [:]
  private(set) var mistakes: [SettingMistake] = []

  init(_ file: SourceFile?, catalogue: [Setting]) {
    guard let file else { return }
    let (root, findings) = FormChecker.read(file, as: SettingsForm.checked(catalogue))
    mistakes = findings.filter { $0.severity == .error }.map(Self.mistake)
    for setting in catalogue {
      for key in setting.keys { take(key, setting, from: root) }
    }
  }

  private mutating func take(_ key: String, _ setting: Setting, from root: YAMLNode?) {
    let (section, name) = SettingsForm.path(of: key)
    guard let holder = section.map({ Self.value($0, in: root) }) ?? root, let node = Self.value(name, in: holder) else { return }
    if let text = node.scalar {
      values[key] = [text.value]
    } else if let items = node.sequence, setting.isList {
      values[key] = items.compactMap { $0.scalar?.value }
    } else {
      // The form checker has said what is wrong with it.
      return
    }
    locations[key] = node.location
  }

  private static func value(_ key: String, in node: YAMLNode?) -> YAMLNode? {
    node?.mapping?.first { $0.key.value == key }?.value
  }

  private static func mistake(_ finding: Diagnostic) -> SettingMistake {
    let advice = finding.nearMiss.map { "Did you mean '\($0)'?" } ?? finding.advice
    return SettingMistake(origin: .file(finding.location), sentence: "\(finding.message) \(advice)")
  }
}

/// The keys of `musegraph.yaml`, from the catalogue.
enum SettingsForm {
  /// What the reader checks: the shape of the file. Values are the catalogue's business, wherever they are written.
  static func checked(_ catalogue: [Setting]) -> [KeyForm] { form(catalogue) { $0.isList ? .oneOrMore(.written) : .written } }

  /// What an editor checks.
  static func schema(_ catalogue: [Setting]) -> [KeyForm] {
    form(catalogue) { $0.isList ? .oneOrMore($0.form.expects) : $0.form.expects }
  }

  static func path(of key: String) -> (section: String?, name: String) {
    let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
    return parts.count == 2 ? (parts[0], parts[1]) : (nil, key)
  }

  /// Sections stand where their first setting does.
  private static func form(_ catalogue: [Setting], _ expectation: (Setting) -> Expectation) -> [KeyForm] {
    var sections: [String?: [KeyForm]] = [:]
    var order: [KeyForm] = []
    for setting in catalogue {
      for key in setting.keys {
        let (section, name) = path(of: key)
        let form = KeyForm(name, expectation(setting), summary: setting.summary)
        if let section, sections[section] == nil { order.append(KeyForm(section, .record([]), summary: "")) }
        if section == nil { order.append(form) }
        sections[section, default: []].append(form)
      }
    }
    return order.map { form in
      guard case .record = form.expects, let keys = sections[form.name] else { return form }
      return KeyForm(form.name, .record(keys), summary: SettingCatalogue.sections[form.name] ?? "")
    }
  }
}
