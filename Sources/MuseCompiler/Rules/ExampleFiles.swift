package import MuseDefinition
package import MuseSource

/// An example of a rule as files, and the places that its arrows marked.
package struct ExampleFiles {
  package let sources: GraphSources
  /// Where each arrow stood, in the order in which they stand: an empty range in one of the files.
  package let marks: [SourceLocation]
  /// How many lines of the graph's own file stand before the author's words.
  package let addedLines: Int
  /// It has no nodes of its own: what it declares need not be used.
  package let isFragment: Bool

  package init(_ example: Rule.Example) {
    var marks: [SourceLocation] = []
    isFragment = !example.text.contains("nodes:")
    var text = example.text
    let isWhole = text.contains("musegraph:") || text == "↓"
    addedLines = isWhole ? 0 : 2
    if !isWhole { text = "musegraph: 1\nname: example\n" + text }
    if isFragment, !example.text.hasPrefix("musegraph: 1"), !example.text.hasPrefix("↓") || !isWhole {
      text += "\nbegin: a\nnodes:\n  a: {end: done}\n"
    }
    let root = Self.unmarked(text, path: "graph.yaml", marks: &marks)
    let imported = example.files.sorted { $0.key < $1.key }.map { Self.unmarked($0.value, path: $0.key, marks: &marks) }
    sources = GraphSources.gather(root: root) { path in imported.first { $0.path == path } }
    self.marks = marks
  }

  /// `file:line:column` of each mark.
  package var places: [String] { marks.map { "\($0.file):\($0.range.start.line):\($0.range.start.column)" } }

  private static func unmarked(_ text: String, path: String, marks: inout [SourceLocation]) -> SourceFile {
    var line = 1
    var column = 1
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "↓" {
        marks.append(SourceLocation(file: path, range: SourceRange(line: line, column: column)))
        continue
      }
      clean.append(scalar)
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    return SourceFile(path: path, text: String(clean))
  }
}
