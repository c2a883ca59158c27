import ArgumentParser

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
    ReferenceCommand.self,
  ]
}
