import ArgumentParser
import MuseSettings
import MuseSource

/// `--print-config`: what is printed instead of serving.
enum PrintedSettings: EnumerableFlag {
  case text, json

  static func name(for value: PrintedSettings) -> NameSpecification {
    switch value {
    case .text: .customLong("print-config")
    case .json: .customLong("print-config-json")
    }
  }

  static func help(for value: PrintedSettings) -> ArgumentHelp? {
    switch value {
    case .text: "Print every setting with where it comes from, as a musegraph.yaml that says the same, and do nothing else."
    case .json: "The same as JSON."
    }
  }

  func show(_ reading: SettingsReading) {
    switch self {
    case .text: Console.prompt(SettingsText.text(of: reading))
    case .json: Console.prompt(SettingsJSON.document(of: reading).document())
    }
  }
}
