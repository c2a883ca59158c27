import Foundation
import Testing

/// `musegraph serve`, listening; it is told to stop when the test ends.
struct RunningServer {
  let port: Int
  /// What it printed when it was ready.
  let greeting: String
  private let process: Process

  /// Starts it on a free port and waits for the line that says where it listens.
  static func with<Result>(_ arguments: [String], _ work: (RunningServer) async throws -> Result) async throws -> Result {
    let process = Process()
    let output = Pipe()
    process.executableURL = BuiltMusegraph.binary
    process.arguments = ["serve", "--port", "0"] + arguments
    process.currentDirectoryURL = BuiltMusegraph.repository
    process.standardOutput = output
    try process.run()
    let greeting = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let port = try #require(greeting.firstMatch(of: /http:\/\/[^:]+:(\d+)/).flatMap { Int($0.1) }, "\(greeting)")
    let server = RunningServer(port: port, greeting: greeting, process: process)
    do {
      let result = try await work(server)
      #expect(server.stop() == 0)
      return result
    } catch {
      _ = server.stop()
      throw error
    }
  }

  private func stop() -> Int32 {
    process.terminate()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
