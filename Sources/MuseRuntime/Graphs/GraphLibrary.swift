import MuseCompiler
public import MuseDefinition

/// The graphs that threads go by: the newest of each name, and older ones for the runs that began in them.
public actor GraphLibrary {
  public typealias UnderstandingMaker = @Sendable (ConversationGraph) -> any Understanding

  /// Why a graph is not to be had.
  public enum Failure: Error, Hashable, Sendable {
    case store(StoreFailure)
    /// The archive has no such source, or this build cannot build a graph of it any more.
    case lost(Fingerprint)
  }

  /// How many older graphs stay compiled.
  private static let olderLimit = 32

  let archive: any ThreadArchive
  private let understanding: UnderstandingMaker
  private var newest: [GraphName: RunnableGraph] = [:]
  private var compiled: [Fingerprint: RunnableGraph] = [:]

  /// - Parameter understanding: makes the understanding of each graph; by default the embedded one.
  public init(
    archive: any ThreadArchive, understanding: @escaping UnderstandingMaker = { EmbeddedUnderstanding(graph: $0) }
  ) {
    self.archive = archive
    self.understanding = understanding
  }

  /// From now on new runs of the graph's name go by this version. Its source is kept first.
  ///
  /// No run begins with one that must be given something (`takes`): for threads it is as if it were not there.
  public func add(_ graph: ConversationGraph, from sources: GraphSources) async throws(StoreFailure) {
    try await archive.keep(sources)
    guard graph.takes.isEmpty else { return }
    newest[graph.name] = compiled[graph.fingerprint] ?? RunnableGraph(graph, understanding: understanding(graph))
  }

  /// Sorted.
  public var names: [GraphName] { newest.keys.sorted() }

  public func newest(_ name: GraphName) -> RunnableGraph? { newest[name] }

  /// Compiles an older graph from the archive when it is asked for first.
  public func graph(_ fingerprint: Fingerprint) async throws(Failure) -> RunnableGraph {
    if let known = newest.values.first(where: { $0.graph.fingerprint == fingerprint }) ?? compiled[fingerprint] { return known }
    let sources: GraphSources?
    do { sources = try await archive.sources(of: fingerprint) } catch { throw .store(error) }
    guard let sources, let graph = Compiler.rebuild(sources) else { throw .lost(fingerprint) }
    let runnable = RunnableGraph(graph, understanding: understanding(graph))
    if compiled.count >= GraphLibrary.olderLimit { compiled = [:] }
    compiled[fingerprint] = runnable
    return runnable
  }
}
