package import MuseSource

extension FileKind {
  /// The name of the schema's file, beside the graphs.
  package var schemaName: String { "\(rawValue).schema.json" }

  /// The JSON Schema of such files.
  package var schema: JSON { FormSchema.document(of: form, id: schemaName, title: schemaTitle) }

  private var schemaTitle: String {
    switch self {
    case .graph: "A graph of musegraph"
    case .tools: "Tools and types of musegraph"
    case .scenario: "A scenario of musegraph"
    }
  }
}
