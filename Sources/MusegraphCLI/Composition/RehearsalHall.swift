import MuseWorkbench

/// How a scenario went.
struct ScenarioReport: Sendable {
  let found: FoundScenario
  /// Nil: it could not be read.
  let result: ScenarioResult?
  let time: Duration
  let coverage: CoverageCount?

  var hasPassed: Bool { result?.hasPassed ?? false }
}

/// Plays scenarios, several at once. Each graph is compiled and its understanding trained once, and all its scenarios share them.
struct RehearsalHall: Sendable {
  /// By the path of the graph's file.
  let runners: [String: ScenarioRunner]
  private let jobs: Int

  /// - Throws: `CommandFailure` where a graph cannot be read or has errors.
  init(for scenarios: [FoundScenario], jobs: Int) async throws {
    self.jobs = jobs
    var paths: [String] = []
    for path in scenarios.compactMap(\.graphPath) where !paths.contains(path) { paths.append(path) }
    // One after the other: what is wrong with several is then said in their order.
    var runners: [String: ScenarioRunner] = [:]
    for path in paths {
      let graph = try GraphLoader.sound(file: path).begun()
      let world = try FreshWorld(for: graph)
      runners[path] = ScenarioRunner(graph: graph.graph, sources: graph.sources) { world.make() }
    }
    self.runners = runners
  }

  /// The reports in the order of the scenarios, each as soon as it and all before it are done.
  ///
  /// - Parameters:
  ///   - times: how often each is played; the first that fails is reported.
  func play(
    _ scenarios: [FoundScenario], times: Int, countsCoverage: Bool, report: (ScenarioReport) -> Void
  ) async {
    await withTaskGroup(of: (Int, ScenarioReport).self) { group in
      var waiting = scenarios.enumerated().makeIterator()
      func begin() {
        guard let (index, scenario) = waiting.next() else { return }
        group.addTask { (index, await play(scenario, times: times, countsCoverage: countsCoverage)) }
      }
      for _ in 0..<max(1, jobs) { begin() }
      var done: [Int: ScenarioReport] = [:]
      var next = 0
      for await (index, finished) in group {
        begin()
        done[index] = finished
        while let finished = done.removeValue(forKey: next) {
          report(finished)
          next += 1
        }
      }
    }
  }

  private func play(_ found: FoundScenario, times: Int, countsCoverage: Bool) async -> ScenarioReport {
    let start = ContinuousClock.now
    guard let scenario = found.scenario, let runner = found.graphPath.flatMap({ runners[$0] }) else {
      return ScenarioReport(found: found, result: nil, time: .zero, coverage: nil)
    }
    var result = await runner.run(scenario)
    for _ in 1..<max(1, times) where result.hasPassed { result = await runner.run(scenario) }
    let coverage = countsCoverage ? CoverageCount(of: result.journal, in: runner.graph) : nil
    return ScenarioReport(found: found, result: result, time: start.duration(to: .now), coverage: coverage)
  }
}
