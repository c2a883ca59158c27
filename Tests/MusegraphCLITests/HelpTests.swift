import Foundation
import Testing

@Suite("Help")
struct HelpTests {
  /// One file each in `Commands`: the catalogue must have them all.
  static let commands: [String] = {
    let folder = BuiltMusegraph.repository.appending(path: "Sources/MusegraphCLI/Commands").path(percentEncoded: false)
    // Without the folder there are no cases, which the first test notices.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.map { $0.replacing("Command.swift", with: "").lowercased() }.sorted()
  }()

  @Test("the help of musegraph lists every command")
  func list() async throws {
    let outcome = try await BuiltMusegraph.run(["--help"])
    #expect(outcome.status == 0)
    #expect(Self.commands.count >= 9)
    for command in Self.commands { #expect(outcome.output.contains("\n  \(command) "), "\(command)") }
  }

  @Test(
    "a command that there is not is told, with the nearest one",
    arguments: [
      (["chatt"], "'chatt'. Did you mean 'chat'?"), (["help", "chatt"], "'chatt'. Did you mean 'chat'?"),
      (["porridge"], "'porridge'. 'musegraph"),
    ])
  func unknown(arguments: [String], complaint: String) async throws {
    let outcome = try await BuiltMusegraph.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.complaints.hasPrefix("There is no command \(complaint)"), "\(outcome.complaints)")
  }

  @Test("the help of every command says what it is for and gives an example", arguments: commands)
  func each(command: String) async throws {
    let outcome = try await BuiltMusegraph.run([command, "--help"])
    #expect(outcome.status == 0)
    #expect(outcome.complaints.isEmpty)
    #expect(outcome.output.hasPrefix("OVERVIEW: "))
    #expect(outcome.output.contains("musegraph \(command) "))
  }
}
