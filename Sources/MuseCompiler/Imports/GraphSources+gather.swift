public import MuseDefinition
public import MuseSource

extension GraphSources {
  private static let mostFiles = 200

  /// Collects a graph's own file and every file it imports, directly or not.
  ///
  /// A path that the reader has no file for is left out; `Compiler.compile` reports it where it is imported.
  ///
  /// - Parameter read: gives the file at a path, which counts from where `root`'s path counts.
  public static func gather(root: SourceFile, read: (String) -> SourceFile?) -> GraphSources {
    var sources = GraphSources(root: root)
    var seen: Set<String> = [SourcePath(root.path).text]
    var waiting = [root]
    while let file = waiting.popLast(), sources.imported.count < mostFiles {
      for name in GraphDocument(YAMLReader.read(file).root, of: file).imports {
        let path = SourcePath(file.path).resolving(name.value).text
        guard seen.insert(path).inserted, let imported = read(path) else { continue }
        sources.imported.append(imported)
        waiting.append(imported)
      }
    }
    return sources
  }
}
