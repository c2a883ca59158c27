import MuseSource

extension Rule {
  static let lookupShape = Rule(
    "lookup-shape",
    reason: "A lookup gives one tool the words and takes the one list that it finds.",
    advice: "Use a tool that reads, takes one text, and has one outcome with one list of the slot's type.",
    accepted: [],
    rejected: [])
}
