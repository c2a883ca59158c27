import ArgumentParser
import MuseRuntime

struct ReplayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Compute conversations again from their journals, and compare.",
    discussion: """
      Every input of a conversation is journalled, and so is what came of it. Replay computes all of it again, from the graph's \
      source as it was then, and stops at the first difference. Nothing is called and nothing is sent.

        musegraph replay talk.journal                          a journal from 'musegraph journal'
        musegraph replay --store sqlite:meeting.sqlite         every conversation of a store
        musegraph replay --store sqlite:meeting.sqlite alice-1 one of them

      Exit status: 0 all the same, 1 a difference, 2 wrong usage or a journal that cannot be read, 3 a store that cannot be opened.
      """)

  @Argument(help: "Journal files; with --store, conversations of it.")
  var names: [String] = []

  @Option(help: ArgumentHelp("Read the conversations of this store.", valueName: "store"), transform: StoreChoice.read)
  var store: StoreChoice?

  func validate() throws {
    if store == nil, names.isEmpty { throw ValidationError("Name a journal file, or a store with --store sqlite:PATH.") }
  }

  func run() async throws {
    var differing = 0
    let count: Int
    if let store {
      let stores = try await Stores.open(existing: store)
      let threads = try await threads(in: stores)
      count = threads.count
      for thread in threads {
        let file = try await stores.reading { try await JournalFile.of(thread, store: $0.checkpoints, archive: $0.archive) }
        if !show(thread.rawValue, Replay.run(file)) { differing += 1 }
      }
    } else {
      count = names.count
      for name in names where !show(name, Replay.run(try JournalReading.file(name))) { differing += 1 }
    }
    Console.complain(differing == 0 ? "\(count) replayed, all the same." : "\(differing) of \(count) differ.")
    if differing > 0 { throw CommandFailure(.findings) }
  }

  private func threads(in stores: Stores) async throws -> [ThreadID] {
    let known = try await stores.reading { try await $0.archive.threads() }
    let wanted = names.map(ThreadID.init(rawValue:))
    if let unknown = wanted.first(where: { !known.contains($0) }) {
      throw CommandFailure(.usage, "The store has no conversation '\(unknown)'.")
    }
    return wanted.isEmpty ? known : wanted
  }

  private func show(_ name: String, _ report: ReplayReport) -> Bool {
    let colours = Colours.stdout
    guard let difference = report.difference else {
      Console.show("\(colours(.green, "=")) \(name): \(report.turns) turns, \(report.records) records")
      return true
    }
    Console.show("\(colours(.red, "≠")) \(name): \(difference)")
    return false
  }
}
