import Foundation
import MuseDefinition
import MuseSource

/// Coverage for programs.
///
/// ```json
/// {"graphs":[{"file":"graph.yaml","graph":"hello","items":[{"column":3,"hits":1,"kind":"node","line":6,"name":"hello"}],
///   "left_out":[],"totals":{"nodes":{"covered":1,"percent":100,"total":1}}}],"musegraph_coverage":1}
/// ```
public enum CoverageJSON {
  private struct Document: Encodable {
    let version = 1
    let graphs: [Graph]

    enum CodingKeys: String, CodingKey {
      case version = "musegraph_coverage"
      case graphs
    }
  }

  private struct Graph: Encodable {
    let graph: String
    let file: String
    let totals: [String: Total]
    let items: [Item]
    let leftOut: [LeftOut]

    enum CodingKeys: String, CodingKey {
      case graph, file, totals, items
      case leftOut = "left_out"
    }
  }

  private struct LeftOut: Encodable {
    let kind: CoveragePoint.Kind
    let name: String
    let line: Int
    let reason: String
  }

  private struct Total: Encodable {
    let covered: Int
    let total: Int
    let percent: Int
  }

  private struct Item: Encodable {
    let kind: CoveragePoint.Kind
    let name: String
    let file: String
    let line: Int
    let column: Int
    let hits: Int
  }

  public static func text(of reports: [CoverageReport]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let document = Document(graphs: reports.map(graph))
    return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
  }

  private static func graph(_ report: CoverageReport) -> Graph {
    let totals = CoveragePoint.Kind.allCases.map { kind in
      (kind.plural, Total(covered: report.covered(kind), total: report.items(of: kind).count, percent: report.percent(kind)))
    }
    let items = report.items.map { item in
      Item(
        kind: item.point.kind, name: item.point.name, file: item.location.file, line: item.location.range.start.line,
        column: item.location.range.start.column, hits: item.hits)
    }
    let leftOut = report.leftOut.map { item, reason in
      LeftOut(kind: item.point.kind, name: item.point.name, line: item.location.range.start.line, reason: reason)
    }
    return Graph(
      graph: report.graph.rawValue, file: report.file, totals: Dictionary(uniqueKeysWithValues: totals), items: items,
      leftOut: leftOut)
  }
}
