import MuseSource

extension Rule {
  static let yamlTab = Rule(
    "yaml-tab",
    reason: "Some readers of YAML take a tab for a blank, others refuse the file.",
    advice: "Write blanks; in a text write it as '\\t' in double quotes.",
    accepted: [
      "title: \"one\ttwo\"  # with a\ttab",
      "description: |\n  one\ttwo",
    ],
    rejected: [
      "title:↓\t\"one\"",
      "title: one↓\ttwo",
      "title: |↓\t\n  one",
      "title: \"one\"↓\t# two",
      "policy: {cancel: a,↓\ton_busy: queue}",
    ])
}
