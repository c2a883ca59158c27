import MuseSource

/// What a JSON Schema can know of a finding.
package enum SchemaVerdict: String, Sendable {
  /// Every file with such a finding breaks the schema.
  case rejects
  /// The finding is about what names mean, what expressions say, or where the conversation leads: the schema lets it pass.
  case accepts
  /// The finding is about YAML itself: what a validator is given depends on the reader before it.
  case unread
}

extension Rule {
  package var schemaVerdict: SchemaVerdict {
    if Self.ofForm.contains(id) { return .rejects }
    return Self.ofYAML.contains(id) ? .unread : .accepts
  }

  private static let ofForm: Set<DiagnosticID> = [
    missingKey.id, unknownKey.id, missingValue.id, wrongKind.id, noVerb.id, severalVerbs.id, notInToolsFile.id,
    confirmVariants.id, brokenKey.id,
  ]

  /// About what YAML makes of a file, not about what the file says.
  static let ofYAML: Set<DiagnosticID> = [
    fileTooLarge.id, tooDeep.id, yamlSyntax.id, yamlCharacter.id, yamlDirective.id, yamlTab.id, repeatedKey.id, yamlAlias.id,
    yamlAnchor.id, yamlTag.id, yamlMerge.id, yamlKey.id, yamlMeaning.id, unquotedComment.id,
  ]
}
