import MuseSource

extension Rule {
  static let badID = Rule(
    "bad-id",
    reason: "Ids are names in expressions and in properties, which know these characters only.",
    advice: "Begin with a lower-case letter; go on with lower-case letters, digits and '_'.",
    accepted: [],
    rejected: [])
}
