import ArgumentParser
import MuseCompiler
import MuseSource
import MuseWorkbench

struct TestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Play written conversations (*.scenario.yaml) and compare.",
    discussion: """
      A scenario sets a clock, says the lines of a person, and tells what must come of each: the reply, the node that waits, \
      slots, calls of tools. Nothing else may happen: a write that is not listed fails it. Tools run against a fresh calendar in \
      memory; people come from people.csv beside the graph.

        musegraph test Graphs                    every scenario below a folder
        musegraph test booking.scenario.yaml     one

      A scenario is for the graph that its 'graph:' names, else for the one of its own folder or of the folder above.

      Exit status: 0 all passed, 1 one failed, 2 wrong usage or a file that cannot be read.
      """)

  @Argument(help: "Scenario files, or folders with scenarios.")
  var paths: [String]

  @Flag(name: .shortAndLong, help: "Print the conversation of scenarios that passed, too.")
  var verbose = false

  func run() async throws {
    var hall = RehearsalHall()
    var failed = 0
    let files = try GraphFiles.find(.scenario, in: paths)
    for file in files {
      let report = try await hall.play(file)
      if !report.hasPassed { failed += 1 }
      show(report)
    }
    let passed = files.count - failed
    Console.complain(failed == 0 ? "All \(passed) passed." : "\(failed) of \(files.count) failed.")
    if failed > 0 { throw CommandFailure(.findings) }
  }

  private func show(_ report: ScenarioReport) {
    let colours = Colours.stdout
    let mark = report.hasPassed ? colours(.green, "✓") : colours(.red, "✗")
    Console.show("\(mark) \(report.title)  \(colours(.faint, report.file))")
    if !report.hasPassed || verbose, !report.details.isEmpty { Console.show(report.details) }
  }
}
