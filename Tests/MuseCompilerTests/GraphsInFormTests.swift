import Foundation
import MuseCompiler
import MuseSource
import Testing

/// The graphs of this repository are written as `musegraph fmt` writes them.
struct GraphsInFormTests {
  static let files: [String] = {
    let folder = GraphFolder.repository.appending(path: "Graphs")
    let names = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false))?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  @Test("every file is in the form of the language: run 'musegraph fmt Graphs' where it is not", arguments: files)
  func inForm(name: String) throws {
    let url = GraphFolder.repository.appending(path: "Graphs/\(name)")
    let file = SourceFile(path: name, text: try String(contentsOf: url, encoding: .utf8))
    #expect(FileFormatter.format(file, as: FileKind(of: file).form) == .unchanged)
  }

  @Test("there are files to look at")
  func some() { #expect(Self.files.count > 20) }
}
