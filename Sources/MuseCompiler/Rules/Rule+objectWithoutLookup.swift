import MuseSource

extension Rule {
  static let objectWithoutLookup = Rule(
    "object-without-lookup",
    reason: "What a person says are words; only a lookup makes a value of a declared type from them.",
    advice: "Name a tool that finds it: 'lookup: tool'.",
    accepted: [],
    rejected: [])
}
