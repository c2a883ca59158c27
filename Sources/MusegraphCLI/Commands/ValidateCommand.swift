import ArgumentParser

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check graphs: every finding with its place, what is wrong, and what to do.",
    discussion: """
      A folder stands for every graph.yaml and *.graph.yaml in it. Findings go to stdout, all of a run together, sorted by place.

        musegraph validate Graphs/meeting
        musegraph validate --format json graph.yaml | jq '.findings[].message'

      Exit status: 0 no errors (there may be warnings and notes), 1 errors, 2 wrong usage or a file that cannot be read.
      """)

  @Argument(help: "Graph files, or folders with graphs.")
  var paths: [String]

  @Option(help: "How findings are printed: text for people, json for machines.")
  var format: ReportFormat = .text

  func run() throws {
    let files = try GraphFiles.find(.graph, in: paths)
    let loaded = try files.map { try GraphLoader.load($0) }
    let report = FindingsReport.merged(loaded.map(\.report) + loaded.compactMap(\.sound).map(ScenarioCollection.findings))
    switch format {
    case .json: Console.prompt(report.json)
    case .text:
      Console.prompt(report.text(in: .stdout))
      if report.diagnostics.isEmpty {
        Console.complain("\(files.count == 1 ? "1 graph" : "\(files.count) graphs"): nothing found")
      }
    }
    if report.hasErrors { throw CommandFailure(.findings) }
  }
}
