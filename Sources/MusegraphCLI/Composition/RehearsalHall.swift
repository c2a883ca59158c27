import Foundation
import MuseCompiler
import MuseSource
import MuseWorkbench

/// How one scenario file went, ready to be printed.
struct ScenarioReport {
  var title: String
  var file: String
  var hasPassed: Bool
  var details: String
}

/// Plays scenario files; each graph is compiled and its understanding trained once.
struct RehearsalHall {
  private var runners: [String: ScenarioRunner] = [:]

  /// - Throws: `CommandFailure` where a file cannot be read or the graph has errors.
  mutating func play(_ path: String) async throws -> ScenarioReport {
    let file = try TextFile.read(path)
    let (scenario, diagnostics) = ScenarioReader.read(file)
    guard let scenario else { return report(diagnostics, in: file, title: path) }
    let result = try await runner(for: scenario, in: path).run(scenario)
    guard result.findings.isEmpty else { return report(result.findings, in: file, title: scenario.title) }
    return ScenarioReport(
      title: scenario.title, file: path, hasPassed: result.hasPassed, details: Transcript.text(of: result))
  }

  private func report(_ diagnostics: [Diagnostic], in file: SourceFile, title: String) -> ScenarioReport {
    let findings = FindingsReport(diagnostics: diagnostics, files: [file])
    return ScenarioReport(
      title: title, file: file.path, hasPassed: false, details: findings.text(in: .stdout).trimmingCharacters(in: .newlines))
  }

  private mutating func runner(for scenario: Scenario, in path: String) throws -> ScenarioRunner {
    let graphPath = try graphPath(for: scenario, in: path)
    if let known = runners[graphPath] { return known }
    let graph = try GraphLoader.sound(file: graphPath)
    let world = try FreshWorld(for: graph)
    let runner = ScenarioRunner(graph: graph.graph, sources: graph.sources) { world.make() }
    runners[graphPath] = runner
    return runner
  }

  /// What `graph:` names, else the one graph of the scenario's folder or of the one above.
  private func graphPath(for scenario: Scenario, in path: String) throws -> String {
    let folder = GraphFiles.folder(of: path)
    if let named = scenario.graph?.value {
      let files = try GraphFiles.find(.graph, in: named.hasPrefix("/") ? named : GraphFiles.join(folder, named))
      guard files.count == 1, let file = files.first else {
        throw CommandFailure(.usage, "'\(path)' is for '\(named)', which holds several graphs. Name one file.")
      }
      return file
    }
    for candidate in [folder, GraphFiles.join(folder, "..")] {
      let files = try GraphFiles.here(.graph, in: candidate)
      if files.count == 1, let file = files.first { return file }
    }
    throw CommandFailure(.usage, "'\(path)' does not say which graph it is for. Write 'graph: ../graph.yaml' into it.")
  }
}
