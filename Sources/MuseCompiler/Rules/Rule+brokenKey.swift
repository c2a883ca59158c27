import MuseSource

extension Rule {
  static let brokenKey = Rule(
    "broken-key",
    reason: "In braces and brackets a comma ends an entry, so that what follows stands alone.",
    advice: "Put the text in quotes, or write 'key: value'.",
    accepted: [
      """
      slots: {size: {type: integer, default: 1}}
      begin: a
      nodes:
        a: {when: [{if: "size in [1, 2]", to: b}], else: b}
        b: {end: done}
      """
    ],
    rejected: [
      """
      begin: a
      nodes:
        a: {say: One, ↓two, next: b}
        b: {end: done}
      """
    ])
}
