import Foundation

/// Colours for people: only where a terminal shows them, and never against NO_COLOR (https://no-color.org).
struct Colours {
  enum Colour: String {
    case red = "31"
    case green = "32"
    case yellow = "33"
    case blue = "34"
    case faint = "2"
    case bold = "1"
  }

  private let isOn: Bool

  init(for descriptor: Int32) {
    let environment = ProcessInfo.processInfo.environment
    let isRefused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    isOn = isatty(descriptor) == 1 && !isRefused && environment["TERM"] != "dumb"
  }

  static let stdout = Colours(for: STDOUT_FILENO)
  static let stderr = Colours(for: STDERR_FILENO)

  /// Whether it makes sense to colour at all, for printers that do it themselves.
  var areShown: Bool { isOn }

  func callAsFunction(_ colour: Colour, _ text: String) -> String {
    isOn ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }
}
