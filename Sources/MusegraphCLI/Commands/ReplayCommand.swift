import ArgumentParser
import MuseInterpreter
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

      A journal of a build in which the language meant something else is not compared: replay it with that build.

      Exit status: 0 all the same, 1 a difference, 2 wrong usage or a journal that cannot be read, 3 a store that cannot be opened, \
      or a journal of another meaning.
      """)

  @Argument(help: "Journal files; with --store, conversations of it.")
  var names: [String] = []

  @Option(help: ArgumentHelp("Read the conversations of this store.", valueName: "store"), transform: StoreChoice.read)
  var store: StoreChoice?

  func validate() throws {
    if store == nil, names.isEmpty { throw ValidationError("Name a journal file, or a store with --store sqlite:PATH.") }
  }

  func run() async throws {
    var tally = Tally()
    if let store {
      let stores = try await Stores.open(existing: store)
      for thread in try await threads(in: stores) {
        let file = try await stores.reading { try await JournalFile.of(thread, store: $0.checkpoints, archive: $0.archive) }
        tally.count(show(thread.rawValue, Replay.run(file)))
      }
    } else {
      for name in names { tally.count(show(name, Replay.run(try JournalReading.file(name)))) }
    }
    Console.complain(tally.sentence)
    if let status = tally.status { throw CommandFailure(status) }
  }

  private enum Verdict {
    case same, differs, uncompared
  }

  /// How often which verdict was given.
  private struct Tally {
    private var verdicts: [Verdict: Int] = [:]

    mutating func count(_ verdict: Verdict) { verdicts[verdict, default: 0] += 1 }

    private func number(_ verdict: Verdict) -> Int { verdicts[verdict] ?? 0 }

    var sentence: String {
      let total = verdicts.values.reduce(0, +)
      let compared =
        number(.differs) == 0 ? "\(number(.same)) replayed, all the same." : "\(number(.differs)) of \(total) differ."
      return number(.uncompared) == 0 ? compared : "\(compared) \(number(.uncompared)) of another meaning."
    }

    /// Nil: all the same.
    var status: ExitStatus? { number(.differs) > 0 ? .findings : number(.uncompared) > 0 ? .environment : nil }
  }

  private func threads(in stores: Stores) async throws -> [ThreadID] {
    let known = try await stores.reading { try await $0.archive.threads() }
    let wanted = names.map(ThreadID.init(rawValue:))
    if let unknown = wanted.first(where: { !known.contains($0) }) {
      throw CommandFailure(.usage, "The store has no conversation '\(unknown)'.")
    }
    return wanted.isEmpty ? known : wanted
  }

  private func show(_ name: String, _ report: ReplayReport) -> Verdict {
    let colours = Colours.stdout
    if let meaning = report.otherMeaning {
      Console.show(
        "\(colours(.faint, "?")) \(name): it was computed by meaning \(meaning) of the language, and this build has meaning "
          + "\(Interpreter.meaning). Nothing was compared: replay it with the build that recorded it.")
      return .uncompared
    }
    guard let difference = report.difference else {
      Console.show("\(colours(.green, "=")) \(name): \(report.turns) turns, \(report.records) records")
      return .same
    }
    Console.show("\(colours(.red, "≠")) \(name): \(difference)")
    return .differs
  }
}
