import ArgumentParser
import MuseServer

extension ServerSettings.Compression {
  static let help = ArgumentHelp(
    "Compress WebSocket messages for clients that offer it: off, message (each by itself) or context (with those before it).",
    valueName: "which")

  static func read(_ text: String) throws -> Self {
    guard let choice = Self(rawValue: text) else {
      throw ValidationError(
        "\"\(text)\" is no kind of compression. It is one of \(allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    return choice
  }
}
