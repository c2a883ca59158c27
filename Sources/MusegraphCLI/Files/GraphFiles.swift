import Foundation
import MuseDefinition

/// Finds the files that a command was given: graphs or scenarios, by themselves or in folders.
struct GraphFiles {
  enum Kind {
    case graph, scenario
    /// Whatever is written in the language: graphs, tools and scenarios.
    case any

    func accepts(_ name: String) -> Bool {
      switch self {
      case .graph: name == "graph.yaml" || name.hasSuffix(".graph.yaml")
      case .scenario: name.hasSuffix(".scenario.yaml")
      case .any: name.hasSuffix(".tools.yaml") || Kind.graph.accepts(name) || Kind.scenario.accepts(name)
      }
    }

    var pattern: String {
      switch self {
      case .graph: "graph.yaml or *.graph.yaml"
      case .scenario: "*.scenario.yaml"
      case .any: "graph.yaml, *.graph.yaml, *.tools.yaml or *.scenario.yaml"
      }
    }
  }

  /// The files of a kind: a file stands for itself whatever it is called, a folder for all in it and below.
  ///
  /// - Throws: `CommandFailure` for a path that is not there, and for a folder without any.
  static func find(_ kind: Kind, in paths: [String]) throws -> [String] {
    var found: [String] = []
    for path in paths {
      let more = try find(kind, in: path)
      found += more.filter { !found.contains($0) }
    }
    return found
  }

  static func find(_ kind: Kind, in path: String) throws -> [String] {
    guard let isFolder = isFolder(path) else {
      throw CommandFailure(.usage, "'\(path)' is not there. Name a file or a folder with \(kind.pattern).")
    }
    guard isFolder else { return [path] }
    let found = try files(below: path, where: kind.accepts)
    guard !found.isEmpty else {
      throw CommandFailure(.usage, "'\(path)' holds no \(kind.pattern). Name the file itself, or another folder.")
    }
    return found
  }

  /// The files of a kind right in a folder, none below it.
  static func here(_ kind: Kind, in folder: String) throws -> [String] {
    try names(in: folder).filter(kind.accepts).map { join(folder, $0) }
  }

  /// The one that a folder is about: its only one, else its own `graph.yaml`, beside which others are parts. Nil: it cannot be told.
  static func main(among files: [String], in path: String) -> String? {
    files.count == 1 ? files.first : files.first { $0 == join(path, "graph.yaml") }
  }

  /// Nil: there is nothing of that name.
  static func isFolder(_ path: String) -> Bool? {
    var isFolder = ObjCBool(false)
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
    return isFolder.boolValue
  }

  /// Makes a folder, and those above it, where they are not there.
  static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure(.usage, "The folder '\(path)' cannot be made. Check the name and the permissions of the folder above.")
    }
  }

  /// By path; folders whose names begin with a dot are left out, and links to folders, which may lead round in circles.
  static func files(below folder: String, where isWanted: (String) -> Bool) throws -> [String] {
    try names(in: folder).flatMap { name -> [String] in
      let path = join(folder, name)
      if isFolder(path) == true, isLink(path) { return [] }
      if isFolder(path) == true { return try files(below: path, where: isWanted) }
      return isWanted(name) ? [path] : []
    }
  }

  private static func isLink(_ path: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil  // Nil: it is none.
  }

  private static func names(in folder: String) throws -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }.sorted()
    } catch {
      throw CommandFailure(.usage, "'\(folder)' cannot be read. Check its permissions.")
    }
  }

  /// `a/b` of `a` and `b`; `..` takes a folder away where one was named.
  static func join(_ folder: String, _ name: String) -> String {
    let path = SourcePath(folder + "/" + name).text
    return path.isEmpty ? "." : path
  }

  /// The folder that a file is in, as it would be written beside it.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
