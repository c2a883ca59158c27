public import MuseDefinition
import MuseDialogue

/// The understanding that is built in: no network, no key.
///
/// Making one trains the classifier of the graph's intents; keep it as long as the graph.
public struct EmbeddedUnderstanding: Understanding {
  private let understander: Understander

  public init(graph: ConversationGraph) { understander = Understander(graph: graph) }

  public var isImmediate: Bool { true }

  public func moves(in request: UnderstandingRequest) async -> [Move] {
    understander.moves(
      in: request.text, awaiting: request.awaiting, now: request.now, zone: request.zone, locale: request.locale)
  }
}
