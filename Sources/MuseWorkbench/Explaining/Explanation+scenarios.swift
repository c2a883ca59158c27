import MuseSource

extension Explanation {
  /// What is found in scenarios beside what graphs can have, too.
  static let ofScenarios = [
    Explanation(
      id: "bad-value", kind: .finding(.error),
      meaning: "What stands there cannot be read as what is expected: a clock time, a length of time, a value of a field's type.",
      advice: "Write it as the finding says.",
      wrong: ["now: \"tomorrow\"", "calls: [{calendar.create: {length: \"long\"}}]"],
      right: ["now: \"2026-03-02 09:00\"", "calls: [{calendar.create: {length: \"30m\"}}]"]),
    Explanation(
      id: "unknown-wait", kind: .finding(.error),
      meaning: "A line says that something is waited for which the graph never waits for, so that it could not come about.",
      advice: "Name a slot, an event, or one of the words that the finding lists.",
      wrong: ["waits_for: titel"], right: ["waits_for: title", "waits_for: \"yes\""]),
    Explanation(
      id: "missing-field", kind: .finding(.error),
      meaning: "An event brings every field that the graph declares for it, unless that is optional.",
      advice: "Write all of its fields.",
      wrong: ["event: table_free"], right: ["event: {table_free: {start: \"2026-03-06 19:00\", seats: 4}}"]),
  ]
}
