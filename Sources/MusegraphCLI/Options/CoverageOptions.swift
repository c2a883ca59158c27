import ArgumentParser
import MuseWorkbench

/// `--coverage` and what belongs to it.
struct CoverageOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, lcov
  }

  @Flag(name: .customLong("coverage"), help: "Tell what of the graphs no scenario came to, with its lines.")
  var isWanted = false

  @Option(
    name: .customLong("coverage-format"),
    help: "How it is told: text for people, json for programs, lcov for editors; text, if left out.")
  var format: Format?

  @Option(name: .customLong("coverage-file"), help: ArgumentHelp("Write it to this file instead.", valueName: "file"))
  var file: String?

  @Option(
    name: .customLong("coverage-at-least"),
    help: ArgumentHelp("Fail where less of a graph's nodes, outcomes or conditions was come to.", valueName: "percent"))
  var least: Int?

  mutating func validate() throws {
    if let least, !(0...100).contains(least) { throw ValidationError("--coverage-at-least is a number from 0 to 100.") }
  }

  /// Each of the others asks for it, too.
  var isOn: Bool { isWanted || format != nil || file != nil || least != nil }

  /// Whether stdout has what a program reads.
  var isData: Bool { isOn && file == nil && (format ?? .text) != .text }

  /// - Throws: `CommandFailure` where the file cannot be written.
  func show(_ reports: [CoverageReport]) throws {
    let text = try text(of: reports)
    if let file { try TextFile.write(text, to: file) } else { Console.prompt(text) }
  }

  /// Says which graphs fall short.
  func holds(for reports: [CoverageReport]) -> Bool {
    guard let least else { return true }
    let short = reports.filter { $0.leastPercent < least }
    for report in short {
      Console.complain("Of '\(report.graph)' only \(report.leastPercent) % were come to; \(least) % are asked for.")
    }
    return short.isEmpty
  }

  private func text(of reports: [CoverageReport]) throws -> String {
    switch format ?? .text {
    case .text: return CoverageText.text(of: reports)
    case .lcov: return CoverageTrace.text(of: reports)
    case .json:
      do {
        return try CoverageJSON.text(of: reports)
      } catch {
        throw CommandFailure(.environment, "The coverage cannot be written as JSON: \(error)")
      }
    }
  }
}
