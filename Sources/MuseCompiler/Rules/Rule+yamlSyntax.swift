import MuseSource

extension Rule {
  static let yamlSyntax = Rule(
    "yaml-syntax",
    reason: "The file is no YAML, so nothing in it can be read.",
    advice: "Mend this line.",
    accepted: [],
    rejected: [])
}
