import ArgumentParser

/// Every subcommand, in the order of `--help`.
enum CommandCatalogue {
  static let all: [any ParsableCommand.Type] = [
    ValidateCommand.self,
    ChatCommand.self,
    TestCommand.self,
    ServeCommand.self,
    RenderCommand.self,
    UnderstandCommand.self,
    EvalCommand.self,
    ReplayCommand.self,
    JournalCommand.self,
    CalendarCommand.self,
  ]
}
