import MuseSource

extension Rule {
  static let reservedID = Rule(
    "reserved-id",
    reason: "The name has a meaning already, so a reader could not tell which is meant.",
    advice: "Choose another name.",
    accepted: [],
    rejected: [])
}
