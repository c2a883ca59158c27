package import MuseSource

/// Brings a file into the form of the language: texts in quotes, keys in their order, two blanks of indentation. What it says stays
/// the same, and so does every comment.
package enum FileFormatter {
  package enum Outcome: Equatable, Sendable {
    /// It has the form already.
    case unchanged
    case changed(String)
    /// The file stays as it is, because of these.
    case refused([Diagnostic])
  }

  /// Formats a file by the table of its keys.
  package static func format(_ file: SourceFile, as form: [KeyForm]) -> Outcome {
    let reading = YAMLReader.read(file)
    // Quotes mend what the versions of YAML read differently.
    let obstacles =
      reading.diagnostics.filter { $0.id != Rule.yamlMeaning.id } + FormChecker.obstacles(in: reading.root, as: form, of: file)
    guard obstacles.isEmpty else { return .refused(obstacles) }
    guard let root = reading.root else { return .unchanged }
    let raw = RawText(file)
    do {
      let lines = FormattedLine.aligned(try LayoutWriter.lines(of: root, in: raw, as: form))
      let text = lines.map { $0 + "\n" }.joined()
      if text == file.text { return .unchanged }
      let again = YAMLReader.read(SourceFile(path: file.path, text: text))
      guard again.diagnostics.isEmpty, let other = again.root else { return refused(at: root.location) }
      if let difference = Difference.first(between: root, and: other, as: .record(form)) { return refused(at: difference) }
      return .changed(text)
    } catch {
      return refused(at: error.place)
    }
  }

  private static func refused(at place: SourceLocation) -> Outcome {
    .refused([
      Diagnostic(
        id: "not-formatted", message: "This cannot be formatted without a change of what it says.",
        advice: "Write it in a simpler way.", location: place)
    ])
  }
}

extension FormChecker {
  /// What says that YAML has read something else than was meant: formatting would make it look as if it were meant so.
  fileprivate static func obstacles(in root: YAMLNode?, as form: [KeyForm], of file: SourceFile) -> [Diagnostic] {
    let ids: Set<DiagnosticID> = [Rule.unquotedComment.id, Rule.brokenKey.id, Rule.missingValue.id, Rule.wrongKind.id]
    return root.map { check($0, as: form, of: file) }?.filter { ids.contains($0.id) } ?? []
  }
}

/// Where two trees say different things. Places, quotes and the order of the language's own keys say nothing.
enum Difference {
  static func first(between one: YAMLNode, and other: YAMLNode, as expectation: Expectation) -> SourceLocation? {
    let expectation = expectation.resolved(for: one)
    switch (one.content, other.content) {
    case (.scalar(let left), .scalar(let right)):
      return left.value == right.value && one.isNull == other.isNull ? nil : one.location
    case (.sequence(let left), .sequence(let right)):
      if left.count != right.count { return one.location }
      return zip(left, right).lazy.compactMap { first(between: $0, and: $1, as: expectation.item) }.first
    case (.mapping(let left), .mapping(let right)):
      if left.count != right.count { return one.location }
      let keys = expectation.keys(in: left)
      if keys == nil, left.map(\.key.value) != right.map(\.key.value) { return one.location }
      let values = Dictionary(right.map { ($0.key.value, $0.value) }, uniquingKeysWith: { first, _ in first })
      return left.lazy.compactMap { entry in
        guard let match = values[entry.key.value] else { return entry.key.location }
        return first(between: entry.value, and: match, as: expectation.value(of: entry.key.value, among: keys))
      }.first
    case (.scalar, _), (.sequence, _), (.mapping, _), (.broken, _):
      return one.location
    }
  }
}
