import ArgumentParser
import MuseAccess
import MuseExpression
import MuseRuntime
import MuseServer

struct KeyNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make a key, and print it once.",
    discussion: """
      The key goes to stdout and what it is for to stderr, so that 'KEY=$(musegraph key new …)' holds the key. Without --client it \
      may talk as any client: give such a key to a server of yours, and not to a browser.
      """)

  @Argument(help: "What you call the key, for yourself: website, ann, operations.")
  var name: String

  @OptionGroup
  var options: KeyOptions

  @Option(
    help: ArgumentHelp("The tenant that its bearers belong to: tenants never see each other.", valueName: "tenant"),
    transform: KeyNewCommand.readTenant)
  var tenant: Tenant?

  @Option(
    help: ArgumentHelp("The one client that it may talk as.", valueName: "client-id"), transform: KeyNewCommand.readClient)
  var client: String?

  @Flag(help: "It may run the server (/admin, /metrics), and not talk; of its tenant only, if it has one.")
  var admin = false

  @Option(
    help: ArgumentHelp("It counts for so long: 30d, 12h.", valueName: "duration"), transform: KeyNewCommand.readDuration)
  var expires: Duration?

  func validate() throws {
    guard !name.isEmpty, name.count <= 100 else { throw ValidationError("The name of a key has 1 to 100 characters.") }
    guard !admin || client == nil else { throw ValidationError("A key with --admin does not talk: leave out --client.") }
  }

  func run() throws {
    let now = options.now
    let (text, entry) = try options.doing { file in
      try file.update { list in
        let text = list.issue(
          name: name, tenant: tenant, scopes: admin ? [.admin] : [.client],
          speaksFor: client.map(Identity.Voice.client) ?? .anyClient,
          at: now, expires: expires.flatMap(now.adding))
        return (text, list.key(text.id))
      }
    }
    guard let entry else { return }
    switch options.format {
    case .text:
      Console.show(text.secretText)
      Console.complain("Key \(text.id) (\(name)): \(entry.purpose). It is not shown again: keep it where you keep secrets.")
    case .json:
      var fields = entry.json(at: now)
      fields["key"] = .string(text.secretText)
      Console.show(JSONValue.object(fields).text)
    }
  }

  private static func readTenant(_ text: String) throws -> Tenant {
    guard let tenant = Tenant(text) else {
      throw ValidationError("A tenant has 1 to 64 of the characters A-Z, a-z, 0-9, '_' and '-'.")
    }
    return tenant
  }

  private static func readClient(_ text: String) throws -> String {
    guard ClientID(text) != nil else {
      throw ValidationError("A client id has 3 to 100 of the characters A-Z, a-z, 0-9, '_' and '-'.")
    }
    return text
  }

  private static func readDuration(_ text: String) throws -> Duration {
    guard let duration = Duration(written: text), duration > .zero else {
      throw ValidationError("'\(text)' is no duration. Write one like 30d, 12h or 90m.")
    }
    return duration
  }
}
