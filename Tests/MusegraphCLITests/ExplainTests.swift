import Testing

@Suite("musegraph explain")
struct ExplainTests {
  @Test("without a name it lists every finding, error code and exit status")
  func list() async throws {
    let outcome = try await BuiltMusegraph.run(["explain"])
    #expect(outcome.status == 0)
    for id in ["unknown-node", "write-without-confirm", "INVALID_JSON", "CONVERSATION_BUSY", "exit-0", "exit-3"] {
      #expect(outcome.output.contains("\n  \(id) "), "\(id)")
    }
  }

  @Test("a finding is told with what is wrong, what is right and what to do")
  func finding() async throws {
    let outcome = try await BuiltMusegraph.run(["explain", "unknown-intent"])
    #expect(outcome.status == 0)
    try Golden.expect(outcome.output, in: "explain-unknown-intent.txt")
  }

  @Test(
    "error codes and exit statuses are found however they are written",
    arguments: [("invalid_json", "INVALID_JSON"), ("TURN_TIMEOUT", "TURN_TIMEOUT"), ("2", "exit-2"), ("exit-1", "exit-1")])
  func codes(name: String, id: String) async throws {
    let outcome = try await BuiltMusegraph.run(["explain", name])
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix(id + " ("))
    #expect(outcome.output.contains("What to do: "))
  }

  @Test("for a name that there is not, the nearest one is suggested")
  func nearMiss() async throws {
    let finding = try await BuiltMusegraph.run(["explain", "unknown-nod"])
    #expect(finding.status == 2)
    #expect(finding.complaints.contains("Did you mean 'unknown-node'?"))
    let code = try await BuiltMusegraph.run(["explain", "INVALID_JASON"])
    #expect(code.complaints.contains("Did you mean 'INVALID_JSON'?"))
    let nothing = try await BuiltMusegraph.run(["explain", "porridge"])
    #expect(nothing.status == 2)
    #expect(!nothing.complaints.contains("Did you mean"))
  }
}
