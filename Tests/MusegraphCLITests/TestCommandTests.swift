import Testing

@Suite("musegraph test")
struct TestCommandTests {
  private static let graph = """
    musegraph: 1
    name: hello
    begin: hello
    nodes:
      hello:
        say: "Hello."
        end: done

    """

  @Test("every scenario of this repository passes")
  func passes() async throws {
    let outcome = try await BuiltMusegraph.run(["test", "Graphs"])
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.complaints.hasSuffix("passed.\n"))
  }

  @Test("a failure shows the conversation with what was expected and what was found")
  func fails() async throws {
    try await ScratchFolder.with { folder in
      _ = try folder.write(Self.graph, to: "graph.yaml")
      _ = try folder.write(
        """
        scenario: "Says good day"
        now: "2026-03-02 09:00"
        talk:
          - user: "hi"
            bot: "Good day."
            ends: done
        """, to: "scenarios/day.scenario.yaml")
      let outcome = try await BuiltMusegraph.shell("cd '\(folder.path(""))' && \"$musegraph\" test .")
      #expect(outcome.status == 1)
      #expect(
        outcome.output == """
          ✗ Says good day  scenarios/day.scenario.yaml
            you  hi
          - bot  Good day.    (scenarios/day.scenario.yaml:5)
          + bot  Hello.

          """)
      #expect(outcome.complaints == "1 of 1 failed.\n")
    }
  }

  @Test("a scenario with mistakes fails with its findings")
  func mistakes() async throws {
    try await ScratchFolder.with { folder in
      _ = try folder.write(Self.graph, to: "graph.yaml")
      let path = try folder.write("scenario: \"x\"\nnow: \"2026-03-02 09:00\"\ntalk:\n  - usr: \"hi\"\n", to: "x.scenario.yaml")
      let outcome = try await BuiltMusegraph.run(["test", path])
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("unknown-key"))
    }
  }
}
