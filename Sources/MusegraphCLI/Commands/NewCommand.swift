import ArgumentParser
import MuseCompiler
import MuseSource

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a conversation from a template.",
    discussion: """
      Makes a folder with a graph, its tools, a scenario and a README. All of it runs as it is: it has no findings, its scenario \
      passes, and it can be talked with.

        musegraph new viewings
        musegraph new shop --template questions
        musegraph chat viewings

      Templates:
      \(ConversationTemplate.all.map { "  \($0.name): \($0.summary)" }.joined(separator: "\n"))

      Nothing that is there is overwritten.
      """)

  @Argument(help: "The folder to make. Its name becomes the name of the graph: lower-case letters, digits, '-' and '_'.")
  var folder: String

  @Option(help: "What to begin from: \(ConversationTemplate.all.map(\.name).joined(separator: ", ")).")
  var template: String = ConversationTemplate.standard.name

  func run() throws {
    let template = try chosenTemplate()
    let name = try graphName()
    guard GraphFiles.isFolder(folder) == nil else {
      throw CommandFailure(.usage, "'\(folder)' is there already, and nothing is overwritten. Choose another name.")
    }
    try GraphFiles.makeFolder(folder)
    for file in template.files(for: name) {
      let path = GraphFiles.join(folder, file.path)
      try GraphFiles.makeFolder(GraphFiles.folder(of: path))
      try TextFile.write(file.text, to: path)
      Console.show(path)
    }
    Console.complain("Talk with it: musegraph chat \(folder)")
  }

  private func chosenTemplate() throws -> ConversationTemplate {
    if let known = ConversationTemplate.all.first(where: { $0.name == template }) { return known }
    let names = ConversationTemplate.all.map(\.name)
    let near = nearestName(to: template, among: names).map { " Did you mean '\($0)'?" } ?? ""
    throw CommandFailure(.usage, "There is no template '\(template)', but: \(names.joined(separator: ", ")).\(near)")
  }

  /// The last part of the path, if it can be the name of a graph.
  private func graphName() throws -> String {
    let name = folder.split(separator: "/").last.map(String.init) ?? ""
    guard name.wholeMatch(of: /[a-z][a-z0-9_-]*/) != nil else {
      throw CommandFailure(
        .usage,
        "'\(name)' cannot be the name of a graph. Begin with a lower-case letter; go on with these, digits, '-' and '_'.")
    }
    guard !WrittenWord.isReadOtherwise(name) else {
      throw CommandFailure(.usage, "'\(name)' cannot be the name of a graph, since YAML reads something else. Take another one.")
    }
    return name
  }
}
