import Foundation
import Testing

/// The built binary, run as a person would: in its own process.
struct BuiltMusegraph {
  struct Outcome {
    let status: Int32
    let output: String
    let complaints: String
  }

  /// Beside the test runner, where the build put it; `MUSEGRAPH_BINARY` names another.
  static let binary: URL = {
    if let path = ProcessInfo.processInfo.environment["MUSEGRAPH_BINARY"] { return URL(filePath: path) }
    return URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "musegraph")
  }()

  static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Runs it in the repository's folder to its end.
  ///
  /// Input and output go through files, so that no pipe can fill up and hang.
  static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) async throws -> Outcome {
    try await run(binary, arguments, input: input, environment: environment)
  }

  /// Runs another program of this package.
  static func run(tool: String, _ arguments: [String]) async throws -> Outcome {
    try await run(binary.deletingLastPathComponent().appending(path: tool), arguments, input: "", environment: [:])
  }

  /// Runs a line of shell in which `$musegraph` is the binary.
  static func shell(_ line: String, input: String = "") async throws -> Outcome {
    try await run(
      URL(filePath: "/bin/sh"), ["-c", line], input: input, environment: ["musegraph": binary.path(percentEncoded: false)])
  }

  private static func run(
    _ program: URL, _ arguments: [String], input: String, environment: [String: String]
  ) async throws -> Outcome {
    try await ScratchFolder.with { folder in
      let files = ["in", "out", "err"].map { folder.path($0) }
      try Data(input.utf8).write(to: URL(filePath: files[0]))
      for file in files[1...] { try Data().write(to: URL(filePath: file)) }
      let process = Process()
      process.executableURL = program
      process.arguments = arguments
      process.currentDirectoryURL = repository
      process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
      process.standardInput = try FileHandle(forReadingFrom: URL(filePath: files[0]))
      process.standardOutput = try FileHandle(forWritingTo: URL(filePath: files[1]))
      process.standardError = try FileHandle(forWritingTo: URL(filePath: files[2]))
      try await process.runToEnd()
      return Outcome(
        status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
        output: String(decoding: try Data(contentsOf: URL(filePath: files[1])), as: UTF8.self),
        complaints: String(decoding: try Data(contentsOf: URL(filePath: files[2])), as: UTF8.self))
    }
  }
}

extension Process {
  func runToEnd() async throws {
    let ends = AsyncStream<Void> { continuation in terminationHandler = { _ in continuation.finish() } }
    try run()
    for await _ in ends {}
  }
}

/// A folder that is gone after its test.
struct ScratchFolder {
  let url: URL

  func path(_ name: String) -> String { url.appending(path: name).path(percentEncoded: false) }

  func write(_ text: String, to name: String) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path(percentEncoded: false)
  }

  static func with<Result>(_ work: (ScratchFolder) async throws -> Result) async throws -> Result {
    let url = FileManager.default.temporaryDirectory.appending(path: "musegraph-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }  // The system clears what is left.
    return try await work(ScratchFolder(url: url))
  }
}
