import MuseDefinition
import MuseExpression
import MuseRuntime
import Testing

@Suite("The book of alarms")
struct AlarmBookTests {
  private func at(_ seconds: Int64) -> Instant { Instant(seconds: seconds) }

  private func takeAll(_ book: inout AlarmBook, by now: Instant = .latest) -> [ThreadID] {
    var taken: [ThreadID] = []
    while let thread = book.take(dueBy: now) { taken.append(thread) }
    return taken
  }

  @Test("alarms come in their order, of two at once the one whose thread comes first")
  func order() {
    var book = AlarmBook()
    for (thread, due) in [("c", 30), ("a", 20), ("d", 10), ("b", 20)] as [(ThreadID, Int64)] { book.set(thread, at(due)) }
    #expect(book.next() == at(10))
    #expect(takeAll(&book, by: at(20)) == ["d", "a", "b"])
    #expect(book.next() == at(30))
    #expect(takeAll(&book) == ["c"])
    #expect(book.next() == nil)
  }

  @Test("a thread has one alarm: the one that was set last")
  func replacing() {
    var book = AlarmBook()
    book.set("a", at(10))
    book.set("b", at(20))
    book.set("a", at(30))
    #expect(book.count == 2)
    #expect(takeAll(&book, by: at(20)) == ["b"])
    book.set("a", nil)
    #expect(takeAll(&book) == [])
  }

  @Test("however often alarms are set anew, they come in order", arguments: 1...5 as ClosedRange<UInt64>)
  func manyChanges(seed: UInt64) {
    var book = AlarmBook()
    var expected: [ThreadID: Int64] = [:]
    var state = seed
    for _ in 0..<5000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let thread = ThreadID(rawValue: "t\(state >> 33 % 50)")
      let due = Int64(state >> 40 % 1000)
      expected[thread] = state >> 20 % 5 == 0 ? nil : due
      book.set(thread, expected[thread].map(at))
    }
    let ordered = expected.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
    #expect(takeAll(&book) == ordered)
  }
}
