import Foundation
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

  private static func write(to folder: ScratchFolder) throws {
    let samples = BuiltMusegraph.repository.appending(path: "Tests/MusegraphCLITests/Scenarios")
    for name in ["graph.yaml", "scenarios/all.scenario.yaml"] {
      _ = try folder.write(try String(contentsOf: samples.appending(path: name), encoding: .utf8), to: name)
    }
  }

  /// Runs `musegraph test .` in a folder with a graph that has talks, and a scenario that fails.
  private static func test(_ arguments: String) async throws -> BuiltMusegraph.Outcome {
    try await ScratchFolder.with { folder in
      try write(to: folder)
      return try await BuiltMusegraph.shell("cd '\(folder.path(""))' && \"$musegraph\" test . \(arguments)")
    }
  }

  private static let hello: String = """
    musegraph: 1
    name: hello
    begin: greet
    nodes:
      greet: {say: "Hello.", end: greeted}

    """

  @Test(
    "what holds no talks is no success",
    arguments: [
      ("", 2), ("# No talks yet.\n", 2), ("talks: [{user: hi, bot: Never}]\n", 1), ("talks:\n  x: []\n", 1),
      ("title: \"unclosed\ntalks: {x: [{user: hi}]}\n", 1),
    ] as [(String, Int32)])
  func noTalks(more: String, status: Int32) async throws {
    try await ScratchFolder.with { folder in
      _ = try folder.write(Self.hello + more, to: "hello.graph.yaml")
      for path in [folder.path(""), folder.path("hello.graph.yaml")] {
        #expect(try await BuiltMusegraph.run(["test", path]).status == status, "\(path)")
      }
    }
  }

  @Test("every scenario of this repository passes, and they come to every node, outcome and condition")
  func passes() async throws {
    let outcome = try await BuiltMusegraph.run(["test", "Graphs", "--coverage", "--coverage-at-least", "100"])
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.complaints.hasSuffix("passed.\n"))
  }

  @Test("a failure shows the whole conversation with what was expected and what was found")
  func fails() async throws {
    let outcome = try await Self.test("")
    #expect(outcome.status == 1)
    #expect(outcome.complaints == "1 of 3 failed.\n")
    try Golden.expect(outcome.output, in: "test-failure.txt")
  }

  @Test("recording writes what happened, leaves comments and layout, and fails the run")
  func records() async throws {
    try await ScratchFolder.with { folder in
      try Self.write(to: folder)
      let run = "cd '\(folder.path(""))' && \"$musegraph\" test . --record"
      let first = try await BuiltMusegraph.shell(run + "; code=$?; cat scenarios/*.yaml; exit $code")
      #expect(first.status == 1)
      #expect(first.complaints.hasSuffix("One file was recorded: look at what has changed, then run again without --record.\n"))
      try Golden.expect(first.output, in: "test-record.txt")
      let second = try await BuiltMusegraph.shell(run)
      #expect(second.status == 0)
      #expect(second.complaints == "All 3 passed.\nNothing to record.\n")
    }
  }

  @Test("coverage tells what no scenario came to, with its lines")
  func coverage() async throws {
    let outcome = try await Self.test("--coverage --filter graph.yaml")
    #expect(outcome.status == 0)
    try Golden.expect(outcome.output, in: "test-coverage.txt")
  }

  @Test("the format alone asks for coverage, too, and a file that cannot be written is refused before anything is played")
  func coverageFormat() async throws {
    let json = try await Self.test("--filter says --coverage-format json")
    #expect(json.output.hasPrefix("{\n"), "stdout has nothing else: \(json.output)")
    #expect(json.output.contains("\"musegraph_coverage\" : 1"))
    #expect(json.complaints.hasPrefix("✓ "))
    for option in ["--junit", "--coverage-file"] {
      let refused = try await Self.test("\(option) nowhere/x")
      #expect(refused.status == 2)
      #expect(refused.output == "")
      #expect(refused.complaints.hasPrefix("'nowhere/x' cannot be written."))
    }
  }

  @Test("results may go to a device")
  func device() async throws {
    let outcome = try await BuiltMusegraph.shell("\"$musegraph\" test Graphs/greeting --junit /dev/stdout | cat")
    #expect(outcome.output.contains("<testsuites name=\"musegraph\""), "\(outcome.complaints)")
  }

  @Test("a scenario whose graph is not there names both")
  func graphNotThere() async throws {
    try await ScratchFolder.with { folder in
      let path = try folder.write("scenario: \"x\"\ngraph: gone.yaml\ntalk: [{user: \"hi\"}]\n", to: "a.scenario.yaml")
      let outcome = try await BuiltMusegraph.run(["test", path])
      #expect(outcome.status == 2)
      #expect(outcome.complaints.hasPrefix("'\(path)' is for 'gone.yaml', but '"), "\(outcome.complaints)")
    }
  }

  @Test("coverage goes to a file, for programs and for editors, and fails below its mark")
  func coverageFiles() async throws {
    let json = try await Self.test("--filter says --coverage-format json --coverage-file c && cat c")
    #expect(json.output.contains("\"musegraph_coverage\" : 1"))
    let lcov = try await Self.test("--filter says --coverage-format lcov --coverage-file c && cat c")
    #expect(lcov.output.contains("SF:graph.yaml\nFN:"))
    #expect(lcov.output.hasSuffix("end_of_record\n"))
    let below = try await Self.test("--filter says --coverage-at-least 90 --coverage-file c")
    #expect(below.status == 1)
    #expect(below.complaints == "Of 'notes' only 0 % were come to; 90 % are asked for.\nAll 1 passed.\n")
    #expect(try await Self.test("--filter says --coverage-at-least 0 --coverage-file c").status == 0)
  }

  @Test("JUnit XML has every scenario, with the transcript of those that failed")
  func junit() async throws {
    let outcome = try await Self.test("--junit j.xml > log; cat j.xml")
    try Golden.expect(outcome.output.replacing(/time="[0-9.]+"/, with: "time=\"…\""), in: "test-junit.xml")
  }

  @Test("a filter chooses by title and path, and finding none is an error")
  func filter() async throws {
    #expect(try await Self.test("--filter NOTES").complaints == "1 of 1 failed.\n")
    #expect(try await Self.test("--filter graph.yaml").complaints == "All 2 passed.\n")
    let none = try await Self.test("--filter milk")
    #expect(none.status == 2)
    #expect(none.complaints == "None of 3 scenarios has 'milk' in its title or path.\n")
  }

  @Test("scenarios are played often, several at once, and reported once and in order")
  func repeats() async throws {
    let outcome = try await BuiltMusegraph.run(["test", "Graphs", "--repeat", "3", "--jobs", "3", "--time"])
    let once = try await BuiltMusegraph.run(["test", "Graphs", "--jobs", "1"])
    #expect(outcome.status == 0)
    #expect(outcome.output == once.output)
    #expect(outcome.complaints.contains(" times each) played in "))
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
