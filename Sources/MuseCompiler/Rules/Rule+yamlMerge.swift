import MuseSource

extension Rule {
  static let yamlMerge = Rule(
    "yaml-merge",
    reason: "Merging maps hides what is written elsewhere and is not in YAML 1.2.",
    advice: "Write the keys out.",
    accepted: [
      """
      title: "<<"
      """
    ],
    rejected: [
      """
      begin: a
      nodes:
        a: {end: done, ↓<<: {after_end: again}}
      """
    ])
}
