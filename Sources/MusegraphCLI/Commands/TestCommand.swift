import ArgumentParser
import Foundation
import MuseWorkbench

struct TestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Play written conversations (*.scenario.yaml, and the talks of graphs) and compare.",
    discussion: """
      A scenario sets a clock, says the lines of a person, and tells what must come of each: the reply, the node that waits, \
      slots, calls of tools. Nothing else may happen: a write that is not listed fails it. Tools answer with the examples that \
      they declare, else run against a fresh calendar in memory; people come from people.csv beside the graph.

        musegraph test Graphs                       every scenario below a folder
        musegraph test booking.scenario.yaml        one
        musegraph test Graphs --coverage            what no scenario came to
        musegraph test Graphs --record              write down what happens instead

      A scenario is for the graph that its 'graph:' names, else for the one of its own folder or of the folder above.

      Exit status: 0 all passed, 1 one failed, or something was recorded, or too little was come to, 2 wrong usage or a file that \
      cannot be read.
      """)

  @Argument(help: "Scenario files, graph files with talks, or folders with either.")
  var paths: [String]

  @Option(help: ArgumentHelp("Play only those whose title or path contains this text.", valueName: "text"))
  var filter: String?

  @Flag(name: .shortAndLong, help: "Print the conversation of scenarios that passed, too.")
  var verbose = false

  @Flag(help: "Write what happened into the files that expected something else. Then look at them: the run fails.")
  var record = false

  @OptionGroup(title: "Coverage")
  var coverage: CoverageOptions

  @Option(help: ArgumentHelp("Write the results to this file as JUnit XML.", valueName: "file"))
  var junit: String?

  @Option(help: ArgumentHelp("Play each scenario so often.", valueName: "times"))
  var `repeat` = 1

  @Option(help: ArgumentHelp("How many are played at once; as many as there are cores.", valueName: "number"))
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Tell how long it took.")
  var time = false

  func validate() throws {
    if `repeat` < 1 { throw ValidationError("--repeat is a number from 1 on.") }
    if jobs < 1 { throw ValidationError("--jobs is a number from 1 on.") }
  }

  func run() async throws {
    let scenarios = try filtered(ScenarioCollection.find(in: paths))
    for path in [junit, coverage.file].compactMap(\.self) { try TextFile.checkThatItCanBeWritten(path) }
    let start = ContinuousClock.now
    let hall = try await RehearsalHall(for: scenarios, jobs: jobs)
    let ready = ContinuousClock.now
    let reporter = TestReporter(isVerbose: verbose, isBesideData: coverage.isData)
    var reports: [ScenarioReport] = []
    await hall.play(scenarios, times: `repeat`, countsCoverage: coverage.isOn) { report in
      reports.append(report)
      reporter.show(report)
    }
    if time {
      reporter.showTime(
        TestTime(
          scenarios: reports.count, times: `repeat`, graphs: hall.runners.count, ready: start.duration(to: ready),
          playing: ready.duration(to: .now)))
    }
    if let junit { try TextFile.write(JUnitReport(of: reports).text, to: junit) }
    try finish(reports, hall, reporter)
  }

  private func finish(_ reports: [ScenarioReport], _ hall: RehearsalHall, _ reporter: TestReporter) throws {
    let isCovered = try coverage.isOn ? showCoverage(of: reports, hall) : true
    reporter.showEnd(of: reports)
    let isRecorded = try record && recordAll(reports, reporter)
    if isRecorded || !isCovered || reports.contains(where: { !$0.hasPassed }) { throw CommandFailure(.findings) }
  }

  private func filtered(_ scenarios: [FoundScenario]) throws -> [FoundScenario] {
    guard let filter else { return scenarios }
    let wanted = filter.lowercased()
    let chosen = scenarios.filter { $0.title.lowercased().contains(wanted) || $0.place.lowercased().contains(wanted) }
    guard !chosen.isEmpty else {
      throw CommandFailure(.usage, "None of \(scenarios.count) scenarios has '\(filter)' in its title or path.")
    }
    return chosen
  }

  /// True: something was written.
  private func recordAll(_ reports: [ScenarioReport], _ reporter: TestReporter) throws -> Bool {
    var recorder = ScenarioRecorder()
    for report in reports { recorder.add(report) }
    let recorded = try recorder.record()
    reporter.showRecorded(recorded)
    return !recorded.isEmpty
  }

  /// False: less was come to than was asked for.
  private func showCoverage(of reports: [ScenarioReport], _ hall: RehearsalHall) throws -> Bool {
    let all = hall.runners.sorted { $0.key < $1.key }.flatMap { path, runner in
      var count = CoverageCount()
      for report in reports where report.found.graphPath == path { if let more = report.coverage { count.add(more) } }
      return CoverageReport.reports(of: runner.graph, from: runner.sources, count: count)
    }
    try coverage.show(all)
    return coverage.holds(for: all)
  }
}
