import MuseDefinition
import MuseSource
import MuseWorkbench

/// A scenario that was found: in a file of its own, or among the talks of a graph.
struct FoundScenario: Sendable {
  let title: String
  let file: SourceFile
  /// Nil where the findings say why it cannot be played.
  let scenario: Scenario?
  let diagnostics: [Diagnostic]
  /// The file of the graph that it is for; nil with the scenario.
  let graphPath: String?

  /// Where it stands, for people.
  var place: String {
    guard let scenario, scenario.talk != nil else { return file.path }
    return "\(file.path):\(scenario.location.range.start.line)"
  }
}

/// Finds and reads scenarios.
enum ScenarioCollection {
  /// Those of all paths, each once, in the order of the paths and below a folder by name.
  ///
  /// - Throws: `CommandFailure` for a path that is not there or holds none, and for a scenario whose graph is not to be found.
  static func find(in paths: [String]) throws -> [FoundScenario] {
    var files: [String] = []
    for path in paths {
      for file in try Self.files(in: path) where !files.contains(file) { files.append(file) }
    }
    let found = try files.flatMap(read)
    guard !found.isEmpty else {
      throw CommandFailure(.usage, "No scenario stands in \(paths.map { "'\($0)'" }.joined(separator: ", ")). Write one.")
    }
    return found
  }

  private static func files(in path: String) throws -> [String] {
    guard GraphFiles.isFolder(path) == true else { return try GraphFiles.find(.scenario, in: path) }
    let found = try GraphFiles.files(below: path) { GraphFiles.Kind.scenario.accepts($0) || GraphFiles.Kind.graph.accepts($0) }
      .filter { try !isGraph($0) || holdsTalks(TextFile.read($0)) }
    guard !found.isEmpty else {
      throw CommandFailure(
        .usage, "'\(path)' holds no \(GraphFiles.Kind.scenario.pattern), and no graph with 'talks'. Name another folder.")
    }
    return found
  }

  private static func isGraph(_ path: String) -> Bool {
    GraphFiles.Kind.graph.accepts(path.split(separator: "/").last.map(String.init) ?? path)
  }

  /// Whether reading it as YAML is worth while.
  private static func holdsTalks(_ file: SourceFile) -> Bool { file.lines.contains { $0.contains("talks") } }

  private static func read(_ path: String) throws -> [FoundScenario] {
    let file = try TextFile.read(path)
    if isGraph(path) {
      // What cannot be read holds no talks, and must not pass for a graph that has none.
      if holdsTalks(file) { _ = try GraphLoader.sound(file: path) }
      return ScenarioReader.talks(in: file).map { talk in
        FoundScenario(
          title: talk.name, file: file, scenario: talk.scenario, diagnostics: talk.diagnostics,
          graphPath: talk.scenario == nil ? nil : path)
      }
    }
    let (scenario, diagnostics) = ScenarioReader.read(file)
    let graphPath = try scenario.map { try Self.graphPath(for: $0, in: path) }
    return [
      FoundScenario(
        title: scenario?.title ?? path, file: file, scenario: scenario, diagnostics: diagnostics, graphPath: graphPath)
    ]
  }

  /// What is wrong with the talks of a graph that is sound itself.
  static func findings(inTalksOf graph: SoundGraph) -> FindingsReport {
    let file = graph.sources.root
    let findings = ScenarioReader.talks(in: file).flatMap { talk in
      talk.diagnostics + (talk.scenario.map { ScenarioCheck.findings(in: $0, for: graph.graph) } ?? [])
    }
    return FindingsReport(diagnostics: findings, files: [file])
  }

  /// What `graph:` names, else the one graph of the scenario's folder or of the one above.
  private static func graphPath(for scenario: Scenario, in path: String) throws -> String {
    let folder = GraphFiles.folder(of: path)
    if let named = scenario.graph?.value {
      let graph = named.hasPrefix("/") ? named : GraphFiles.join(folder, named)
      guard GraphFiles.isFolder(graph) != nil else {
        throw CommandFailure(.usage, "'\(path)' is for '\(named)', but '\(graph)' is not there. Correct its 'graph'.")
      }
      let files = try GraphFiles.find(.graph, in: graph)
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
