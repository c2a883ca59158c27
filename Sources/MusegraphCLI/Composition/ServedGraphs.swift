import MuseCalendars
import MuseDefinition
import MuseRuntime

/// The graphs of a server, and the one of clients that name none.
struct ServedGraphs: Sendable {
  let all: [SoundGraph]
  let preferred: SoundGraph

  /// - Throws: `CommandFailure`: errors in a graph, two graphs of one name, or none that is preferred.
  static func load(_ path: String, preferring name: String?) throws -> ServedGraphs {
    let graphs = try GraphFiles.find(.graph, in: path).map { try GraphLoader.sound(file: $0) }
    for (index, graph) in graphs.enumerated() {
      guard let twin = graphs[..<index].first(where: { $0.graph.name == graph.graph.name }) else { continue }
      throw CommandFailure(
        .usage, "'\(twin.path)' and '\(graph.path)' are both called '\(graph.graph.name)'. Rename one of them.")
    }
    // Parts of others are run by them, and served by no name of their own.
    let begun = graphs.filter(\.graph.takes.isEmpty)
    let candidates = name == nil && !begun.isEmpty ? begun : graphs
    return ServedGraphs(all: begun, preferred: try preferred(name, among: candidates, in: path).begun())
  }

  private static func preferred(_ name: String?, among graphs: [SoundGraph], in path: String) throws -> SoundGraph {
    let names = graphs.map(\.graph.name.rawValue).joined(separator: ", ")
    guard let name else {
      let main = GraphFiles.main(among: graphs.map(\.path), in: path)
      guard let only = graphs.first(where: { $0.path == main }) else {
        throw CommandFailure(.usage, "'\(path)' holds several graphs: \(names). Choose one with --graph NAME.")
      }
      return only
    }
    guard let named = graphs.first(where: { $0.graph.name.rawValue == name }) else {
      throw CommandFailure(.usage, "'\(path)' holds no graph called '\(name)', but: \(names).")
    }
    return named
  }

  /// The people of all folders; where two have one id, the first counts.
  func people() throws -> AddressBook {
    var ids: Set<String> = []
    let all = try all.flatMap { try PeopleFile.read(beside: $0).people }
    return AddressBook(people: all.filter { ids.insert($0.id).inserted })
  }
}
