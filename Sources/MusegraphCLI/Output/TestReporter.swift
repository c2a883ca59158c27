import Foundation
import MuseSource
import MuseWorkbench

/// Prints how scenarios went: results to stdout, the count to stderr.
struct TestReporter {
  let isVerbose: Bool
  /// Results go to stderr, too: stdout has what a program reads.
  let isBesideData: Bool

  private var colours: Colours { isBesideData ? .stderr : .stdout }

  private func show(_ text: String) {
    if isBesideData { Console.complain(text) } else { Console.show(text) }
  }

  func show(_ report: ScenarioReport) {
    let mark = report.hasPassed ? colours(.green, "✓") : colours(.red, "✗")
    show("\(mark) \(report.found.title)  \(colours(.faint, report.found.place))")
    guard !report.hasPassed || isVerbose else { return }
    let details = report.findings.isEmpty ? transcript(of: report) : findings(of: report)
    if !details.isEmpty { show(details) }
  }

  private func findings(of report: ScenarioReport) -> String {
    let findings = FindingsReport(diagnostics: report.findings, files: [report.found.file])
    return findings.text(in: colours).trimmingCharacters(in: .newlines)
  }

  private func transcript(of report: ScenarioReport) -> String {
    (report.result.map(TranscriptDifference.lines) ?? []).map { line in
      guard !line.text.isEmpty else { return "" }
      let place = line.place.isEmpty ? "" : "    " + colours(.faint, "(\(line.place))")
      let text = "\(line.mark.rawValue) \(line.text)"
      switch line.mark {
      case .same: return "  \(text)\(place)"
      case .expected: return "  \(colours(.red, text))\(place)"
      case .found: return "  \(colours(.green, text))\(place)"
      }
    }.joined(separator: "\n")
  }

  func showEnd(of reports: [ScenarioReport]) {
    let failed = reports.filter { !$0.hasPassed }.count
    Console.complain(failed == 0 ? "All \(reports.count) passed." : "\(failed) of \(reports.count) failed.")
  }

  func showRecorded(_ paths: [String]) {
    for path in paths { show("● recorded  \(path)") }
    let what = paths.count == 1 ? "One file was" : "\(paths.count) files were"
    Console.complain(
      paths.isEmpty
        ? "Nothing to record." : "\(what) recorded: look at what has changed, then run again without --record.")
  }

  func showTime(_ time: TestTime) { Console.complain(time.sentence) }
}

extension ScenarioReport {
  /// Of its form, or of its names.
  var findings: [Diagnostic] { found.scenario == nil ? found.diagnostics : result?.findings ?? [] }
}

/// How long playing took.
struct TestTime {
  let scenarios: Int
  let times: Int
  let graphs: Int
  let ready: Duration
  let playing: Duration

  var sentence: String {
    let count = scenarios * times
    let speed = playing > .zero ? Int(Double(count) / (playing / .seconds(1))) : count
    let repeated = times > 1 ? " (\(scenarios), \(times) times each)" : ""
    return "\(count) scenarios\(repeated) played in \(playing.inSeconds) s, \(speed) a second; "
      + "\(graphs == 1 ? "1 graph" : "\(graphs) graphs") made ready in \(ready.inSeconds) s."
  }
}
