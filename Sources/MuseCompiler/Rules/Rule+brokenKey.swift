import MuseSource

extension Rule {
  static let brokenKey = Rule(
    "broken-key",
    reason: "In braces and brackets a comma ends an entry, so that what follows stands alone.",
    advice: "Put the text in quotes, or write 'key: value'.",
    accepted: [],
    rejected: [])
}
