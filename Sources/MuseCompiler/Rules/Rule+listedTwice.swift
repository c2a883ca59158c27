import MuseSource

extension Rule {
  static let listedTwice = Rule(
    "listed-twice",
    reason: "Listing a name twice does nothing, so something else was meant.",
    advice: "Take one of them out.",
    accepted: [],
    rejected: [])
}
