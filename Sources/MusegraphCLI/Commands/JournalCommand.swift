import ArgumentParser
import MuseRuntime

struct JournalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal",
    abstract: "Print the journal of a conversation: what it heard and what came of it.",
    discussion: """
      One JSON object on each line: the sources of its graphs, every record in order, and the newest checkpoint. The file holds \
      what was said, so treat it as you would treat a letter. 'musegraph replay' reads it.

        musegraph journal alice-1 --store sqlite:meeting.sqlite > alice.journal
      """)

  @Argument(help: "The conversation: the client id.")
  var thread: String

  @Option(help: ArgumentHelp("The store that has it.", valueName: "store"), transform: StoreChoice.read)
  var store: StoreChoice

  func run() async throws {
    let stores = try await Stores.open(existing: store)
    let id = ThreadID(rawValue: thread)
    let file = try await stores.reading { try await JournalFile.of(id, store: $0.checkpoints, archive: $0.archive) }
    guard !file.journal.isEmpty else { throw CommandFailure(.usage, "The store has no conversation '\(thread)'.") }
    Console.prompt(try file.lines())
  }
}
