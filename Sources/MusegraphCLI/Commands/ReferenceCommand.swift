import ArgumentParser
import MuseWorkbench

struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "Write the reference of the language as Markdown pages.",
    discussion: """
      Verbs, keys, outcomes, types, functions, findings, moves, properties, the keys of scenarios, error codes and the settings \
      of the server, from the tables that this very command goes by. Pages that are there already are written anew; other files are left alone.

        musegraph reference Reference
      """)

  @Argument(help: "The folder to write to; it is made where it is not there.")
  var folder: String

  func run() throws {
    try GraphFiles.makeFolder(folder)
    let language = ReferencePage.all(
      errorCodes: Explanations.errorCodes, refusals: Explanations.refusals, exitStatuses: Explanations.exitStatuses)
    let pages = language + [ReferencePage.settings]
    for page in pages {
      let path = GraphFiles.join(folder, page.file)
      try TextFile.write(page.text, to: path)
      Console.show(path)
    }
  }
}
