/// A page of the language reference, written from the tables that the code itself goes by.
package struct ReferencePage: Hashable, Sendable {
  /// The file, without its folder: `Verbs.md`.
  package var file: String
  /// The whole file, with its line end.
  package var text: String

  /// - Parameters:
  ///   - abstract: one sentence below the title.
  ///   - parts: paragraphs, headings, tables and blocks, in order.
  package init(_ name: String, title: String, abstract: String, _ parts: [String]) {
    file = name + ".md"
    text = (["# \(title)", abstract, Self.notice] + parts).joined(separator: "\n\n") + "\n"
  }

  private static let notice = "<!-- Written by `musegraph reference`. Change the tables in the code, then write it anew. -->"

  /// Every page.
  ///
  /// - Parameters:
  ///   - errorCodes: of the wire, which other modules know.
  ///   - refusals: of requests over HTTP.
  ///   - exitStatuses: of the command.
  package static func all(
    errorCodes: [Explanation], refusals: [Explanation], exitStatuses: [Explanation]
  ) -> [ReferencePage] {
    [verbs, keys, types, functions, findings, moves, properties, scenarios, errors(errorCodes, refusals, exitStatuses)]
  }
}
