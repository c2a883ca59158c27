import ArgumentParser

struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: "Make, list and revoke the API keys of a server.",
    discussion: """
      A server that is started with '--keys FILE' lets in who brings one of its keys. A key is shown once, when it is made: the file has \
      only its hash. A server that runs reads the file anew when it changes.

        musegraph key new website --keys keys.json
        musegraph key new ann --keys keys.json --client ann-1 --expires 30d
        musegraph key new operations --keys keys.json --admin
        musegraph key list --keys keys.json
        musegraph key revoke 7k2m9q4x --keys keys.json
      """,
    subcommands: [KeyNewCommand.self, KeyListCommand.self, KeyRevokeCommand.self])
}
