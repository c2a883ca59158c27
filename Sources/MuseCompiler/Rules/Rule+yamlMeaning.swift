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
        day: {type: date, default: "2026-11-27"}
      """,
      """
      locales: ["no"]
      """,
      """
      title: Ready?
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
      slots:
        day: {type: date, default: ↓2026-11-27}
      """,
      """
      title: ↓2026-11-27 12:30:00
      """,
      """
      title: ↓1e3
      """,
      """
      title: ↓007
      """,
      """
      title: ↓0x1F
      """,
      """
      title: ↓12:30:59
      """,
      """
      title: ↓=
      """,
      """
      intents:
        ↓on: ["on"]
        ↓~: ["nothing"]
      """,
      """
      policy: {keep: {checkpoints: ↓010}}
      """,
      """
      begin: a
      nodes:
        a: {say: ↓Ready?, next: b}
        b: {end: done}
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
