import Foundation
import PackagePlugin

/// `swift package musegraph validate Graphs`: passes its arguments to the command `musegraph`, and ends as it ends.
///
/// The command is built when it is asked for. It is no dependency of the plugin, since then every build of this package would
/// build the server a second time, as a tool.
@main
struct MusegraphCommand: CommandPlugin {
  private static let product = "musegraph"

  /// What is said after the command's own words.
  private struct Failed: Error, CustomStringConvertible {
    let description: String
  }

  func performCommand(context: PluginContext, arguments: [String]) throws {
    let process = Process()
    process.executableURL = try builtCommand()
    process.arguments = arguments
    process.currentDirectoryURL = context.package.directoryURL
    try process.run()
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw Failed(description: "musegraph ended with status \(process.terminationStatus).")
    }
  }

  private func builtCommand() throws -> URL {
    let result = try packageManager.build(.product(Self.product), parameters: .init(configuration: .inherit))
    guard result.succeeded else { throw Failed(description: "musegraph could not be built:\n\(result.logText)") }
    let command = result.builtArtifacts.first { $0.kind == .executable && $0.url.lastPathComponent.hasPrefix(Self.product) }
    guard let command else { throw Failed(description: "The build made no executable 'musegraph'.") }
    return command.url
  }
}
