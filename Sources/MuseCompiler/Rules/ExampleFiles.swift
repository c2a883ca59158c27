package import MuseDefinition
import MuseSource

/// An example of a rule as files, and the places that its arrows marked.
package struct ExampleFiles {
  package let sources: GraphSources
  /// `file:line:column` of each arrow, in the order in which they stand.
  package let places: [String]
  /// It has no nodes of its own: what it declares need not be used.
  package let isFragment: Bool

  package init(_ example: Rule.Example) {
    var places: [String] = []
    isFragment = !example.text.contains("nodes:")
    var text = example.text
    let isWhole = text.contains("musegraph:") || text == "↓"
    if !isWhole { text = "musegraph: 1\nname: example\n" + text }
    if isFragment, !example.text.hasPrefix("musegraph: 1"), !example.text.hasPrefix("↓") || !isWhole {
      text += "\nbegin: a\nnodes:\n  a: {end: done}\n"
    }
    let root = Self.unmarked(text, path: "graph.yaml", places: &places)
    let imported = example.files.sorted { $0.key < $1.key }.map { Self.unmarked($0.value, path: $0.key, places: &places) }
    sources = GraphSources.gather(root: root) { path in imported.first { $0.path == path } }
    self.places = places
  }

  private static func unmarked(_ text: String, path: String, places: inout [String]) -> SourceFile {
    var line = 1
    var column = 1
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "↓" {
        places.append("\(path):\(line):\(column)")
        continue
      }
      clean.append(scalar)
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    return SourceFile(path: path, text: String(clean))
  }
}
