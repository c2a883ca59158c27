import Foundation
import Testing

/// The program behind the build tool plugin. `Tests/ExamplePackage/check` runs it inside a build.
@Suite("MusegraphLint")
struct LintTests {
  private static func lint(_ arguments: [String]) async throws -> BuiltMusegraph.Outcome {
    try await BuiltMusegraph.run(tool: "MusegraphLint", arguments)
  }

  @Test("a sound graph says nothing and writes the stamp")
  func sound() async throws {
    try await ScratchFolder.with { folder in
      let outcome = try await Self.lint(["--stamp", folder.path("stamp.swift"), "Graphs/meeting/graph.yaml"])
      #expect(outcome.status == 0)
      #expect(!outcome.complaints.contains(": error: "), "\(outcome.complaints)")
      #expect(FileManager.default.fileExists(atPath: folder.path("stamp.swift")))
    }
  }

  @Test("an error is written as compilers do, the status is 1, and there is no stamp")
  func broken() async throws {
    try await ScratchFolder.with { folder in
      let graph = try folder.write("musegraph: 1\nname: a\nbegin: b\nnodes:\n  c: {end: d}\n", to: "a.graph.yaml")
      let outcome = try await Self.lint(["--stamp", folder.path("stamp.swift"), graph])
      #expect(outcome.status == 1)
      #expect(outcome.complaints.hasPrefix("\(graph):3:8: error: There is no node 'b'. [unknown-node]\n"))
      #expect(!FileManager.default.fileExists(atPath: folder.path("stamp.swift")))
    }
  }

  @Test("a warning is one, and does not keep the stamp back")
  func warning() async throws {
    try await ScratchFolder.with { folder in
      let graph = try folder.write(
        "musegraph: 1\nname: a\nfacts: {spare: text}\nbegin: b\nnodes:\n  b: {end: d}\n", to: "a.graph.yaml")
      let outcome = try await Self.lint(["--stamp", folder.path("stamp.swift"), graph])
      #expect(outcome.status == 0)
      #expect(outcome.complaints.contains("\(graph):3:9: warning: "), "\(outcome.complaints)")
      #expect(FileManager.default.fileExists(atPath: folder.path("stamp.swift")))
    }
  }

  @Test("wrong usage and a file that is not there are one sentence", arguments: [[], ["--stamp"], ["--nope"], ["nowhere.yaml"]])
  func usage(arguments: [String]) async throws {
    let outcome = try await Self.lint(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.complaints.hasPrefix("error: "))
  }
}
