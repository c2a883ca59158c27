public import MuseDefinition
public import MuseSource

/// Makes a checked graph of an author's files, or says everything that is wrong with them.
public enum Compiler {
  /// Checks the whole and reports all findings together. Pure: knows no disk, no clock and no network. Never traps.
  ///
  /// ```swift
  /// let sources = GraphSources.gather(root: file, read: { path in read(path) })
  /// let compilation = Compiler.compile(sources)
  /// guard let graph = compilation.graph else { … compilation.diagnostics … }
  /// ```
  public static func compile(_ sources: GraphSources) -> Compilation {
    var builder = GraphBuilder(sources)
    let graph = builder.build()
    let diagnostics = sorted(builder.diagnostics)
    let isGood = !diagnostics.contains { $0.severity == .error }
    assert(!isGood || graph != nil, "a graph without errors was not built")
    return Compilation(graph: isGood ? graph : nil, diagnostics: diagnostics)
  }

  /// Builds a graph that an earlier build has accepted: what this one has learnt to find in its flow ends no thread that goes by it.
  /// Nil where it cannot be built any more.
  public static func rebuild(_ sources: GraphSources) -> ConversationGraph? {
    var builder = GraphBuilder(sources, isAccepted: true)
    return builder.build()
  }

  /// By place, then by id; each once. Where YAML may read something else, nothing more is said of what it was read as.
  private static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let unclear = Set(diagnostics.filter { $0.id == Rule.yamlMeaning.id }.map(\.location))
    var seen: Set<Diagnostic> = []
    let kept = diagnostics.filter { diagnostic in
      diagnostic.id == Rule.yamlMeaning.id || !unclear.contains(diagnostic.location)
    }
    return kept.filter { seen.insert($0).inserted }.sorted { left, right in
      left.location == right.location
        ? (left.id.rawValue, left.message) < (right.id.rawValue, right.message) : left.location < right.location
    }
  }
}

/// What came of a graph's files.
public struct Compilation: Sendable {
  /// Nil if any finding is an error.
  public let graph: ConversationGraph?
  /// Sorted by place, each finding once.
  public let diagnostics: [Diagnostic]
}
