public import MuseDefinition
import MuseExpression

/// Keeps what sensitive slots hold out of logs, transcripts and what a language model is shown.
public struct Sensitive: Sendable {
  /// What stands in the place of a value.
  public static let mask = "•••"

  private let slots: Set<SlotID>
  /// What the values look like, the longest first.
  private let texts: [String]

  /// Of the graph, and of those that it runs.
  ///
  /// - Parameter state: what is known when the text is shown: values that it holds are masked wherever they are printed.
  public init(in graph: ConversationGraph, _ state: ThreadState? = nil) {
    slots = Set(([graph] + graph.others.values).flatMap(\.slots).filter(\.isSensitive).map(\.id))
    guard !slots.isEmpty, let state else {
      texts = []
      return
    }
    let talkers = [(state.graphName, state.slots)] + state.waitingFrames.map { ($0.graphName, $0.slots) }
    let values = talkers.flatMap { name, contents in
      (name.flatMap(graph.graph) ?? graph).slots.filter(\.isSensitive).compactMap { contents[$0.id]?.value }
    }
    let locale = state.locale ?? graph.locales.first ?? "en"
    let zone = state.zone.flatMap(Zone.init(named:)) ?? graph.zone
    let formatter = ValueFormatter(now: Instant(seconds: 0), zone: zone, locale: locale, objects: graph.objectTypes)
    let printed = values.filter { $0 != .empty }.map(formatter.text)
    texts = printed.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
  }

  public func isSensitive(_ slot: SlotID) -> Bool { slots.contains(slot) }

  /// A reply, or anything else that prints values.
  public func masked(_ text: String) -> String {
    texts.reduce(text) { $0.replacing($1, with: Sensitive.mask) }
  }

  /// A message, whose moves say which of its words were told for which slot.
  public func masked(_ message: String, moves: [Move]) -> String {
    var scalars = Array(message.unicodeScalars)
    let spans = moves.compactMap { move in move.tellingSlot.flatMap { slots.contains($0) ? move.span : nil } }
    for span in spans.sorted(by: { $0.lowerBound > $1.lowerBound }) {
      guard span.lowerBound >= 0, span.upperBound <= scalars.count else { continue }
      scalars.replaceSubrange(span, with: Array(Sensitive.mask.unicodeScalars))
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return masked(String(text))
  }
}
