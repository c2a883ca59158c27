public import MuseDefinition
import MuseExpression
public import MuseInterpreter

/// What comes to threads from outside, besides messages.
extension ConversationDirectory {
  /// Why an event is not taken.
  public enum EventRefusal: Error, Hashable, Sendable {
    /// The thread's graph declares no such event.
    case unknownEvent(EventName)
    /// A field is not of its declared type: a sentence that names it.
    case badFields(String)
    case thread(Refusal)
  }

  /// Something has happened outside. `ignored`: the thread does not wait for it, now.
  ///
  /// - Parameters:
  ///   - fields: by the graph's declaration; others are dropped.
  ///   - id: the same id again is the same event, and brings what it brought.
  public func event(
    _ name: EventName, fields: JSONValue, id: MessageID, to thread: ThreadID
  ) async throws(EventRefusal) -> Reception {
    let conversation: Conversation
    do { conversation = try await self.conversation(thread) } catch { throw .thread(error) }
    guard let graph = await conversation.graph, let (owner, signature) = graph.declaration(of: name) else {
      throw .unknownEvent(name)
    }
    let zone = await conversation.state?.zone.flatMap { Zone(named: $0) } ?? graph.zone
    let values: [String: Value]
    do throws(TypedJSON.Mismatch) {
      values = try TypedJSON(zone: zone, objects: owner.objects).values(of: fields, as: signature.fields)
    } catch {
      throw .badFields(error.description)
    }
    return await conversation.receive(IncomingEvent(id: id, name: name, fields: values))
  }

  /// Somebody of the staff does something in a thread. `ignored`: it is not handed off.
  public func staff(_ deed: IncomingDeed, in thread: ThreadID) async throws(Refusal) -> Reception {
    try await conversation(thread).receive(deed)
  }
}

extension ConversationGraph {
  /// The event's declaration, in this graph or in one that it runs.
  fileprivate func declaration(of name: EventName) -> (ConversationGraph, EventSignature)? {
    let graphs = [self] + others.sorted { $0.key < $1.key }.map(\.value)
    return graphs.lazy.compactMap { graph in graph.events[name].map { (graph, $0) } }.first
  }
}
