import MuseRuntime
import Testing

@Suite("Those who listen to a conversation")
struct BroadcastTests {
  @Test("whoever has left is forgotten when the next one comes, even where nothing is ever said", arguments: [true, false])
  func leaving(ends: Bool) async {
    var broadcast = Broadcast<Int>(limit: 4, overflow: ends ? .ends : .losesOldest)
    for _ in 0..<1000 { _ = broadcast.listen() }
    let stays = broadcast.listen()
    #expect(broadcast.count <= 2)
    broadcast.send(7)
    #expect(broadcast.count == 1)
    var heard = stays.makeAsyncIterator()
    #expect(await heard.next() == 7)
  }

  @Test("whoever falls behind loses the oldest, or hears the end without a gap")
  func behind() async {
    var loses = Broadcast<Int>(limit: 4)
    let newest = loses.listen()
    var ends = Broadcast<Int>(limit: 4, overflow: .ends)
    let oldest = ends.listen()
    for number in 1...6 {
      loses.send(number)
      ends.send(number)
    }
    #expect(ends.count == 0)
    var heard = newest.makeAsyncIterator()
    #expect(await heard.next() == 3)
    var all: [Int] = []
    for await number in oldest { all.append(number) }
    #expect(all == [1, 2, 3, 4])
  }
}
