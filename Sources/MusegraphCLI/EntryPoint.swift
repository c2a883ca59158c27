import ArgumentParser
import Foundation

/// Runs a command and turns however it ends into one sentence on stderr and an exit status.
@main
enum EntryPoint {
  static func main() async {
    do {
      try CommandCatalogue.checkName(in: CommandLine.arguments.dropFirst())
      var command = try MusegraphCommand.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  private static func end(with error: any Error) -> Never {
    if let failure = error as? CommandFailure {
      if let sentence = failure.sentence { Console.complain(sentence) }
      exit(failure.status.rawValue)
    }
    // Help and the version are "errors" of the parser that end well.
    let text = MusegraphCommand.fullMessage(for: error)
    guard MusegraphCommand.exitCode(for: error).isSuccess else {
      Console.complain(text)
      exit(ExitStatus.usage.rawValue)
    }
    Console.show(text)
    exit(ExitStatus.success.rawValue)
  }
}
