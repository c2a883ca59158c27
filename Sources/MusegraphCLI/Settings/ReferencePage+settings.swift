import MuseSettings
import MuseWorkbench

extension ReferencePage {
  /// The settings of `serve`, from their catalogue.
  static let settings = ReferencePage(
    "Settings", title: "Settings",
    abstract: "Everything that `musegraph serve` can be told: its flags, its variables and the keys of `musegraph.yaml`.",
    [
      """
      A flag goes before a variable of the environment, and that before the file. `musegraph serve --print-config` prints every \
      setting with its value and where that comes from; how the three are written and what SIGHUP does is told in \
      <doc:RunningAServer>.
      """
    ] + sections.flatMap(part))

  /// In the order of the catalogue; those that stand by themselves first.
  private static let sections: [(name: String?, settings: [Setting])] = SettingCatalogue.all.reduce(into: []) {
    sections, setting in
    let name = setting.key.split(separator: ".").dropLast().first.map(String.init)
    if let index = sections.firstIndex(where: { $0.name == name }) {
      sections[index].settings.append(setting)
    } else {
      sections.append((name, [setting]))
    }
  }

  private static func part(of section: (name: String?, settings: [Setting])) -> [String] {
    let head = section.name.map { ["## \($0)", SettingCatalogue.sections[$0] ?? ""] } ?? []
    return head + section.settings.flatMap(part)
  }

  private static func part(of setting: Setting) -> [String] {
    let flag = setting.isToggle ? "--\(setting.flag ?? "")" : setting.flag.map { "--\($0) <\(setting.form.placeholder)>" }
    let names = [flag, setting.variable, setting.fileFlag.map { "--\($0) <path>" }].compactMap(\.self).map(Markdown.code)
    let many = "A list: the flag may be given several times, and commas part the values of the variable. Each is"
    let list = setting.isList ? many : "It is"
    return [
      "### \(setting.key)", Markdown.prose(setting.summary),
      "\(names.joined(separator: ", "))",
      "\(list) \(setting.form.allowed). Default: \(standard(setting)). \(setting.reload.words)",
    ]
  }

  private static func standard(_ setting: Setting) -> String {
    guard let values = setting.standard else { return "not set" }
    return values.isEmpty ? "none" : values.map(Markdown.code).joined(separator: ", ")
  }
}

extension Setting.Reload {
  fileprivate var words: String {
    switch self {
    case .live: "SIGHUP changes it."
    case .restart: "A change needs a restart."
    }
  }
}
