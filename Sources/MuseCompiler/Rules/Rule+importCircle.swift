import MuseSource

extension Rule {
  static let importCircle = Rule(
    "import-circle",
    reason: "Files that import each other can never be read to their end.",
    advice: "Move what both need to a file of its own.",
    accepted: [],
    rejected: [])
}
