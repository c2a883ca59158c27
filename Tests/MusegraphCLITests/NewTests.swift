import Foundation
import Testing

@Suite("musegraph new")
struct NewTests {
  private static func shell(_ line: String, in folder: ScratchFolder, input: String = "") async throws -> BuiltMusegraph.Outcome {
    try await BuiltMusegraph.shell("cd '\(folder.path(""))' && \(line)", input: input)
  }

  @Test("what it makes has no findings, passes its scenario and talks", arguments: ["appointment", "questions"])
  func works(template: String) async throws {
    try await ScratchFolder.with { folder in
      let made = try await Self.shell("\"$musegraph\" new made/desk-2 --template \(template)", in: folder)
      #expect(made.status == 0, "\(made.complaints)")
      let files = made.output.split(separator: "\n").map(String.init)
      #expect(Set(files).isSuperset(of: ["made/desk-2/graph.yaml", "made/desk-2/calendar.tools.yaml", "made/desk-2/README.md"]))
      for file in files { #expect(FileManager.default.fileExists(atPath: folder.path(file)), "\(file)") }

      let valid = try await Self.shell("\"$musegraph\" validate made/desk-2", in: folder)
      #expect(valid.complaints == "1 graph: nothing found\n", "\(valid.output)")
      let formatted = try await Self.shell("\"$musegraph\" fmt --check made/desk-2", in: folder)
      #expect(formatted.status == 0, "\(formatted.output)")
      let tested = try await Self.shell("\"$musegraph\" test made/desk-2", in: folder)
      #expect(tested.complaints == "All 1 passed.\n", "\(tested.output)")
      let talk = try await Self.shell("\"$musegraph\" chat made/desk-2", in: folder, input: "hi\n")
      #expect(talk.output.hasPrefix("you  hi\nbot  "), "\(talk.output)\(talk.complaints)")
    }
  }

  @Test("what is made can be served: every tool is there", arguments: ["appointment", "questions"])
  func isServed(template: String) async throws {
    try await ScratchFolder.with { folder in
      _ = try await Self.shell("\"$musegraph\" new desk --template \(template)", in: folder)
      try await RunningServer.with([folder.path("desk"), "--store", "memory"]) { _ in }
    }
  }

  @Test("the help names every template")
  func help() async throws {
    let outcome = try await BuiltMusegraph.run(["new", "--help"])
    #expect(outcome.output.contains("appointment:"))
    #expect(outcome.output.contains("questions:"))
  }

  @Test("nothing that is there is overwritten")
  func refusesToOverwrite() async throws {
    try await ScratchFolder.with { folder in
      let kept = try folder.write("mine\n", to: "desk/graph.yaml")
      let outcome = try await Self.shell("\"$musegraph\" new desk", in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.complaints == "'desk' is there already, and nothing is overwritten. Choose another name.\n")
      #expect(try String(contentsOfFile: kept, encoding: .utf8) == "mine\n")
    }
  }

  @Test("a name that no graph can have, and a template that there is not, make nothing")
  func refusals() async throws {
    try await ScratchFolder.with { folder in
      let name = try await Self.shell("\"$musegraph\" new 'My Desk'", in: folder)
      #expect(name.status == 2)
      #expect(name.complaints.contains("'My Desk'"))
      let template = try await Self.shell("\"$musegraph\" new desk --template questoins", in: folder)
      #expect(template.status == 2)
      #expect(template.complaints.contains("Did you mean 'questions'?"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("")) == [])
    }
  }
}
