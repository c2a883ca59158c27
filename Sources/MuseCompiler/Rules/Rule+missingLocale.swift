import MuseSource

extension Rule {
  static let missingLocale = Rule(
    "missing-locale",
    reason: "The first of the graph's locales is what every other falls back to.",
    advice: "Write the text in that locale, too.",
    accepted: [
      """
      locales: [en, de]
      begin: a
      nodes:
        a: {say: {"en": "Bye.", "de": "Tschüss."}, end: done}
      """
    ],
    rejected: [
      """
      locales: [en, de]
      begin: a
      nodes:
        a: {say: {↓"de": "Tschüss."}, end: done}
      """
    ])
}
