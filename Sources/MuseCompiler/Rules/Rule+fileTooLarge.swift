import MuseSource

extension Rule {
  static let fileTooLarge = Rule(
    "file-too-large",
    reason: "A file of this size was not written by hand and would be slow to check.",
    advice: "Split it: put tools and types into a file of their own and import it.",
    accepted: [],
    rejected: [])
}
