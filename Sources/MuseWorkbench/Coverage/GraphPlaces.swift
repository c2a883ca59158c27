import MuseCompiler
import MuseDefinition
import MuseInterpreter
import MuseSource

/// Where the parts of a graph stand in its file.
struct GraphPlaces {
  private let root: YAMLNode?
  private let start: SourceLocation

  init(_ file: SourceFile) {
    root = FormChecker.tree(of: file)
    start = SourceLocation(file: file.path, range: SourceRange(line: 1, column: 1))
  }

  /// The graph's name, as far as it can be read.
  var name: String? { root?["name"]?.located?.value }

  /// The nearest place that is written: of an outcome that `otherwise` leads on, the node.
  func place(of point: CoveragePoint) -> SourceLocation {
    switch point {
    case .node(let node): place(of: node)
    case .outcome(let node, let outcome): key(outcome.rawValue, in: body(of: node)?["next"]) ?? place(of: node)
    case .condition(.branch(let node, let index), _): branch(index, of: node) ?? place(of: node)
    case .condition(.allows(let slot), _): value("where", of: slot)
    case .condition(.needed(let slot), _): value("needed", of: slot)
    case .condition(.event(let node, _), _): body(of: node)?["where"]?.location ?? place(of: node)
    case .move: start
    }
  }

  private func body(of node: NodeID) -> YAMLNode? { root?["nodes"]?[node.rawValue] }

  private func place(of node: NodeID) -> SourceLocation { key(node.rawValue, in: root?["nodes"]) ?? start }

  private func branch(_ index: Int?, of node: NodeID) -> SourceLocation? {
    guard let index else { return key("else", in: body(of: node)) }
    let cases = body(of: node)?["when"]?.sequence ?? []
    return cases.indices.contains(index) ? cases[index].location : nil
  }

  private func value(_ key: String, of slot: SlotID) -> SourceLocation {
    root?["slots"]?[slot.rawValue]?[key]?.location ?? self.key(slot.rawValue, in: root?["slots"]) ?? start
  }

  private func key(_ name: String, in map: YAMLNode?) -> SourceLocation? {
    map?.mapping?.first { $0.key.value == name }?.key.location
  }
}
