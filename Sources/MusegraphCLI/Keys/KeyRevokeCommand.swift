import ArgumentParser
import MuseAccess
import MuseRuntime

struct KeyRevokeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke",
    abstract: "Let a key count no more.",
    discussion: "Servers that run refuse it within a second, and close what was opened with it. Its entry stays in the list.")

  @Argument(help: "The id of the key, as 'key list' prints it; the whole key does as well.")
  var id: String

  @OptionGroup
  var options: KeyOptions

  func run() throws {
    let now = options.now
    // What is no whole key is an id.
    let id = (try? APIKeyText(parsing: id).id) ?? id
    let revoked = try options.doing { file in
      _ = try file.read()
      return try file.update { $0.revoke(id, at: now) }
    }
    guard let revoked else {
      throw CommandFailure(.usage, "'\(options.keys)' has no key '\(id.prefix(12))'. 'musegraph key list' shows all.")
    }
    switch options.format {
    case .json: Console.show(JSONValue.object(revoked.json(at: now)).text)
    case .text: Console.show("Key \(revoked.id) (\(revoked.name)) is revoked.")
    }
  }
}
