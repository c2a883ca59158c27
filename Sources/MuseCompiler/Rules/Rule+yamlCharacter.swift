import MuseSource

extension Rule {
  static let yamlCharacter = Rule(
    "yaml-character",
    reason: "Some versions of YAML take this character for the end of a line, others for a part of the text, and nobody sees it.",
    advice: "Delete it; if it is meant, write it as an escape in double quotes, such as \"\\u2028\".",
    accepted: [
      """
      title: "one\\u2028two"
      """,
      "\u{FEFF}musegraph: 1\nname: example\nbegin: a\nnodes:\n  a: {end: done}\n",
      "title: \"one\"\r\ndescription: |\r\n  two\r\n  three\r\n",
    ],
    rejected: [
      "title: \"one↓\u{2028}two\"",
      "title: one↓\u{85}two",
      "title: \"one\"↓\u{0C}",
      "title: \"one\"\ndescription: \"↓\u{FEFF}two\"",
    ])
}
