import MuseSource

extension Rule {
  static let yamlMeaning = Rule(
    "yaml-meaning",
    reason: "YAML 1.1 and YAML 1.2 read this word differently, so the file would not mean the same everywhere.",
    advice: "Put it in quotes.",
    accepted: [
      """
      slots:
        size: {type: choice, of: ["no", "yes"]}
        at: {type: time, default: "12:30"}
        count: {type: number, default: 1000}
      """,
      """
      locales: ["no"]
      """,
    ],
    rejected: [
      """
      slots:
        size: {type: choice, of: [↓no, ↓yes]}
      """,
      """
      slots:
        at: {type: time, default: ↓12:30}
      """,
      """
      slots:
        count: {type: number, default: ↓1_000}
      """,
      """
      title: ↓1e3
      """,
      """
      policy: {keep: {checkpoints: ↓010}}
      """,
      """
      begin: a
      nodes:
        a:
          say: {en: "Yes", ↓no: "Ja"}
          next: b
        b: {end: done}
      """,
    ])
}
