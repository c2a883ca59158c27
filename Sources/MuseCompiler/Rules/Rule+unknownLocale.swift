import MuseSource

extension Rule {
  static let unknownLocale = Rule(
    "unknown-locale",
    reason: "A text in a locale that the graph does not have is never spoken.",
    advice: "Add the locale to 'locales', or take the text out.",
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
      locales: [en]
      begin: a
      nodes:
        a: {say: {"en": "Bye.", ↓"de": "Tschüss."}, end: done}
      """
    ])
}
