import Foundation
import Testing

@Suite("The tutorial")
struct TutorialTests {
  private static let page = BuiltMusegraph.repository
    .appending(path: "Sources/MusegraphKit/MusegraphKit.docc/YourFirstConversation.md")

  @Test("every step does what the page shows")
  func follow() async throws {
    let tutorial = try Tutorial(try String(contentsOf: Self.page, encoding: .utf8))
    #expect(tutorial.steps.count > 15)
    try await ScratchFolder.with { folder in
      for step in tutorial.steps {
        switch step {
        case .save(let file, let text): _ = try folder.write(text, to: file)
        case .replace(let file, let old, let new):
          let text = try String(contentsOfFile: folder.path(file), encoding: .utf8)
          #expect(text.ranges(of: old).count == 1, "'\(old)' stands once in \(file)")
          _ = try folder.write(text.replacing(old, with: new), to: file)
        case .run(let command, let expected, let line):
          let printed = try await run(command, typing: expected, in: folder)
          #expect(Shown.fits(expected, printed), "Line \(line) of the page: '\(command)' prints\n\(printed)")
        }
      }
    }
  }

  /// What the person sees: results and talk in one.
  private func run(_ command: String, typing shown: String, in folder: ScratchFolder) async throws -> String {
    #expect(command.hasPrefix("musegraph "))
    let rest = command.dropFirst("musegraph ".count)
    if rest.hasPrefix("serve ") { return try await serve(rest.dropFirst("serve ".count), in: folder) }
    let typed = shown.split(separator: "\n").filter { $0.hasPrefix("you  ") }.map { $0.dropFirst(5) + "\n" }.joined()
    return try await BuiltMusegraph.shell("cd '\(folder.path(""))' && \"$musegraph\" \(rest) 2>&1", input: typed).output
  }

  /// The server is started on a free port, and stopped once it has said where it listens.
  private func serve(_ options: Substring, in folder: ScratchFolder) async throws -> String {
    let arguments = options.split(separator: " ").map { $0 == "." ? folder.path("") : String($0) }
    let port = try #require(arguments.firstIndex(of: "--port"))
    let others = Array(arguments[..<port] + arguments[(port + 2)...])
    return try await RunningServer.with(others) { server in
      server.greeting.replacing(":\(server.port)", with: ":\(arguments[port + 1])")
    }
  }

  @Test("lines that are left out stand for any, and nothing else does")
  func fitting() {
    #expect(Shown.fits("a\n…\nd\n", "a\nb\nc\nd\n"))
    #expect(Shown.fits("a\n…\n", "a\nb\n"))
    #expect(!Shown.fits("a\n…\nd\n", "a\nb\n"))
    #expect(!Shown.fits("a\n", "a\nb\n"))
  }
}
