import Foundation
import PackagePlugin

/// Checks the graphs of a target when it is built. An error in a graph is an error of the build, at its line in the YAML file.
///
/// It runs `MusegraphLint` only, so that a package that uses it builds no server and no database.
@main
struct MusegraphValidate: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard target is SwiftSourceModuleTarget else {
      Diagnostics.warning("MusegraphValidate checks the graphs of Swift targets; '\(target.name)' is none.")
      return []
    }
    let files = YAMLFiles(below: target.directoryURL)
    guard !files.graphs.isEmpty else {
      Diagnostics.warning("'\(target.name)' has no graph.yaml and no *.graph.yaml: MusegraphValidate has nothing to check.")
      return []
    }
    // A Swift file, because the compiler waits for it: nothing of the target is built before its graphs are sound.
    let stamp = context.pluginWorkDirectoryURL.appending(path: "GraphsAreSound.swift")
    return [
      .buildCommand(
        displayName: "Validating the graphs of \(target.name)",
        executable: try context.tool(named: "MusegraphLint").url,
        arguments: ["--stamp", stamp.path(percentEncoded: false)] + files.graphs.map { $0.path(percentEncoded: false) },
        inputFiles: files.all,
        outputFiles: [stamp])
    ]
  }
}

/// The YAML files of a folder and below, by path. Files that graphs import are inputs of the build as well as the graphs.
private struct YAMLFiles {
  let all: [URL]

  init(below folder: URL) {
    let walker = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
    let urls = walker.map { $0.compactMap { $0 as? URL } } ?? []
    all = urls.filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
  }

  var graphs: [URL] {
    all.filter { $0.lastPathComponent == "graph.yaml" || $0.lastPathComponent.hasSuffix(".graph.yaml") }
  }
}
