import MuseSource

extension Rule {
  static let untranslated = Rule(
    "untranslated", .warning,
    reason: "Who reads another language of the graph hears this text in its first one.",
    advice: "Write a map by locale, with a text for each of the graph's languages.",
    accepted: [
      """
      locales: [en, en-GB, de]
      begin: a
      nodes:
        a: {say: {"en": "Bye.", "de": "Tschüss."}, next: b}
        b: {end: done, say: "{today}"}
      """
    ],
    rejected: [
      """
      locales: [en, de]
      begin: a
      nodes:
        a: {say: {↓"en": "Hello."}, next: b}
        b: {say: ↓"Bye.", end: done}
      """
    ])
}
