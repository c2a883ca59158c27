import MuseExpression

extension ReferencePage {
  static let functions = ReferencePage(
    "Functions", title: "Functions", abstract: "Everything that conditions, values and the braces in texts can call.",
    [
      """
      Expressions are written in [CEL](https://github.com/google/cel-spec). They see the slots and facts by name, `now` and `today`, \
      `message` (what the person said), in `refuse` the value `offered`, and after a change the value before it as `was.x`. Every \
      example below is a test.
      """,
      "## Forms", "What is written like a call, and is none: its arguments are not all values.",
    ] + SpecialForm.all.map(part) + ["## Operators"] + FunctionCatalogue.all.filter(\.isOperator).map(part)
      + ["## Functions and methods"] + FunctionCatalogue.all.filter { !$0.isOperator }.sorted { $0.name < $1.name }.map(part))

  private static func part(of form: SpecialForm) -> String {
    part(form.name, doc: form.doc, signatures: [form.form], examples: [form.example])
  }

  private static func part(of entry: FunctionEntry) -> String {
    part(entry.title, doc: entry.doc, signatures: entry.signatures, examples: entry.examples)
  }

  private static func part(_ title: String, doc: String, signatures: [String], examples: [FunctionExample]) -> String {
    let shown = examples.map { "\(Markdown.code($0.expression)) is \(Markdown.code($0.result))." }.joined(separator: " ")
    return ["### \(title)", doc, Markdown.block(signatures.joined(separator: "\n")), shown].joined(separator: "\n\n")
  }
}

extension FunctionEntry {
  /// Called by a mark, not by its name: `_+_`, `@in`.
  fileprivate var isOperator: Bool { title != name }

  /// The name, or the operator as it is written.
  fileprivate var title: String {
    guard name.hasPrefix("@") || name.hasPrefix("_") || name.hasSuffix("_") else { return name }
    let mark = name.filter { $0 != "_" && $0 != "@" }
    return name.hasSuffix("_") && !name.hasPrefix("_") ? "\(mark) before a value" : mark
  }
}
