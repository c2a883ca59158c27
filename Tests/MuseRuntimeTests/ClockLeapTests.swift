import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
import Testing

@Suite("A clock that leaps")
struct ClockLeapTests {
  private static let year = Duration.seconds(365 * 86_400)

  @Test("nobody is forgotten by a clock that leaps years ahead; by one that is put right again, those whose time is over")
  func forgetting() async throws {
    let disk = InMemoryCheckpointStore()
    let floor = try await ShopFloor(disk, retention: disk)
    _ = try await floor.talk("item=tea count=2", "no")
    let keeping = Task { await floor.directory.keepTime() }
    // The alarms and the forgetting.
    await floor.time.sleepers(2)
    floor.time.leap(by: Self.year)
    floor.time.advance(by: .seconds(3600))
    await floor.time.sleepers(2)
    #expect(await disk.threads() == [ShopFloor.thread])
    floor.time.leap(by: .zero - Self.year)
    floor.time.advance(by: .seconds(86_400 * 31))
    await floor.time.sleepers(2)
    #expect(await disk.threads() == [])
    keeping.cancel()
    await keeping.value
  }

  @Test("a thread talks on by a clock that leaps years back and forth, over restarts, and gives no id twice")
  func talking() async throws {
    let disk = InMemoryCheckpointStore()
    let orders = OrderBook()
    let time = ManualTimeSource()
    var floor = try await ShopFloor(disk, retention: disk, tools: [ScriptedTool.stock, orders], time: time)
    for (leap, number) in [(-20, 1), (60, 2), (-35, 3), (500, 4), (-1000, 5)] as [(Int64, Int)] {
      #expect(try await floor.talk("item=tea count=2") == ["2 of tea?"])
      time.leap(by: .seconds(leap * 365 * 86_400))
      floor = try await ShopFloor(disk, retention: disk, tools: [ScriptedTool.stock, orders], time: time)
      try await floor.directory.recover()
      #expect(try await floor.talk("yes") == ["Bought: T\(number)."])
    }
    #expect(orders.orderCount == 5)
    let report = try await Replay.run(ShopFloor.thread, store: disk, archive: disk)
    #expect(report.difference == nil && report.turns == 10)
  }
}
