/// How many answers a connection is owed: beyond the limit nothing more is read until one was written.
struct AnswerWindow: Hashable, Sendable {
  private(set) var owed = 0
  let limit: Int

  init(limit: Int) { self.limit = limit }

  var isFull: Bool { owed >= limit }

  mutating func add() { owed += 1 }

  mutating func settle() { owed = max(0, owed - 1) }
}
