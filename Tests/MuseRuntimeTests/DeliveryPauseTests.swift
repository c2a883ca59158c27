import MuseInterpreter
import MuseRuntime
import Testing

@Suite("Deliveries that wait for the next turn")
struct DeliveryPauseTests {
  private let store = FailingStore(InMemoryCheckpointStore(), .refuses, at: .max)

  private func floor() async throws -> ShopFloor { try await ShopFloor(store, limits: .init(delivery: .seconds(1))) }

  @Test("a delivery is stored with the turn that comes soon, and by itself where none comes")
  func pause() async throws {
    let floor = try await floor()
    #expect(try await floor.talk("item=tea", "count=2") == ["How many?", "2 of tea?"])
    #expect(await store.appends == 2)
    #expect(try await store.load(ShopFloor.thread)?.undelivered.map(\.text) == ["2 of tea?"])
    var events = try await floor.conversation().events().makeAsyncIterator()
    await floor.time.sleepers()
    floor.time.advance(by: .seconds(1))
    while let event = await events.next() {
      if case .delivered = event { break }
    }
    #expect(await store.appends == 3)
    #expect(try await store.load(ShopFloor.thread)?.undelivered == [])
  }

  @Test("whoever drains stores what was delivered")
  func draining() async throws {
    let floor = try await floor()
    _ = try await floor.talk("item=tea")
    #expect(try await store.load(ShopFloor.thread)?.undelivered.count == 1)
    #expect(await floor.directory.drain(deadline: .seconds(5)))
    #expect(try await store.load(ShopFloor.thread)?.undelivered == [])
  }
}
