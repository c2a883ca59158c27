package import MuseSource

/// What a file of the language is, and which keys it may have.
package enum FileKind: String, CaseIterable, Sendable {
  case graph, tools, scenario

  /// By its name; where that says nothing, by what stands in it.
  package init(of file: SourceFile) {
    let name = file.path.split(separator: "/").last ?? ""
    if name == "graph.yaml" || name.hasSuffix(".graph.yaml") {
      self = .graph
    } else if name.hasSuffix(".tools.yaml") {
      self = .tools
    } else if name.hasSuffix(".scenario.yaml") {
      self = .scenario
    } else {
      let keys = Set((YAMLReader.read(file).root?.mapping ?? []).map(\.key.value))
      self = keys.contains("nodes") || keys.contains("begin") ? .graph : keys.contains("talk") ? .scenario : .tools
    }
  }

  /// The keys of such a file, in the order in which they are best written.
  package var form: [KeyForm] {
    switch self {
    case .graph: GraphForm.graph
    case .tools: GraphForm.shared
    case .scenario: ScenarioForm.file
    }
  }
}
