import ArgumentParser
import MuseSource

/// Every subcommand, in the order of `--help`.
enum CommandCatalogue {
  static let all: [any ParsableCommand.Type] = [
    NewCommand.self,
    ValidateCommand.self,
    ExplainCommand.self,
    FmtCommand.self,
    ChatCommand.self,
    TestCommand.self,
    ServeCommand.self,
    RenderCommand.self,
    SchemaCommand.self,
    UnderstandCommand.self,
    EvalCommand.self,
    ReplayCommand.self,
    JournalCommand.self,
    CalendarCommand.self,
    KeyCommand.self,
    ReferenceCommand.self,
  ]

  /// The parser would take a misspelt name for an argument, and 'help' with one for the help of all.
  ///
  /// - Parameter arguments: those of the process, without its own name.
  /// - Throws: `CommandFailure` where they begin with the name of no command.
  static func checkName(in arguments: ArraySlice<String>) throws {
    let named = arguments.first == "help" ? arguments.dropFirst().first : arguments.first
    let names = all.compactMap { $0.configuration.commandName }
    guard let named, !named.hasPrefix("-"), !names.contains(named) else { return }
    let near = nearestName(to: named, among: names).map { "Did you mean '\($0)'? " } ?? ""
    throw CommandFailure(.usage, "There is no command '\(named)'. \(near)'musegraph --help' lists all there are.")
  }
}
