import ArgumentParser

/// The command `musegraph`: each subcommand is a file of `Commands`, listed in `CommandCatalogue`.
struct MusegraphCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "musegraph",
    abstract: "Conversations written as a graph in YAML: checked, tested, drawn and served.",
    discussion: """
      A graph says what a conversation asks, decides, confirms and does. Write one in an editor, then:

        musegraph validate graph.yaml     is anything wrong with it?
        musegraph chat graph.yaml         talk with it here
        musegraph test .                  play the written conversations
        musegraph serve .                 talk with it in a browser, over a WebSocket

      Exit status: 0 all well, 1 something was found, 2 wrong usage or unreadable input, 3 the machine does not allow it.
      """,
    version: Version.text,
    subcommands: CommandCatalogue.all)
}
