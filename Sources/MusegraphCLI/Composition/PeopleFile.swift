import MuseCalendars
import MuseSource

/// The address file beside a graph: `people.csv`. Without one, only e-mail addresses are persons.
enum PeopleFile {
  static let name = "people.csv"

  static func read(beside graph: SoundGraph) throws -> AddressBook {
    let path = GraphFiles.join(graph.folder, name)
    guard GraphFiles.isFolder(path) == false else { return AddressBook() }
    let file = try TextFile.read(path)
    do {
      return try AddressBook(parsing: file)
    } catch {
      let report = FindingsReport(diagnostics: error.diagnostics, files: [file])
      Console.complain(report.text(in: .stderr))
      throw CommandFailure(.usage, "'\(path)' has errors. Mend what is listed above.")
    }
  }
}
