import ArgumentParser
import MuseCompiler
import MuseSource

struct FmtCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Bring graphs, tools and scenarios into one form: quotes, order of keys, indentation.",
    discussion: """
      Texts and conditions are put in quotes, so that YAML cannot change them; keys stand in the order of the language, blocks \
      are indented by two, comments behind lines stand below each other. What a file says and its comments stay the same: it is \
      read again before it is written. The names of the files that changed go to stdout.

        musegraph fmt                     every graph, tools and scenario file here and below
        musegraph fmt --check Graphs      only say which files would change

      A file with a finding about YAML itself stays as it is, and the finding is printed.

      Exit status: 0 all files have the form now, 1 a file would change (--check) or has such a finding, 2 wrong usage or a file \
      that cannot be read.
      """)

  @Argument(help: "Files, or folders with files.")
  var paths: [String] = ["."]

  @Flag(help: "Write nothing: list the files that would change, and end with 1 if there are any.")
  var check = false

  @Flag(
    help: "Write nothing: print for each file the tree that is read from it, as a line of JSON in which all values are texts.")
  var tree = false

  func run() throws {
    let files = try GraphFiles.find(.any, in: paths).map { try TextFile.read($0) }
    guard !tree else { return show(treesOf: files) }
    var refusals: [FindingsReport] = []
    var isChanged = false
    for file in files {
      switch FileFormatter.format(file, as: FileKind(of: file).form) {
      case .unchanged: break
      case .changed(let text):
        if !check { try TextFile.write(text, to: file.path) }
        Console.show(file.path)
        isChanged = true
      case .refused(let findings):
        refusals.append(FindingsReport(diagnostics: findings, files: [file]))
      }
    }
    let report = FindingsReport.merged(refusals)
    Console.prompt(report.text(in: .stdout))
    if report.hasErrors || (check && isChanged) { throw CommandFailure(.findings) }
  }

  private func show(treesOf files: [SourceFile]) {
    for file in files {
      let (tree, findings) = TextTree.read(file)
      let places = findings.map { "\($0.location.range.start.line):\($0.location.range.start.column) \($0.id)" }
      Console.show(
        JSON.object([
          .init("file", .text(file.path)), .init("tree", tree ?? .null), .init("findings", .list(places.map { .text($0) })),
        ]).line)
    }
  }
}
