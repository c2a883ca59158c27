import MuseDefinition
import MuseInterpreter
import MuseRuntime
import Testing

@Suite("Replay")
struct ReplayTests {
  private func recorded() async throws -> JournalFile {
    let store = InMemoryCheckpointStore()
    _ = try await ShopFloor(store).talk("hello", "item=tea", "count=2", "yes", "item=rum", "cancel")
    return try await JournalFile.of(ShopFloor.thread, store: store, archive: store)
  }

  @Test("a journal gives the same thread again")
  func same() async throws {
    let file = try await recorded()
    #expect(Replay.run(file) == ReplayReport(records: file.journal.count, turns: 6, difference: nil))
  }

  @Test("a journal outlives its way through a file, byte for byte")
  func export() async throws {
    let file = try await recorded()
    let lines = try file.lines()
    let read = try JournalFile(lines: lines)
    #expect(read == file)
    #expect(try read.lines() == lines)
  }

  @Test("the first difference is named with its record")
  func difference() async throws {
    var file = try await recorded()
    let index = try #require(file.journal.firstIndex { $0.record.kind == "result" })
    guard case .result(let call, _) = file.journal[index].record else { return }
    file.journal[index].record = .result(call, .outcome("gone", [:]))
    let difference = try #require(Replay.run(file).difference)
    #expect(difference.record == file.journal[index].number + 1)
    guard case .effect = difference.aspect else {
      Issue.record("\(difference)")
      return
    }
  }

  @Test("a changed state, a lost record and a lost graph are found")
  func tampering() async throws {
    let file = try await recorded()
    var state = file
    let last = try #require(file.journal.lastIndex { $0.record.kind == "segment" })
    if case .segment(var segment) = file.journal[last].record {
      segment.state = "0"
      state.journal[last].record = .segment(segment)
    }
    #expect(Replay.run(state).difference?.aspect == .state)
    var gap = file
    gap.journal.remove(at: try #require(file.journal.firstIndex { $0.record.kind == "heard" }))
    #expect(Replay.run(gap).difference != nil)
    var graph = file
    graph.sources = []
    #expect(Replay.run(graph).difference?.aspect == .graph)
  }

  @Test("what was computed by another meaning of the language is not compared", arguments: [nil, 1, 99])
  func otherMeaning(meaning: Int?) async throws {
    var file = try await recorded()
    let last = try #require(file.journal.lastIndex { $0.record.kind == "segment" })
    guard case .segment(var segment) = file.journal[last].record else { return }
    #expect(segment.meaning == Interpreter.meaning)
    segment.meaning = meaning
    segment.state = "0"
    file.journal[last].record = .segment(segment)
    let read = try JournalFile(lines: try file.lines())
    #expect(Replay.run(read) == ReplayReport(records: 0, turns: 0, difference: nil, otherMeaning: meaning ?? 1))
  }

  @Test("a checkpoint that is not what the journal says is found")
  func checkpoint() async throws {
    var file = try await recorded()
    file.checkpoint?.state.turn = ReplyID(rawValue: 99)
    #expect(Replay.run(file).difference?.aspect == .checkpoint)
  }

  @Test(
    "what is no journal is refused", arguments: ["", "{}", "{\"head\":{\"journal\":9,\"thread\":\"a\"}}"])
  func malformed(line: String) {
    #expect(throws: JournalFile.Malformed.self) { try JournalFile(lines: line + "\nnonsense") }
  }
}
