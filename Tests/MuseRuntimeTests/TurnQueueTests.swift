import MuseDefinition
import MuseInterpreter
import MuseRuntime
import Testing

@Suite("The queue of turns")
struct TurnQueueTests {
  @Test("messages have their turns in the order in which they came, one at a time")
  func order() {
    var queue = TurnQueue<MessageID, String>(limit: 3)
    for id in ["a", "b", "c"] as [MessageID] { #expect(queue.offer(id, id.rawValue) == .queued) }
    #expect(queue.begin()?.id == "a")
    #expect(queue.begin() == nil)
    queue.finish()
    #expect(queue.begin()?.id == "b")
    queue.finish()
    #expect(queue.begin()?.id == "c")
    queue.finish()
    #expect(queue.isEmpty)
  }

  @Test("a message that is here already joins itself, waiting or running")
  func joining() {
    var queue = TurnQueue<MessageID, String>(limit: 3)
    _ = queue.offer("a", "first")
    #expect(queue.offer("a", "again") == .joined("first"))
    _ = queue.begin()
    #expect(queue.offer("a", "again") == .joined("first"))
    queue.finish()
    #expect(queue.offer("a", "later") == .queued)
  }

  @Test("as many as the limit may wait beside the one that has its turn")
  func limit() {
    var queue = TurnQueue<MessageID, Int>(limit: 2)
    #expect(queue.offer("a", 1) == .queued)
    #expect(queue.offer("b", 2) == .queued)
    #expect(queue.offer("c", 3) == .queued)
    #expect(queue.offer("d", 4) == .full)
    _ = queue.begin()
    #expect(queue.offer("d", 4) == .full)
    queue.finish()
    _ = queue.begin()
    #expect(queue.offer("d", 4) == .queued)
  }

  @Test("who waits can be dismissed; who has the turn keeps it")
  func dismissing() {
    var queue = TurnQueue<MessageID, Int>(limit: 2)
    for (number, id) in (["a", "b", "c"] as [MessageID]).enumerated() { _ = queue.offer(id, number) }
    _ = queue.begin()
    #expect(queue.dismiss().map(\.id) == ["b", "c"])
    #expect(queue.running?.id == "a")
    #expect(queue.waiting.isEmpty)
  }
}
