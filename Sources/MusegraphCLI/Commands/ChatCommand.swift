import ArgumentParser
import Foundation
import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
import MuseSource
import MuseWorkbench

struct ChatCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat",
    abstract: "Talk with a graph here in the terminal.",
    discussion: """
      Nothing is kept: tools answer with the examples that they declare, the calendar is fresh and in memory, people come from \
      people.csv beside the graph. '[Yes]' presses the button Yes. End with Ctrl-D.

        musegraph chat Graphs/meeting
        musegraph chat graph.yaml --script lines.txt --now 2026-03-02T09:00
        musegraph chat Graphs/insurance-claim --locale de --zone Europe/Berlin

      A script has one line of the person on each line; the conversation is printed as a transcript, and the clock stands still \
      at --now. Lines piped in are a script, too.
      """)

  @Argument(help: "The graph file, or a folder with one graph.")
  var path: String

  @Option(help: ArgumentHelp("Say the lines of this file and print the transcript.", valueName: "file"))
  var script: String?

  @Option(help: StartOfClock.help, transform: StartOfClock.read)
  var now: StartOfClock?

  @OptionGroup
  var person: PersonOptions

  @Option(
    help: ArgumentHelp("Write the journal of the conversation to this file; 'musegraph replay' reads it.", valueName: "file"))
  var journal: String?

  func run() async throws {
    let graph = try GraphLoader.sound(path).begun()
    let locale = try person.locale(for: graph.graph)
    if let journal { try TextFile.checkThatItCanBeWritten(journal) }
    let lines = try script.map { try TextFile.read($0).lines.map(String.init) }
    let isTalk = lines == nil && isatty(STDIN_FILENO) == 1
    let start = now?.instant(in: person.zone ?? graph.graph.zone)
    let clock: any TimeSource =
      if isTalk { start.map { SystemTimeSource(startingAt: $0) } ?? SystemTimeSource() } else {
        SettableTimeSource(start ?? SystemTimeSource().now())
      }
    let rehearsal = try await Rehearsal(
      on: .init(
        graph: graph.graph, sources: graph.sources, understanding: EmbeddedUnderstanding(graph: graph.graph),
        tools: try FreshWorld(for: graph).make().tools, clock: clock, zone: person.zone, locale: locale))
    if isTalk { try await talk(with: rehearsal, graph) } else { try await perform(lines, with: rehearsal, graph) }
    if let journal { try TextFile.write(try await rehearsal.journal().lines(), to: journal) }
  }

  /// What is said unasked, because time has passed, comes between the lines.
  private func talk(with rehearsal: Rehearsal, _ graph: SoundGraph) async throws {
    Console.complain(Colours.stderr(.faint, "\(graph.graph.title) (\(graph.graph.name)). End with Ctrl-D."))
    let prompt = Colours.stdout(.faint, "you  ")
    let listening = Task {
      await rehearsal.listen { Console.prompt("\r" + Transcript.text(of: $0) + "\n" + prompt) }
    }
    defer { listening.cancel() }
    Console.prompt(prompt)
    for await line in TerminalLines.all() {
      if MessageLimit.accepts(line) { Console.show(Transcript.replies(of: try await rehearsal.sayOrPress(line))) }
      Console.prompt(prompt)
    }
    Console.show("")
  }

  /// A transcript is a report: what sensitive slots hold does not stand in it.
  private func perform(_ lines: [String]?, with rehearsal: Rehearsal, _ graph: SoundGraph) async throws {
    var script = lines.map { $0[...] }
    while let line = script == nil ? readLine() : script?.popFirst() {
      guard MessageLimit.accepts(line) else { continue }
      let turn = try await rehearsal.sayOrPress(line)
      Console.show(Transcript.text(of: turn, without: Sensitive(in: graph.graph, turn.state)))
    }
  }
}
