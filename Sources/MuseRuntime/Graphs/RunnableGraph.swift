public import MuseDefinition
import MuseExpression
public import MuseInterpreter

/// A checked graph with what it takes to talk by it.
public struct RunnableGraph: Sendable {
  public let graph: ConversationGraph
  public let interpreter: Interpreter
  public let understanding: any Understanding
  /// At the beginning of a record: to be copied.
  let history: HistoryReader

  public init(_ graph: ConversationGraph, understanding: any Understanding) {
    self.graph = graph
    self.interpreter = Interpreter(graph: graph)
    self.understanding = understanding
    self.history = HistoryReader(graph: graph)
  }

  func began(counting counters: Counters) -> JournalRecord.Began {
    JournalRecord.Began(
      graph: graph.name, fingerprint: graph.fingerprint, zone: graph.zone.name, locale: graph.locale, counters: counters)
  }
}
