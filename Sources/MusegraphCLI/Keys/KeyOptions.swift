import ArgumentParser
import MuseAccess
import MuseExpression
import MuseRuntime

/// What all commands about keys take.
struct KeyOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The file that has the keys, or shall have them.", valueName: "file"))
  var keys: String

  @Option(help: ArgumentHelp("How to print: text or json."))
  var format = ReportFormat.text

  var file: APIKeyFile { APIKeyFile(path: keys) }

  /// In whole seconds.
  var now: Instant { Instant(seconds: SystemTimeSource().now().seconds) }

  /// Reads or changes the file.
  ///
  /// - Throws: `CommandFailure` in one sentence.
  func doing<Result>(_ work: (APIKeyFile) throws -> Result) throws -> Result {
    do {
      return try work(file)
    } catch let failure as APIKeyFile.Failure {
      throw CommandFailure(.environment, failure.description)
    }
  }
}
