import MuseSource

extension Rule {
  static let badLocale = Rule(
    "bad-locale",
    reason: "Texts and formats are chosen by locale.",
    advice: "Write a language, and a region if it matters: 'en', 'en-GB'.",
    accepted: [
      """
      locales: [en-GB, en]
      """
    ],
    rejected: [
      """
      locales: [↓english]
      """,
      """
      locales: [en, ↓en]
      """,
      """
      locales: [↓en_GB]
      """,
    ])
}
