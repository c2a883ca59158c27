import ArgumentParser
import MuseSettings

/// The flags of `serve`: one for each setting of the catalogue that has one.
///
/// The argument parser finds options by looking at a value's members. These members are made of the catalogue, so that a setting
/// stands in one place; help, completion and the sentence on a misspelt flag are the parser's all the same.
struct SettingFlags: ParsableArguments, CustomReflectable {
  /// What was given, by the key of the setting.
  private(set) var values: [String: [String]] = [:]

  init() {}

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: MemberKey.self)
    for flag in SettingFlag.all {
      let key = MemberKey(stringValue: flag.member)
      let given: [String] =
        switch flag.shape {
        case .one: try container.decode(Option<String?>.self, forKey: key).wrappedValue.map { [$0] } ?? []
        case .many: try container.decode(Option<[String]>.self, forKey: key).wrappedValue
        case .toggle: try container.decode(Flag<Bool?>.self, forKey: key).wrappedValue.map { [String($0)] } ?? []
        }
      if !given.isEmpty { values[flag.key] = given }
    }
  }

  var customMirror: Mirror {
    let members: [(label: String?, value: Any)] = SettingFlag.all.map { ("_" + $0.member, $0.definition) }
    return Mirror(self, children: members, displayStyle: .struct)
  }

  private struct MemberKey: CodingKey {
    let stringValue: String
    let intValue: Int? = nil

    init(stringValue: String) { self.stringValue = stringValue }

    init?(intValue: Int) { nil }
  }
}

/// One flag, and what the parser has to know of it.
private struct SettingFlag {
  enum Shape {
    case one, many, toggle
  }

  /// Of the setting; of a secret, the one that names its file.
  let key: String
  let name: String
  let shape: Shape
  let help: ArgumentHelp

  /// What a property would be called.
  var member: String { String(key.map { $0 == "." ? "_" : $0 }) }

  static let all: [SettingFlag] = SettingCatalogue.all.compactMap(SettingFlag.init)

  /// Nil for what no flag may say.
  private init?(_ setting: Setting) {
    guard let flag = setting.flag else {
      guard let fileKey = setting.fileKey, let fileFlag = setting.fileFlag else { return nil }
      key = fileKey
      name = fileFlag
      shape = .one
      help = ArgumentHelp("A file that holds a secret: \(setting.summary)", valueName: "path")
      return
    }
    key = setting.key
    name = flag
    shape = setting.isToggle ? .toggle : setting.isList ? .many : .one
    let more = setting.isList ? " May be given several times." : ""
    help = ArgumentHelp("\(setting.summary)\(more)", valueName: setting.form.placeholder)
  }

  /// As a property wrapper would hold it.
  var definition: Any {
    switch shape {
    case .one: Option<String?>(wrappedValue: nil, name: .customLong(name), help: help)
    case .many: Option<[String]>(wrappedValue: [], name: .customLong(name), help: help)
    case .toggle: Flag<Bool?>(name: .customLong(name), inversion: .prefixedNo, help: help)
    }
  }
}
