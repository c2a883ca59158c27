import Foundation
import MuseDefinition
import MuseInterpreter
import MuseRuntime
import MuseSource
import Testing

@Suite("The directory of conversations")
struct DirectoryTests {
  private func tea() -> GraphSources {
    let shop = Shop.sources()
    let text = shop.root.text.replacing("name: shop", with: "name: tea")
    return GraphSources(root: SourceFile(path: "shop/tea.graph.yaml", text: text), imported: shop.imported)
  }

  @Test("a thread has one conversation as long as somebody holds it")
  func identity() async throws {
    let floor = try await ShopFloor(limit: 1)
    let held = try await floor.conversation("a")
    for number in 0..<10 { _ = try await floor.conversation(ThreadID(rawValue: "b\(number)")) }
    #expect(try await floor.conversation("a") === held)
  }

  @Test("conversations that nobody holds go, and nothing is lost")
  func eviction() async throws {
    let floor = try await ShopFloor(limit: 2)
    for number in 0..<20 { _ = try await floor.talk("item=tea", in: ThreadID(rawValue: "t\(number)")) }
    #expect(await floor.directory.count <= 4)
    for number in 0..<20 {
      #expect(try await floor.talk("count=\(number)", in: ThreadID(rawValue: "t\(number)")) == ["\(number) of tea?"])
    }
  }

  @Test("a run goes on in the graph it began in; the next one takes the newest")
  func versions() async throws {
    let floor = try await ShopFloor()
    _ = try await floor.talk("item=tea")
    let newer = Shop.sources(version: 2)
    try await floor.library.add(try Shop.graph(newer), from: newer)
    #expect(try await floor.talk("count=1", "yes") == ["1 of tea?", "Bought: T1."])
    #expect(try await floor.talk("item=tea count=1", "yes") == ["1 of tea?", "Sold: T2."])
    let report = try await Replay.run(ShopFloor.thread, store: floor.store, archive: floor.store)
    #expect(report == ReplayReport(records: report.records, turns: 5, difference: nil))
  }

  @Test("after a restart an old graph is compiled from the archive")
  func oldGraph() async throws {
    let disk = InMemoryCheckpointStore()
    _ = try await ShopFloor(disk).talk("item=tea")
    let floor = try await ShopFloor(disk, sources: Shop.sources(version: 2))
    #expect(try await floor.talk("count=1", "yes") == ["1 of tea?", "Bought: T1."])
  }

  @Test("another graph is refused in the middle of a run, and taken between runs")
  func otherGraph() async throws {
    let floor = try await ShopFloor()
    try await floor.library.add(try Shop.graph(tea()), from: tea())
    _ = try await floor.talk("item=tea")
    await #expect(throws: ConversationDirectory.Refusal.inAnotherGraph("shop")) {
      try await floor.directory.conversation(ShopFloor.thread, graph: "tea")
    }
    await #expect(throws: ConversationDirectory.Refusal.unknownGraph("coffee")) {
      try await floor.directory.conversation(ShopFloor.thread, graph: "coffee")
    }
    _ = try await floor.talk("cancel")
    _ = try await floor.directory.conversation(ShopFloor.thread, graph: "tea")
    _ = try await floor.talk("item=tea")
    #expect(try await floor.conversation().graph?.name == "tea")
  }

  @Test("draining lets the running turn end, and refuses the rest")
  func drain() async throws {
    let floor = try await ShopFloor()
    let conversation = try await floor.conversation()
    let running = await conversation.submit(.init(text: "hold item=tea", sender: "ann", seen: .none))
    await floor.understanding.gate.someoneIsHeld()
    let waiting = await conversation.submit(.init(text: "count=2", sender: "ann", seen: .none))
    async let drained = floor.directory.drain(deadline: .seconds(5))
    #expect(await waiting.answer() == .failed(.draining))
    #expect(await conversation.submit(.init(text: "hm", sender: "ann", seen: .none)).answer() == .failed(.draining))
    await floor.understanding.gate.open()
    #expect(await running.answer().text == "How many?")
    #expect(await drained)
    await #expect(throws: ConversationDirectory.Refusal.failed(.draining)) { try await floor.conversation() }
  }

  @Test("draining ends at its deadline, whatever still runs")
  func deadline() async throws {
    let floor = try await ShopFloor()
    let conversation = try await floor.conversation()
    _ = await conversation.submit(.init(text: "hold", sender: "ann", seen: .none))
    await floor.understanding.gate.someoneIsHeld()
    async let drained = floor.directory.drain(deadline: .seconds(5))
    await floor.time.sleepers(2)
    floor.time.advance(by: .seconds(5))
    #expect(await !drained)
    await floor.understanding.gate.open()
  }
}
