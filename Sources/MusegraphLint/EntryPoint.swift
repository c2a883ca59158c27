import Foundation
import MuseSource

/// Checks graphs for the build: `MusegraphLint [--stamp FILE] GRAPH…`.
///
/// Findings go to stderr as `path:line:column: error: …`, the form that SwiftPM and Xcode show at the line. Exit status: 0 no errors
/// (there may be warnings), 1 errors, 2 wrong usage or a file that cannot be read. The stamp is written where there are no errors.
@main
enum EntryPoint {
  static func main() {
    do throws(LintFailure) {
      let invocation = try LintInvocation(CommandLine.arguments.dropFirst())
      let report = try LintReport(of: invocation.graphs)
      complain(report.text)
      guard !report.hasErrors else { exit(1) }
      if let stamp = invocation.stamp { try write(stamp: stamp) }
    } catch {
      complain("error: \(error.sentence)\n")
      exit(2)
    }
  }

  private static func complain(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

  private static func write(stamp path: String) throws(LintFailure) {
    do {
      try Data("// The graphs of this target have no errors.\n".utf8).write(to: URL(filePath: path))
    } catch {
      throw LintFailure("'\(path)' cannot be written: \(error.localizedDescription)")
    }
  }
}

/// Why nothing was checked, in one sentence.
struct LintFailure: Error {
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}
