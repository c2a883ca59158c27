import Foundation
import Testing

/// Files that hold what a command prints. `RECORD_GOLDENS=1` writes them anew, and fails the test that did.
enum Golden {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")

  static func expect(_ text: String, in name: String) throws {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("'\(name)' was recorded: look at it, then run the tests without RECORD_GOLDENS.")
      return
    }
    #expect(text == (try String(contentsOf: file, encoding: .utf8)))
  }
}
