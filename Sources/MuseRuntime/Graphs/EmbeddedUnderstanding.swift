public import MuseDefinition
import MuseDialogue

/// The understanding that is built in: no network, no key.
///
/// Making one trains the classifier of the graph's intents, and of those that it runs; keep it as long as the graph.
public struct EmbeddedUnderstanding: Understanding {
  private let understander: Understander
  private let others: [GraphName: Understander]

  public init(graph: ConversationGraph) {
    understander = Understander(graph: graph)
    others = graph.others.mapValues { Understander(graph: $0) }
  }

  public var isImmediate: Bool { true }

  public func moves(in request: UnderstandingRequest) async -> [Move] {
    let talking = request.awaiting.graph.flatMap { others[$0] } ?? understander
    return talking.moves(
      in: request.text, awaiting: request.awaiting, now: request.now, zone: request.zone, locale: request.locale)
  }
}
