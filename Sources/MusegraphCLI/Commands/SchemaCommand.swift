import ArgumentParser
import MuseCompiler
import MuseDefinition
import MuseSettings
import MuseSource

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema (2020-12) of a kind of file, for editors and other tools.",
    discussion: """
      Many editors complete and check YAML by a schema. This line at the top of a graph names it:

        # yaml-language-server: $schema=../graph.schema.json

      The schema knows keys and the kinds of their values. What names mean and where a conversation leads is the business of \
      'musegraph validate'.

        musegraph schema > graph.schema.json
        musegraph schema tools > tools.schema.json
        musegraph schema scenario > scenario.schema.json
        musegraph schema settings > musegraph.schema.json
      """)

  @Argument(help: "The kind of file: graph, tools, scenario or settings.")
  var kind: SchemaKind = .graph

  @Flag(help: ArgumentHelp("Print the examples of every rule instead, a line of JSON each.", visibility: .hidden))
  var examples = false

  func run() {
    guard examples else { return Console.prompt(kind.schema.document()) }
    for rule in Rule.all { Console.show(RuleExamples.json(of: rule).line) }
  }
}

/// What there is a schema of.
enum SchemaKind: String, ExpressibleByArgument, CaseIterable {
  case graph, tools, scenario, settings

  fileprivate var schema: JSON {
    switch self {
    case .graph: FileKind.graph.schema
    case .tools: FileKind.tools.schema
    case .scenario: FileKind.scenario.schema
    case .settings: SettingsSchema.document
    }
  }
}

/// The examples of a rule with what the schema says of them, for tests that are not written in Swift.
private enum RuleExamples {
  static func json(of rule: Rule) -> JSON {
    .object([
      .init("rule", .text(rule.id.rawValue)),
      .init("schema", .text(rule.schemaVerdict.rawValue)),
      .init("accepted", .list(rule.accepted.map(json))),
      .init("rejected", .list(rule.rejected.map(json))),
    ])
  }

  private static func json(of example: Rule.Example) -> JSON {
    let sources = ExampleFiles(example).sources
    let files = sources.files.map { file in
      let isGraph = file.path == sources.root.path || file.path.hasSuffix(".graph.yaml")
      let kind: FileKind = isGraph ? .graph : .tools
      return JSON.object([.init("kind", .text(kind.rawValue)), .init("text", .text(file.text))])
    }
    return .list(files)
  }
}
