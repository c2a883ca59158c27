import MuseSource
import MuseWorkbench

/// The results of `test` as JUnit XML, which CI systems show (the common subset: github.com/testmoapp/junitxml).
struct JUnitReport {
  private let reports: [ScenarioReport]

  init(of reports: [ScenarioReport]) { self.reports = reports }

  /// A suite for each graph, in the order in which they came first.
  var text: String {
    var suites: [String] = []
    for suite in reports.map(\.suite) where !suites.contains(suite) { suites.append(suite) }
    let body = suites.map { name in text(ofSuite: name, reports.filter { $0.suite == name }) }.joined()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="musegraph"\(numbers(of: reports))>
      \(body)</testsuites>

      """
  }

  private func text(ofSuite name: String, _ reports: [ScenarioReport]) -> String {
    "  <testsuite name=\"\(name.escapedForXML)\"\(numbers(of: reports))>\n" + reports.map(text).joined() + "  </testsuite>\n"
  }

  private func text(of report: ScenarioReport) -> String {
    let line = report.found.scenario.map { " line=\"\($0.location.range.start.line)\"" } ?? ""
    let head =
      "    <testcase name=\"\(report.found.title.escapedForXML)\" classname=\"\(report.suite.escapedForXML)\""
      + " file=\"\(report.found.file.path.escapedForXML)\"\(line) time=\"\(report.time.inSeconds)\""
    guard !report.hasPassed else { return head + "/>\n" }
    let findings = report.findings
    let kind = findings.isEmpty ? "failure" : "error"
    let message = findings.first.map(\.message) ?? report.result?.mismatches.first?.sentence ?? ""
    let details = findings.isEmpty ? report.result.map(Transcript.text) ?? "" : findings.map(\.message).joined(separator: "\n")
    let summary = message.escapedForXML.replacing("\n", with: "&#10;")
    return head + ">\n      <\(kind) message=\"\(summary)\" type=\"\(findings.first?.id.rawValue ?? "mismatch")\">"
      + details.escapedForXML + "</\(kind)>\n    </testcase>\n"
  }

  private func numbers(of reports: [ScenarioReport]) -> String {
    let errors = reports.filter { !$0.findings.isEmpty }.count
    let failures = reports.filter { !$0.hasPassed }.count - errors
    let time = reports.reduce(Duration.zero) { $0 + $1.time }
    return " tests=\"\(reports.count)\" failures=\"\(failures)\" errors=\"\(errors)\" time=\"\(time.inSeconds)\""
  }
}

extension ScenarioReport {
  fileprivate var suite: String { found.graphPath ?? found.file.path }
}

extension Mismatch {
  fileprivate var sentence: String {
    switch (expected, found) {
    case (let expected?, let found?): "\(subject.rawValue): expected '\(expected)', found '\(found)'"
    case (let expected?, nil): "\(subject.rawValue): expected '\(expected)', found nothing"
    case (nil, let found?): "\(subject.rawValue): found '\(found)', which was not expected"
    case (nil, nil): subject.rawValue
    }
  }
}

extension Duration {
  /// In whole milliseconds.
  var inSeconds: String {
    let milliseconds = Int(self / .milliseconds(1))
    let fraction = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }
}

extension String {
  /// For attributes and text; what XML 1.0 cannot hold at all becomes U+FFFD.
  fileprivate var escapedForXML: String {
    var escaped = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      // What XML 1.0 has no character for (section 2.2).
      case "\0"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped.unicodeScalars.append("\u{FFFD}")
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
