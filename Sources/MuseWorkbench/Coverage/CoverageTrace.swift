import MuseSource

/// Coverage as an lcov trace file, which editors and review tools show in the margin of a graph's file.
///
/// Nodes are functions and lines, outcomes and conditions are branches (the format: man page geninfo(1), "FILES"). Moves have no
/// line of their own and are left out.
public enum CoverageTrace {
  public static func text(of reports: [CoverageReport]) -> String {
    reports.map(trace).joined()
  }

  private static func trace(of report: CoverageReport) -> String {
    let nodes = report.items(of: .node)
    let branches = report.items(of: .outcome) + report.items(of: .condition)
    let functions = nodes.map { "FN:\(line($0)),\($0.point.name)" } + nodes.map { "FNDA:\($0.hits),\($0.point.name)" }
    let arms = Dictionary(grouping: branches, by: line).sorted { $0.key < $1.key }.flatMap { line, items in
      // Never evaluated is told from evaluated and not taken; here both are "not come to".
      items.enumerated().map { "BRDA:\(line),0,\($0.offset),\($0.element.hits == 0 ? "-" : String($0.element.hits))" }
    }
    let lines = Dictionary(grouping: nodes + branches, by: line).sorted { $0.key < $1.key }.map { line, items in
      "DA:\(line),\(items.map(\.hits).max() ?? 0)"
    }
    let records =
      ["TN:", "SF:\(report.file)"] + functions + ["FNF:\(nodes.count)", "FNH:\(report.covered(.node))"] + arms
      + ["BRF:\(branches.count)", "BRH:\(report.covered(.outcome) + report.covered(.condition))"] + lines
      + ["LF:\(lines.count)", "LH:\(lines.filter { !$0.hasSuffix(",0") }.count)", "end_of_record"]
    return records.joined(separator: "\n") + "\n"
  }

  private static func line(_ item: CoverageItem) -> Int { item.location.range.start.line }
}
