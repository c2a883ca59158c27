import Foundation
import MuseCompiler
import MuseDefinition
import MuseSource
import Testing

/// The JSON Schemas beside the graphs are what the tables of keys say. `Tests/Clients/schema.py` holds them to the loader.
struct FormSchemaTests {
  @Test("the schema beside the graphs is the one that the command prints", arguments: FileKind.allCases)
  func committed(kind: FileKind) throws {
    let file = GraphFolder.repository.appending(path: "Graphs/\(kind.schemaName)")
    let written = kind.schema.document()
    if ProcessInfo.processInfo.environment["RECORD_SCHEMAS"] != nil {
      try written.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(kind.schemaName)")
    }
    let committed = try? String(contentsOf: file, encoding: .utf8)
    #expect(
      committed == written,
      "Write it anew with 'musegraph schema \(kind.rawValue) > Graphs/\(kind.schemaName)', or RECORD_SCHEMAS=1 swift test.")
  }

  @Test("a record becomes an object with its keys, their summaries and what must be there")
  func record() {
    let form = [
      KeyForm("size", .integer(1...3), .required, summary: "How large."),
      KeyForm("kinds", .filled(.oneOrMore(.word)), summary: "Which."),
    ]
    let schema = FormSchema.document(of: form, id: "x.json", title: "X")
    #expect(
      schema.document()
        == """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "x.json",
          "title": "X",
          "$comment": "Written by 'musegraph schema'. Do not edit.",
          "type": "object",
          "required": ["size"],
          "properties": {
            "size": {"description": "How large.", "type": "integer", "minimum": 1, "maximum": 3},
            "kinds": {
              "description": "Which.",
              "anyOf": [{"$ref": "#/$defs/word"}, {"type": "array", "items": {"$ref": "#/$defs/word"}, "minItems": 1}]
            }
          },
          "additionalProperties": false,
          "$defs": {"word": {"type": ["string", "number", "boolean"]}}
        }

        """)
  }

  @Test("every rule says what the schema makes of it, and those that it rejects have an example to prove it")
  func verdicts() {
    for rule in Rule.all where rule.schemaVerdict == .rejects { #expect(!rule.rejected.isEmpty, "\(rule.id)") }
    let rejecting = Rule.all.filter { $0.schemaVerdict == .rejects }.map(\.id.rawValue)
    #expect(
      rejecting.sorted() == [
        "broken-key", "confirm-variants", "missing-key", "missing-value", "no-verb", "not-in-tools-file", "several-verbs",
        "unknown-key", "wrong-kind",
      ])
  }
}
