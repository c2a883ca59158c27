import Foundation
import Synchronization

/// Results go to stdout, talk goes to stderr.
///
/// A reader that goes away ends the process as it does other Unix programs: by SIGPIPE, without a word.
enum Console {
  private static let lock = Mutex(())

  /// Writes a result and its line end, at once.
  static func show(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

  /// Writes without a line end: a prompt.
  static func prompt(_ text: String) { write(text, to: STDOUT_FILENO) }

  static func complain(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  private static func write(_ text: String, to descriptor: Int32) {
    lock.withLock { _ in
      var bytes = Array(text.utf8)[...]
      while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        // Nobody reads: there is nobody to tell either.
        guard count > 0 else { return }
        bytes = bytes.dropFirst(count)
      }
    }
  }
}
