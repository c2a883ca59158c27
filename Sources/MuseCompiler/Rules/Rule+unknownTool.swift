import MuseSource

extension Rule {
  static let unknownTool = Rule(
    "unknown-tool",
    reason: "A tool that is not declared cannot be called.",
    advice: "Correct the name, declare it under 'tools', or import the file that does.",
    accepted: [],
    rejected: [])
}
