import MuseSource

extension Rule {
  static let yamlMeaning = Rule(
    "yaml-meaning",
    reason: "YAML 1.1 and YAML 1.2 read this word differently, so the file would not mean the same everywhere.",
    advice: "Put it in quotes.",
    accepted: [],
    rejected: [])
}
