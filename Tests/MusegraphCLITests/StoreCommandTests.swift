import Testing

@Suite("musegraph journal and calendar")
struct StoreCommandTests {
  @Test("a store that a server made is read; who never talked has no journal and an empty calendar")
  func emptyStore() async throws {
    try await ScratchFolder.with { folder in
      let store = "sqlite:" + folder.path("data/store.sqlite")
      try await RunningServer.with(["Graphs/meeting", "--store", store]) { _ in }
      let journal = try await BuiltMusegraph.run(["journal", "nobody", "--store", store])
      #expect(journal.status == 2)
      #expect(journal.complaints == "The store has no conversation 'nobody'.\n")
      let calendar = try await BuiltMusegraph.run(["calendar", "nobody", "--store", store])
      #expect(calendar.status == 0, "\(calendar.complaints)")
      #expect(calendar.output.hasPrefix("BEGIN:VCALENDAR\r\n"))
      #expect(!calendar.output.contains("VEVENT"))
      let replay = try await BuiltMusegraph.run(["replay", "--store", store])
      #expect(replay.status == 0, "\(replay.complaints)")
    }
  }

  @Test("a store that is not there is not made by reading it", arguments: ["journal", "calendar"])
  func missingStore(command: String) async throws {
    let outcome = try await BuiltMusegraph.run([command, "alice-1", "--store", "sqlite:no-such-store.sqlite"])
    #expect(outcome.status == 2)
    #expect(outcome.complaints == "There is no store 'no-such-store.sqlite'.\n")
  }
}
