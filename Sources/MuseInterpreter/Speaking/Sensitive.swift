public import MuseDefinition
public import MuseExpression

/// Keeps what sensitive slots hold out of logs, transcripts and what a language model is shown.
public struct Sensitive: Sendable {
  /// What stands in the place of a value.
  public static let mask = "•••"

  private let slots: Set<SlotID>
  /// What the values look like, the longest first.
  private let texts: [String]

  /// Of the graph, and of those that it runs.
  ///
  /// - Parameters:
  ///   - state: what is known when the text is shown: values that it holds are masked wherever they are printed, and so is each item of
  ///     a list.
  ///   - now: the clock that they are printed by.
  public init(in graph: ConversationGraph, _ state: ThreadState? = nil, now: Instant = Instant(seconds: 0)) {
    slots = Set(graph.withOthers.flatMap(\.slots).filter(\.isSensitive).map(\.id))
    guard !slots.isEmpty, let state else {
      texts = []
      return
    }
    let talkers = [(state.graphName, state.slots)] + state.waitingFrames.map { ($0.graphName, $0.slots) }
    let printed = talkers.flatMap { name, contents -> [String] in
      let talking = name.flatMap(graph.graph) ?? graph
      let formatter = ValueFormatter(
        now: now, zone: state.zone.flatMap(Zone.init(named:)) ?? talking.zone, locale: talking.locale(for: state.locale),
        objects: talking.objectTypes)
      let values = talking.slots.filter(\.isSensitive).compactMap { contents[$0.id]?.value }.filter { $0 != .empty }
      return values.flatMap(\.withItems).map(formatter.text)
    }
    // Longer ones first: one may hold another.
    texts = Set(printed.filter { !$0.isEmpty }).sorted { ($1.count, $0) < ($0.count, $1) }
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

extension Value {
  /// The value, and where it is a list its items.
  fileprivate var withItems: [Value] {
    if case .list(let items) = self { [self] + items } else { [self] }
  }
}
