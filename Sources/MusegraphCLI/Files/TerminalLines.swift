import Foundation

/// What is typed, line by line. Reading blocks, so it has a thread of its own.
enum TerminalLines {
  /// Ends where the input does.
  static func all() -> AsyncStream<String> {
    AsyncStream { continuation in
      Thread.detachNewThread {
        while let line = readLine() { continuation.yield(line) }
        continuation.finish()
      }
    }
  }
}
