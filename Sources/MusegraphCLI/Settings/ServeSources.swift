import Foundation
import MuseSettings

/// Where `serve` looks for its settings: read at the start, and again on SIGHUP.
struct ServeSources: Sendable {
  /// Of the command line, by key.
  let flags: [String: [String]]
  /// `--config`; nil: `musegraph.yaml`, if it is there.
  let config: String?

  private static let standardFile = "musegraph.yaml"

  /// - Parameter path: of the graphs, where the command line names one.
  init(_ flags: SettingFlags, path: String?, config: String?) {
    var values = flags.values
    if let path { values["graphs"] = [path] }
    self.flags = values
    self.config = config
  }

  /// - Throws: `CommandFailure` for a file that cannot be read, and for everything in the settings that cannot be taken.
  func read() throws -> SettingsReading {
    let environment = ProcessInfo.processInfo.environment
    let path = config ?? (GraphFiles.isFolder(Self.standardFile) == false ? Self.standardFile : nil)
    let reading = SettingsReader().read(
      SettingSources(flags: flags, environment: environment, file: try path.map(TextFile.read), secret: Self.secret))
    guard reading.mistakes.isEmpty else {
      let status: ExitStatus = reading.mistakes.contains { $0.isUsage } ? .usage : .environment
      throw CommandFailure(status, reading.mistakes.map(\.description).joined(separator: "\n"))
    }
    return reading
  }

  /// Bytes of a file with a secret; a key has some thousand.
  private static let largestSecret = 64 * 1024

  private static func secret(_ path: String) throws(SecretFileProblem) -> String {
    do {
      return try TextFile.text(of: path, atMost: largestSecret)
    } catch {
      throw SecretFileProblem("is no file that can be read as the text of a secret")
    }
  }
}
