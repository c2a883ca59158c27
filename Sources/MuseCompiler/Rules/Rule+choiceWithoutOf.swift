import MuseSource

extension Rule {
  static let choiceWithoutOf = Rule(
    "choice-without-of",
    reason: "A choice is one of a few words, and these are missing.",
    advice: "List them beside it: 'of: [small, large]'.",
    accepted: [],
    rejected: [])
}
