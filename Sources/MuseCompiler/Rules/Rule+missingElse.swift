import MuseSource

extension Rule {
  static let missingElse = Rule(
    "missing-else",
    reason: "If no case holds the conversation would have nowhere to go.",
    advice: "Write 'else: node', or cases that leave nothing out.",
    accepted: [],
    rejected: [])
}
