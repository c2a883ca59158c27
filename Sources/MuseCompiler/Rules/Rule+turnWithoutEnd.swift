import MuseSource

extension Rule {
  static let turnWithoutEnd = Rule(
    "turn-without-end",
    reason: "The nodes follow each other without ever waiting, so the turn would never end.",
    advice: "Let one of them wait: an 'ask' of something that is not yet known, a 'classify' or a 'confirm'.",
    accepted: [],
    rejected: [])
}
