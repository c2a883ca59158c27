package import MuseSource

/// The tree of a file as the language reads it: maps, lists, and scalars that are all texts.
package enum TextTree {
  /// - Returns: the tree, nil where there is none, and what is wrong with the file as YAML.
  package static func read(_ file: SourceFile) -> (tree: JSON?, diagnostics: [Diagnostic]) {
    let reading = YAMLReader.read(file)
    let form = reading.root.map { FormChecker.check($0, as: FileKind(of: file).form, of: file) } ?? []
    return (reading.root.map { tree(of: $0) }, reading.diagnostics + form.filter { Rule.ofYAML.contains($0.id) })
  }

  private static func tree(of node: YAMLNode) -> JSON {
    switch node.content {
    case .scalar(let text): node.isNull ? .null : .text(text.value)
    case .sequence(let items): .list(items.map { tree(of: $0) })
    case .mapping(let entries): .object(entries.map { JSON.Member($0.key.value, tree(of: $0.value)) })
    case .broken: .null
    }
  }
}
