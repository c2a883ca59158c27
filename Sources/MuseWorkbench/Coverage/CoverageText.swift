import MuseDefinition
import MuseSource

/// Coverage for people: what was come to in numbers, and every place that was not.
public enum CoverageText {
  public static func text(of reports: [CoverageReport]) -> String {
    reports.map(text).joined(separator: "\n")
  }

  private static func text(of report: CoverageReport) -> String {
    let numbers = CoveragePoint.Kind.allCases.filter { !report.items(of: $0).isEmpty }.map { kind in
      line(kind, report.covered(kind), of: report.items(of: kind).count, percent: report.percent(kind))
    }
    let missing = report.missing.map { item in
      "  \(place(item)): \(item.point.complaint)\n"
    }
    let silent = report.items(of: .move).filter { $0.hits == 0 }.map(\.point.name)
    let moves = silent.isEmpty ? "" : "  Never said: \(silent.joined(separator: ", ")).\n"
    let leftOut = report.leftOut.map { left in
      "  \(place(left.item)): '\(left.item.point.name)' is not counted: \(left.reason)\n"
    }
    return "\(report.graph)  (\(report.file))\n" + (numbers + missing + leftOut).joined() + moves
  }

  private static func place(_ item: CoverageItem) -> String { "\(item.location.file):\(item.location.range.start.line)" }

  private static func line(_ kind: CoveragePoint.Kind, _ covered: Int, of total: Int, percent: Int) -> String {
    let name = kind.plural
    let numbers = "\(covered) of \(total)"
    return "  " + name + padding(12 - name.count) + numbers + padding(14 - numbers.count) + "\(percent) %\n"
  }

  private static func padding(_ count: Int) -> String { String(repeating: " ", count: max(1, count)) }
}
